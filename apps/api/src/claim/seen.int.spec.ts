import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import { testDatabase } from '@duixian/testing';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, freshEvidence } from '../spec/bureau.spec.js';
import { copyOfPolicies, RENTAL_AT_20, rewritePolicy } from '../spec/policy-folders.spec.js';
import { mutationText } from '../spec/mutations.spec.js';
import { ask } from '../spec/queries.spec.js';

const POLICY = 'quanzhou-2024-7';
const PAGE = `query ($id: ID!) { claim(id: $id) { position measure { policy { version } }
  timeline { type seen { position policyVersion } } } }`;

interface Page {
  readonly position: string;
  readonly measure: { readonly policy: { readonly version: string } };
  readonly timeline: readonly { readonly type: string; readonly seen: object | null }[];
}

describe('a step on what was looked at', () => {
  let folder: string;
  let databaseUrl: string;
  let api: Api;
  let bureau: Bureau;

  beforeAll(async () => {
    folder = copyOfPolicies();
    databaseUrl = await testDatabase();
    api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
    bureau = await Bureau.open(api);
  }, 120_000);

  afterAll(() => api.stop());

  async function pageOf(id: string, official: Official): Promise<Page> {
    return (await ask(api, official, PAGE, { id })).claim as Page;
  }

  /** What the official's page says of itself now. */
  async function look(id: string, official: Official) {
    const { position, measure } = await pageOf(id, official);
    return { position, policyVersion: measure.policy.version };
  }

  it('is taken while nothing has changed, and says on record what that was', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const seen = await look(claim, bureau.otherClerk);
    // Something else happens meanwhile: it is no matter of this claim.
    await bureau.submitted({ uscc: await bureau.enterprise() });
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim, seen });

    const { events } = await api.store.readStream(bureau.city, claimStream(claim));
    expect(events.at(-1)).toMatchObject({ type: 'ClaimAccepted', meta: { seen } });
    const { timeline } = await pageOf(claim, bureau.clerk);
    expect(timeline.filter(({ type }) => type.startsWith('Claim')).map((entry) => entry.seen)).toEqual([null, seen]);
  });

  it('is refused where the log has not come to what was looked at, and says of which field', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const { policyVersion } = await look(claim, bureau.otherClerk);
    const head = await api.store.head(bureau.city);
    for (const ahead of [head + 1n, 99_999_999_999_999_999n]) {
      const input = { commandId: randomUUID(), claim, seen: { position: ahead.toString(), policyVersion } };
      const { errors } = await api.post(bureau.otherClerk, mutationText('acceptClaim'), { input });
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'input.seen.position' } }]);
      expect(errors?.[0]?.message).toContain(`ends at position ${head}`);
    }
    expect(await api.store.head(bureau.city)).toBe(head);
    // The log's last event may be another claim's, and its position is that of a page.
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim, seen: { position: head.toString(), policyVersion } });
  });

  it('is refused where the claim was stated anew since, and taken once that was looked at', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const seen = await look(claim, bureau.otherClerk);
    const third = await api.hire('clerk', bureau.city);
    await bureau.done(third, 'returnClaim', { claim, reason: '金额有误' });
    const stated = { occurredOn: '2025-12-31', subject: null, evidence: freshEvidence() };
    const anew = { ...stated, facts: { serviceFee: '300000.00' }, requestedAmount: '90000.00' };
    await bureau.done(bureau.clerk, 'resubmitClaim', { claim, ...anew });

    const stale = await api.send(bureau.otherClerk, 'acceptClaim', { claim, seen });
    expect(stale).toMatchObject({ __typename: 'NotAllowedNow', code: 'CHANGED_SINCE' });
    expect(stale.message.en).toContain(seen.position);
    const { events } = await api.store.readStream(bureau.city, claimStream(claim));
    expect(events.at(-1)?.type).toBe('ClaimResubmitted');

    const again = await look(claim, bureau.otherClerk);
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim, seen: again });
  });

  it('is refused where it is an old claim’s page, also for a return and a rejection', async () => {
    const claim = await bureau.submitted({ uscc: await bureau.enterprise() });
    const reviewer = await bureau.reviewer();
    const seen = await look(claim, reviewer);
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
    for (const [mutation, input] of [
      ['reviewClaim', { opinion: '属实' }],
      ['returnClaim', { reason: '金额有误' }],
      ['rejectClaim', { reason: '不符合条件' }],
    ] as const) {
      expect(await api.send(reviewer, mutation, { claim, seen, ...input })).toMatchObject({ code: 'CHANGED_SINCE' });
    }
    const again = await look(claim, reviewer);
    await bureau.done(reviewer, 'reviewClaim', { claim, opinion: '属实', seen: again });
  });

  it('is refused where another version decides the claim by now', async () => {
    const accepted = await bureau.accepted({ uscc: await bureau.enterprise() });
    const reviewed = await bureau.reviewed({ uscc: await bureau.enterprise() });
    await api.stop();
    rewritePolicy(folder, POLICY, RENTAL_AT_20);
    api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
    bureau = await Bureau.open(api);
    const reviewer = await bureau.reviewer();
    const [forReview, forDetermination] = [await look(accepted, reviewer), await look(reviewed, bureau.finance)];
    const { policyVersions } = await ask(
      api,
      bureau.finance,
      'query ($policy: ID!) { policyVersions(policy: $policy) { versions { version standing } } }',
      { policy: POLICY },
    );
    const { versions } = policyVersions as { versions: { version: string; standing: string }[] };
    const version = versions.find(({ standing }) => standing === 'NEW')?.version;
    const proposed = await api.send(bureau.finance, 'proposePolicyVersion', {
      ...{ policy: POLICY, version, from: '2025-01-01', reason: '政策修订' },
    });
    const { versions: listed } = proposed as unknown as { versions: { proposal: { id: string } | null }[] };
    const proposal = listed.flatMap((each) => each.proposal?.id ?? []).at(0);
    await bureau.done(bureau.otherFinance, 'agreePolicyVersion', { policy: POLICY, proposal });

    const review = { claim: accepted, opinion: '属实', seen: forReview };
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({ code: 'CHANGED_SINCE' });
    const determination = { claim: reviewed, seen: forDetermination };
    const refused = await api.send(bureau.finance, 'determineClaim', determination);
    expect(refused).toMatchObject({ code: 'CHANGED_SINCE' });
    expect(refused.message.zh).toContain(version?.slice(0, 12));

    const seen = await look(reviewed, bureau.finance);
    expect(seen.policyVersion).toBe(version);
    const { determinedAmount } = await bureau.done(bureau.finance, 'determineClaim', { claim: reviewed, seen });
    expect(determinedAmount).toBe('80000.00');
  });
});
