import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream, foldClaim, parseClaimEvent } from '@duixian/casework';
import { readCatalogue } from '@duixian/policy-files';
import { testDatabase } from '@duixian/testing';
import { Api } from '../../spec/api.spec.js';
import { Bureau, CITY, OTHER_COUNTY, SCENARIO, submission, TODAY } from '../../spec/bureau.spec.js';
import { copyOfPolicies, strikeScenarios } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { verifyRecord } from '../../verification/verify.js';

const POLICY = 'quanzhou-2024-7';
/** First day of the version without 优秀应用场景奖励. */
const FROM = '2025-07-01';
const DUE = '100000.00';
const after = { measure: SCENARIO, occurredOn: FROM };
const before = { measure: SCENARIO, occurredOn: '2025-06-30' };
const OPEN = ['submitted', 'accepted', 'reviewed', 'determined', 'publicised'] as const;

describe('a version that strikes out a clause under which claims are on their way', () => {
  let published: string;
  let struck: string;
  let databaseUrl: string;
  let api: Api;
  let bureau: Bureau;
  let onTheirWay: readonly string[];
  let rejected: string;
  let instructed: string;
  let returned: string;

  beforeAll(async () => {
    databaseUrl = await testDatabase();
    const folder = copyOfPolicies();
    published = readCatalogue(folder).policy(POLICY)?.version ?? '';
    const earlier = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
    const offices = await Bureau.open(earlier);
    const stages: string[] = [];
    for (const stage of OPEN) {
      const stated = { ...after, uscc: await offices.enterprise() };
      stages.push(stage === 'determined' ? (await offices.determined(stated)).id : await offices[stage](stated));
    }
    onTheirWay = stages;
    rejected = await offices.submitted({ ...after, uscc: await offices.enterprise() });
    returned = await offices.submitted({ ...after, uscc: await offices.enterprise() });
    await offices.done(offices.otherClerk, 'returnClaim', { claim: returned, reason: '请补充证书' });
    instructed = (await offices.instructed({ ...after, uscc: await offices.enterprise() })).id;
    await earlier.stop();
    strikeScenarios(folder);
    struck = readCatalogue(folder).policy(POLICY)?.version ?? '';
    api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
    bureau = await Bureau.open(api, CITY, OTHER_COUNTY);
  }, 120_000);

  afterAll(() => api.stop());

  it('says before it is agreed to that they would come to nothing by it', async () => {
    const { policyVersionEffects } = await ask(
      api,
      bureau.finance,
      `query ($version: String!) { policyVersionEffects(policy: "${POLICY}", version: $version, from: "${FROM}") {
        effects { claim { id } isDetermined before after why { zh en } } compared } }`,
      { version: struck },
    );
    const { effects, compared } = policyVersionEffects as {
      effects: { claim: { id: string }; isDetermined: boolean; before: string; after: null; why: { zh: string } }[];
      compared: number;
    };
    expect(compared).toBe(OPEN.length + 3);
    expect(effects.map(({ claim }) => claim.id).toSorted()).toEqual(
      [...onTheirWay, rejected, returned, instructed].toSorted(),
    );
    for (const effect of effects) {
      expect(effect).toMatchObject({ before: DUE, after: null, why: { zh: expect.stringContaining(SCENARIO) } });
    }
  });

  it('leaves them under their own version, to their payment or refusal', async () => {
    const { versions } = (await bureau.done(bureau.finance, 'proposePolicyVersion', {
      policy: POLICY,
      version: struck,
      from: FROM,
      reason: '条款废止',
    })) as unknown as { versions: { proposal: { id: string } | null }[] };
    const proposal = versions.find((each) => each.proposal !== null)?.proposal?.id;
    await bureau.done(bureau.otherFinance, 'agreePolicyVersion', { policy: POLICY, proposal });
    const { otherClerk, finance, otherFinance } = bureau;
    const reviewer = await bureau.reviewer(SCENARIO);
    const treasury = await bureau.treasury(CITY);

    await bureau.done(bureau.clerk, 'resubmitClaim', { ...restated(), claim: returned });
    await bureau.done(otherClerk, 'rejectClaim', { claim: rejected, reason: '不属实' });
    const [submitted, accepted, reviewed, determined, publicised] = onTheirWay;
    for (const claim of [submitted, returned]) await bureau.done(otherClerk, 'acceptClaim', { claim });
    for (const claim of [submitted, returned, accepted]) {
      await bureau.done(reviewer, 'reviewClaim', { claim, opinion: '属实', agreedAmount: null });
    }
    for (const claim of [submitted, returned, accepted, reviewed]) {
      await bureau.done(finance, 'determineClaim', { claim });
    }
    for (const claim of [submitted, returned, accepted, reviewed, determined]) {
      await bureau.done(otherFinance, 'publiciseClaim', { claim, days: 7 });
    }
    api.today('2026-08-13');
    for (const claim of [submitted, returned, accepted, reviewed, determined, publicised]) {
      await bureau.done(finance, 'instructPayments', { claim });
    }
    for (const claim of [submitted, returned, accepted, reviewed, determined, publicised, instructed]) {
      await bureau.done(treasury, 'confirmPayment', {
        payment: `${claim ?? ''}-${CITY}`,
        attempt: 1,
        bankReference: `BR-${claim ?? ''}`,
        paidOn: '2026-08-13',
      });
    }

    for (const id of [...onTheirWay, returned, instructed]) {
      expect(await claimOf(id)).toMatchObject({
        status: 'paid',
        determination: { amount: DUE, policyVersion: published },
      });
    }
    expect(await claimOf(rejected)).toMatchObject({ status: 'rejected' });
    api.today(TODAY);
  });

  it('takes no claim on a matter of its days, and says why', async () => {
    const refused = await api.send(
      bureau.clerk,
      'submitClaim',
      submission({ ...after, uscc: await bureau.enterprise() }),
    );
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field: 'measure' }] });
    const [problem] = refused.problems;
    expect(problem?.message).toEqual({
      zh: expect.stringMatching(/2025-07-01.*没有条款quanzhou-2024-7\/3（优秀应用场景奖励）/),
      en: expect.stringMatching(/2025-07-01 does not have the clause quanzhou-2024-7\/3/),
    });
  });

  it('takes and pays a claim on a matter of the days before, which the window finds in its list', async () => {
    const { measures } = await ask(api, bureau.clerk, '{ measures { id takesClaims claimedUntil } }');
    expect(measures).toContainEqual({ id: SCENARIO, takesClaims: true, claimedUntil: '2025-06-30' });
    expect(measures).toContainEqual({ id: `${POLICY}/4`, takesClaims: true, claimedUntil: null });

    const { id } = await bureau.determined({ ...before, uscc: await bureau.enterprise() });

    expect(await claimOf(id)).toMatchObject({ determination: { amount: DUE, policyVersion: published } });
  });

  it('still shows them on every page and in every list', async () => {
    const auditor = await api.hire('auditor', CITY);
    const every = [...onTheirWay, rejected, returned, instructed];
    const { claims } = await ask(
      api,
      auditor,
      `{ claims(first: 50, filter: { measure: "${SCENARIO}" }) { nodes { id measure { id title { zh } quotes policy { version } } } } }`,
    );
    const { nodes } = claims as { nodes: { id: string; measure: object }[] };
    for (const id of every) {
      const page = await ask(
        api,
        auditor,
        `query ($id: ID!) { claim(id: $id) { status measure { title { zh } policy { version } } facts { label { zh } }
          actions { action refusal { zh } } evidence { number contestedBy { id } } similarSubjects { id } nearSubjects { id }
          nextStep { zh } payments { id basis actions { action } } determination { policyVersion trace { text { zh } } lines { basis } }
          timeline { type } } }`,
        { id },
      );
      expect(page).toMatchObject({
        claim: { measure: { title: { zh: '优秀应用场景奖励' }, policy: { version: published } } },
      });
      expect(nodes).toContainEqual(
        expect.objectContaining({ id, measure: expect.objectContaining({ policy: { version: published } }) }),
      );
    }
    await ask(
      api,
      auditor,
      `{ policies { id } dashboard { totals { paid } measures { measure { id title { zh } } paid } caps { id } programmes { id } }
        payments(first: 50) { nodes { id basis } } yearlyTotals(first: 50) { nodes { id measure { id } } }
        programmes { id } events(first: 50) { nodes { type } } coverage { clauses } }`,
    );
    await api.caughtUp(CITY);
    expect(await verifyRecord(databaseUrl, api.config)).toMatchObject({
      differences: [],
      redone: [{ withoutVersion: 0 }],
    });
  });

  function restated() {
    const { occurredOn, subject, facts, requestedAmount, evidence } = submission({ ...after, uscc: '' });
    return { occurredOn, subject, facts, requestedAmount, evidence };
  }

  async function claimOf(id: string) {
    const { events } = await api.store.readStream(CITY, claimStream(id));
    return foldClaim(events.map(parseClaimEvent));
  }
});
