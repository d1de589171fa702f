import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream, foldClaim, parseClaimEvent } from '@duixian/casework';
import { readCatalogue } from '@duixian/policy-files';
import { testDatabase } from '@duixian/testing';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, OTHER_COUNTY, RENTAL, TODAY } from '../../spec/bureau.spec.js';
import { copyOfPolicies, RENTAL_AT_20, rewritePolicy } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { PolicyBooks } from '../law/policy-books.js';

const POLICY = 'quanzhou-2024-7';
const FROM = '2025-07-01';
const REASON = '政策修订';

const VERSIONS = `query ($policy: ID!) { policyVersions(policy: $policy) {
  versions { version standing from inFolder proposal { standing isMine } } notices { kind } isMyOffice } }`;
const EFFECTS = `query ($policy: ID!, $version: String!, $from: Date!) {
  policyVersionEffects(policy: $policy, version: $version, from: $from) {
    effects { claim { id } isDetermined before after } compared total next } }`;

/** 400,000 spent on a day: 30 % are 120,000, 20 % are 80,000. */
const june = { occurredOn: '2025-06-30' };
const july = { occurredOn: FROM };

describe('a new version of a policy', () => {
  let published: string;
  let edited: string;
  let api: Api;
  let other: Api;
  let bureau: Bureau;
  /** Determined by the first version, on a matter of July. */
  let decided: string;
  let waiting: string;
  let ofJune: string;

  beforeAll(async () => {
    const databaseUrl = await testDatabase();
    const folder = copyOfPolicies();
    published = readCatalogue(folder).policy(POLICY)?.version ?? '';
    const before = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
    const earlier = await Bureau.open(before);
    decided = (await earlier.determined({ uscc: await earlier.enterprise(), ...july })).id;
    waiting = await earlier.reviewed({ uscc: await earlier.enterprise(), ...july });
    ofJune = await earlier.reviewed({ uscc: await earlier.enterprise(), ...june });
    await before.stop();
    rewritePolicy(folder, POLICY, RENTAL_AT_20);
    edited = readCatalogue(folder).policy(POLICY)?.version ?? '';
    api = await Api.on(databaseUrl, 'both', { DUIXIAN_POLICIES_DIR: folder });
    other = await Api.on(databaseUrl, 'api', { DUIXIAN_POLICIES_DIR: folder });
    bureau = await Bureau.open(api, CITY, OTHER_COUNTY);
    other.today(TODAY);
  }, 120_000);

  afterAll(async () => {
    await other.stop();
    await api.stop();
  });

  async function versionsFor(official: Official) {
    return (await ask(api, official, VERSIONS, { policy: POLICY })).policyVersions;
  }

  function propose(official: Official, change: object = {}) {
    const input = { policy: POLICY, version: edited, from: FROM, reason: REASON, ...change };
    return api.send(official, 'proposePolicyVersion', input);
  }

  async function amountOf(claim: string): Promise<string | null> {
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    return foldClaim(events.map(parseClaimEvent))?.determination?.amount ?? null;
  }

  it('is listed as new beside the one in force', async () => {
    expect(await versionsFor(bureau.finance)).toEqual({
      versions: [
        { version: edited, standing: 'NEW', from: null, inFolder: true, proposal: null },
        { version: published, standing: 'IN_FORCE', from: null, inFolder: false, proposal: null },
      ],
      notices: [{ kind: 'NEW_VERSION' }],
      isMyOffice: true,
    });
    expect(await versionsFor(bureau.clerk)).toMatchObject({ isMyOffice: false });
  });

  it('is held against the one in force, with the difference marked', async () => {
    const { policyVersionComparison: found } = await ask(
      api,
      bureau.clerk,
      `query ($policy: ID!, $before: String!, $after: String!) {
        policyVersionComparison(policy: $policy, before: $before, after: $after) {
          rules { rows { differs before { number parts { text marked } } after { number parts { text marked } } } }
          text { rows { differs } } } }`,
      { policy: POLICY, before: published, after: edited },
    );
    const { rules, text } = found as { rules: { rows: Row[] }[]; text: { rows: Row[] }[] };
    const changed = rules.flatMap(({ rows }) => rows).filter(({ differs }) => differs);
    expect(changed.map(({ before, after }) => [markedIn(before), markedIn(after)])).toEqual([
      ['3', '2'],
      ['3', '2'],
    ]);
    expect(text.flatMap(({ rows }) => rows).filter(({ differs }) => differs)).toHaveLength(1);
  });

  it('says which claims of its days would come out differently, and changes none of them', async () => {
    const asked = { policy: POLICY, version: edited, from: FROM };
    expect(await ask(api, bureau.finance, EFFECTS, asked)).toEqual({
      policyVersionEffects: {
        effects: [
          { claim: { id: decided }, isDetermined: true, before: '120000.00', after: '80000.00' },
          { claim: { id: waiting }, isDetermined: false, before: '120000.00', after: '80000.00' },
        ].toSorted((a, b) => (a.claim.id < b.claim.id ? -1 : 1)),
        compared: 2,
        total: 2,
        next: null,
      },
    });
    expect(await amountOf(decided)).toBe('120000.00');
  });

  it.each<[string, object, string, string]>([
    ['before the document begins', { from: '2024-10-18' }, 'INVALID_INPUT', 'from'],
    ['more than a year ahead', { from: '2027-08-05' }, 'INVALID_INPUT', 'from'],
    ['that decides already', { version: 'published' }, 'INVALID_INPUT', 'version'],
    ['that nobody has', { version: 'f'.repeat(64) }, 'NOT_FOUND', 'version'],
    ['without a reason', { reason: ' ' }, 'INVALID_INPUT', 'reason'],
  ])('is not proposed: one %s', async (_, change, code, field) => {
    const given = 'version' in change && change.version === 'published' ? { version: published } : change;
    expect(await propose(bureau.finance, given)).toMatchObject({ code, field });
  });

  it('is proposed by its finance office alone', async () => {
    const elsewhere = await api.hire('finance', OTHER_COUNTY);
    expect(await propose(elsewhere)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
  });

  it('does not count while one alone proposes it, nor where the colleague refuses', async () => {
    const proposal = proposalIn(await propose(bureau.finance));
    const own = await api.send(bureau.finance, 'agreePolicyVersion', { policy: POLICY, proposal });
    expect(own).toMatchObject({ code: 'SAME_PERSON' });
    expect(await propose(bureau.otherFinance)).toMatchObject({ code: 'PROPOSAL_OPEN' });
    expect(await versionsFor(bureau.finance)).toMatchObject({
      versions: [{ standing: 'NEW', proposal: { standing: 'OPEN', isMine: true } }, { standing: 'IN_FORCE' }],
      notices: [{ kind: 'PROPOSED' }],
    });

    const refusal = { policy: POLICY, proposal, reason: '日期有误' };
    await bureau.done(bureau.otherFinance, 'refusePolicyVersion', refusal);
    const late = await api.send(bureau.otherFinance, 'agreePolicyVersion', { policy: POLICY, proposal });
    expect(late).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(await versionsFor(bureau.finance)).toMatchObject({
      versions: [{ standing: 'NEW' }, { standing: 'IN_FORCE' }],
    });
  });

  it('is taken back by its proposer alone', async () => {
    const proposal = proposalIn(await propose(bureau.finance));
    const notMine = await api.send(bureau.otherFinance, 'withdrawPolicyVersion', { policy: POLICY, proposal });
    expect(notMine).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    await bureau.done(bureau.finance, 'withdrawPolicyVersion', { policy: POLICY, proposal });
  });

  it('decides the matters of its days once another agreed, in every process, and no other matter', async () => {
    const stale = other.app.get(PolicyBooks).book(CITY, POLICY).length;
    const proposal = proposalIn(await propose(bureau.finance));
    await bureau.done(bureau.otherFinance, 'agreePolicyVersion', { policy: POLICY, proposal });

    // A process that has not looked since decides by what it finds when it records.
    expect(stale).toBeLessThan(api.app.get(PolicyBooks).book(CITY, POLICY).length);
    const third = await other.hire('finance', CITY);
    const answered = await other.send(third, 'determineClaim', { claim: waiting });
    expect(answered).not.toHaveProperty('code');
    await bureau.done(bureau.finance, 'determineClaim', { claim: ofJune });
    const later = (await bureau.determined({ uscc: await bureau.enterprise(), ...july })).id;

    expect(await amountOf(waiting)).toBe('80000.00');
    expect(await amountOf(later)).toBe('80000.00');
    expect(await amountOf(ofJune)).toBe('120000.00');
    expect(await versionsFor(bureau.finance)).toMatchObject({
      versions: [
        { version: edited, standing: 'IN_FORCE', from: FROM },
        { version: published, standing: 'FORMER', from: null },
      ],
      notices: [],
    });
  });

  it('is shown for the matters of its days, and the other one for those before', async () => {
    const query = `{ before: measure(id: "${RENTAL}", on: "2025-06-30") { policy { version } }
      after: measure(id: "${RENTAL}", on: "${FROM}") { policy { version } }
      today: measure(id: "${RENTAL}") { policy { version } } }`;

    expect(await ask(api, bureau.clerk, query)).toMatchObject({
      before: { policy: { version: published } },
      after: { policy: { version: edited } },
      today: { policy: { version: edited } },
    });
  });

  it('leaves alone what was determined before, to its payment', async () => {
    await bureau.done(bureau.otherFinance, 'publiciseClaim', { claim: decided, days: 7 });
    api.today('2026-08-13');
    const { payments } = await bureau.done(bureau.finance, 'instructPayments', { claim: decided });
    expect(payments).toHaveLength(2);
    expect(await amountOf(decided)).toBe('120000.00');
    const page = await ask(
      api,
      bureau.finance,
      'query ($id: ID!) { claim(id: $id) { measure { quotes policy { version } } determination { policyVersion } } }',
      { id: decided },
    );
    expect(page).toMatchObject({
      claim: {
        measure: {
          quotes: [expect.stringContaining('30%'), expect.anything(), expect.anything()],
          policy: { version: published },
        },
        determination: { policyVersion: published },
      },
    });
  });
});

interface Row {
  readonly differs: boolean;
  readonly before: Line | null;
  readonly after: Line | null;
}

interface Line {
  readonly parts: readonly { readonly text: string; readonly marked: boolean }[];
}

function markedIn(line: Line | null): string {
  return (line?.parts ?? []).flatMap(({ text, marked }) => (marked ? [text] : [])).join('');
}

function proposalIn(answer: object): string | undefined {
  const { versions = [] } = answer as { versions?: readonly { readonly proposal: { readonly id: string } | null }[] };
  return versions[0]?.proposal?.id;
}
