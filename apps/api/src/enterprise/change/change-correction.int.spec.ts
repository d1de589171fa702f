import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type Answer } from '../../spec/api.spec.js';
import { Bureau, COUNTY, OTHER_COUNTY, submission, TODAY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

beforeEach(() => api.today(TODAY));

afterAll(() => api.stop());

const NAME = '青石误改名（虚构）';

/** A change that two clerks entered; gives its proposal. */
async function changed(uscc: string, change: object): Promise<string> {
  const input = { uscc, on: TODAY, ...change };
  const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', input);
  const proposal = changeProposals[0]?.id ?? '';
  await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal });
  return proposal;
}

/** Proposes what is true of a change: null, that it never came about. */
async function correction(uscc: string, change: string, on: string | null): Promise<string> {
  const { changeProposals } = await bureau.done(bureau.clerk, 'proposeChangeCorrection', { uscc, change, on });
  return changeProposals[0]?.id ?? '';
}

async function corrected(uscc: string, change: string, on: string | null): Promise<Answer> {
  const proposal = await correction(uscc, change, on);
  return bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal });
}

async function life(uscc: string): Promise<unknown> {
  const query = `query ($uscc: ID!) { enterprise(uscc: $uscc) {
    name formerNames { name until } closure { how on } predecessors { uscc } changeProposals { kind on isUndone corrects { on } }
  } }`;
  return (await ask(api, bureau.clerk, query, { uscc })).enterprise;
}

async function found(query: string): Promise<string[]> {
  const list = 'query ($query: String) { enterprises(first: 10, filter: { query: $query }) { nodes { uscc } } }';
  const { enterprises } = await ask(api, bureau.clerk, list, { query });
  return (enterprises as { nodes: { uscc: string }[] }).nodes.map(({ uscc }) => uscc);
}

describe('the end of an enterprise that was entered by mistake', () => {
  it('is undone by two clerks, and it claims and is paid again', async () => {
    const uscc = await bureau.enterprise();
    const claim = await bureau.publicised({ uscc });
    const change = await changed(uscc, { kind: 'CANCELLED' });
    expect(await api.send(bureau.clerk, 'submitClaim', submission({ uscc }))).toMatchObject({
      code: 'ENTERPRISE_ENDED',
    });

    const proposal = await correction(uscc, change, null);
    const answer = { uscc, proposal };
    expect(await api.send(bureau.clerk, 'agreeEnterpriseChange', answer)).toMatchObject({ code: 'SAME_PERSON' });
    const again = { uscc, change, on: null };
    expect(await api.send(bureau.otherClerk, 'proposeChangeCorrection', again)).toMatchObject({
      code: 'PROPOSAL_OPEN',
    });
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', answer);

    expect(await life(uscc)).toMatchObject({
      closure: null,
      changeProposals: [
        { kind: 'CANCELLED', corrects: { on: null }, isUndone: false },
        { kind: 'CANCELLED', corrects: null, isUndone: true },
      ],
    });
    expect(await bureau.submitted({ uscc })).toMatch(/^350500-2025-/);
    api.today('2026-08-13');
    expect(await api.send(bureau.finance, 'instructPayments', { claim })).toMatchObject({ status: 'INSTRUCTED' });
    expect(await api.send(bureau.clerk, 'proposeChangeCorrection', again)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives the caps back that were handed on: each counts its own again', async () => {
    const [old, successor] = [await bureau.enterprise(), await bureau.enterprise()];
    await bureau.determined({ uscc: old, facts: { serviceFee: '800000.00' } });
    const change = await changed(old, { kind: 'MERGED', successors: [successor] });
    const facts = { serviceFee: '1000000.00' };
    // 300,000 a year, of which 240,000 went to the other code.
    expect(await bureau.determined({ uscc: successor, facts })).toMatchObject({ determinedAmount: '60000.00' });

    await corrected(old, change, null);

    expect(await life(successor)).toMatchObject({ predecessors: [] });
    expect(await found(old)).toEqual([old]);
    expect(await bureau.determined({ uscc: successor, facts })).toMatchObject({ determinedAmount: '240000.00' });
    expect(await bureau.determined({ uscc: old, facts })).toMatchObject({ determinedAmount: '60000.00' });

    await changed(old, { kind: 'MERGED', successors: [successor] });
    expect(await bureau.determined({ uscc: successor, facts })).toMatchObject({ status: 'DECLINED' });
  });

  it('is undone by somebody who speaks for the successor’s division too', async () => {
    const [uscc, successor] = [await bureau.enterprise(COUNTY), await bureau.enterprise(OTHER_COUNTY)];
    const change = await changed(uscc, { kind: 'MERGED', successors: [successor] });
    const proposal = await correction(uscc, change, null);
    const ofCounty = await api.hire('clerk', COUNTY);
    expect(await api.send(ofCounty, 'agreeEnterpriseChange', { uscc, proposal })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
  });
});

describe('the day of a change that was mistyped', () => {
  it('is put right within what came before and after', async () => {
    const uscc = await bureau.enterprise();
    const { name } = (await life(uscc)) as { name: string };
    api.today('2026-08-13');
    const renamed = await changed(uscc, { kind: 'RENAMED', name: NAME, on: '2026-08-12' });
    const revoked = await changed(uscc, { kind: 'REVOKED', on: '2026-08-13' });
    for (const on of ['2062-08-12', '2026-08-14', '2020-01-01', '2026-08-12']) {
      const wrong = { uscc, change: renamed, on };
      expect(await api.send(bureau.clerk, 'proposeChangeCorrection', wrong)).toMatchObject({
        code: 'INVALID_INPUT',
        problems: [{ field: 'on' }],
      });
    }
    await corrected(uscc, renamed, TODAY);
    await corrected(uscc, revoked, '2026-08-12');
    expect(await life(uscc)).toMatchObject({
      name: NAME,
      formerNames: [{ name, until: TODAY }],
      closure: { how: 'REVOKED', on: '2026-08-12' },
    });
    const { events } = await api.store.readStream(bureau.city, `entitlement-${uscc}`);
    expect(events.at(-1)).toMatchObject({ type: 'EntitlementClosed', data: { on: '2026-08-12' } });
  });

  it('comes before what followed: a renaming is undone after what came after it', async () => {
    const uscc = await bureau.enterprise();
    const { name } = (await life(uscc)) as { name: string };
    const renamed = await changed(uscc, { kind: 'RENAMED', name: NAME });
    const ended = await changed(uscc, { kind: 'CANCELLED' });
    expect(await api.send(bureau.clerk, 'proposeChangeCorrection', { uscc, change: renamed, on: null })).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'change' }],
    });
    await corrected(uscc, ended, null);
    await corrected(uscc, renamed, null);
    expect(await life(uscc)).toMatchObject({ name, formerNames: [], closure: null });
  });
});
