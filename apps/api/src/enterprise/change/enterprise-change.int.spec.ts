import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, usccOf, type Answer } from '../../spec/api.spec.js';
import {
  Bureau,
  CITY,
  COUNTY,
  freshEvidence,
  OTHER_COUNTY,
  RENTAL,
  SCENARIO,
  submission,
  TODAY,
} from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

beforeEach(() => api.today(TODAY));

afterAll(() => api.stop());

const RENAMED = { kind: 'RENAMED', name: '青石更名（虚构）' };

async function propose(uscc: string, change: object): Promise<string> {
  const input = { uscc, on: TODAY, ...change };
  const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', input);
  return changeProposals[0]?.id ?? '';
}

async function changed(uscc: string, change: object): Promise<Answer> {
  const proposal = await propose(uscc, change);
  return bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal });
}

async function found(query: string): Promise<string[]> {
  const { enterprises } = await ask(
    api,
    bureau.clerk,
    'query ($query: String) { enterprises(first: 10, filter: { query: $query }) { nodes { uscc } } }',
    { query },
  );
  return (enterprises as { nodes: { uscc: string }[] }).nodes.map(({ uscc }) => uscc);
}

describe('a change of an enterprise', () => {
  it('takes two clerks, and can be refused or taken back', async () => {
    const uscc = await bureau.enterprise();
    const proposal = await propose(uscc, { kind: 'RENAMED', name: '晋江新名智算有限公司（虚构）' });
    const answer = { uscc, proposal };
    expect(await api.send(bureau.clerk, 'agreeEnterpriseChange', answer)).toMatchObject({ code: 'SAME_PERSON' });
    const again = { uscc, kind: 'CANCELLED', on: TODAY };
    expect(await api.send(bureau.clerk, 'proposeEnterpriseChange', again)).toMatchObject({ code: 'PROPOSAL_OPEN' });
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    expect(await api.send(elsewhere, 'agreeEnterpriseChange', answer)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    const refused = await bureau.done(bureau.otherClerk, 'refuseEnterpriseChange', { ...answer, reason: '无执照' });
    expect(refused.changeProposals).toMatchObject([{ standing: 'REFUSED' }]);
    const second = await propose(uscc, { kind: 'CANCELLED' });
    const taken = await bureau.done(bureau.clerk, 'withdrawEnterpriseChange', { uscc, proposal: second });
    expect(taken).toMatchObject({
      closure: null,
      changeProposals: [{ standing: 'WITHDRAWN' }, { standing: 'REFUSED' }],
    });
  });

  it.each([
    ['of a day to come', { kind: 'CANCELLED', on: '2026-08-04' }, 'on'],
    ['to its own name', { kind: 'RENAMED', name: ' ' }, 'name'],
    ['without a successor', { kind: 'MERGED', successors: [] }, 'successors'],
    [
      'with a successor that is not registered',
      { kind: 'RECODED', successors: [usccOf(COUNTY, 999_998)] },
      'successors[0]',
    ],
  ])('%s is refused with its field', async (_, change, field) => {
    const input = { uscc: await bureau.enterprise(), on: TODAY, ...change };
    expect(await api.send(bureau.clerk, 'proposeEnterpriseChange', input)).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field }],
    });
  });

  it('is of a day after the enterprise was entered and after the change before it', async () => {
    const uscc = await bureau.enterprise();
    const rename = (on: string) => api.send(bureau.clerk, 'proposeEnterpriseChange', { uscc, on, ...RENAMED });
    expect(await rename('1949-10-01')).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field: 'on' }] });
    const later = new Date(Date.parse(TODAY) + 10 * 86_400_000).toISOString().slice(0, 10);
    api.today(later);
    const clerks = [await api.hire('clerk', CITY), await api.hire('clerk', CITY)] as const;
    const proposed = await bureau.done(clerks[0], 'proposeEnterpriseChange', { uscc, on: later, ...RENAMED });
    await bureau.done(clerks[1], 'agreeEnterpriseChange', { uscc, proposal: proposed.changeProposals[0]?.id });
    const again = { uscc, on: TODAY, kind: 'RENAMED', name: '青石再更名（虚构）' };
    expect(await api.send(clerks[0], 'proposeEnterpriseChange', again)).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('into an enterprise of another county is agreed to by somebody who speaks for both', async () => {
    const [uscc, successor] = [await bureau.enterprise(COUNTY), await bureau.enterprise(OTHER_COUNTY)];
    const proposal = await propose(uscc, { kind: 'MERGED', successors: [successor] });
    const ofCounty = await api.hire('clerk', COUNTY);
    expect(await api.send(ofCounty, 'agreeEnterpriseChange', { uscc, proposal })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
      message: { zh: expect.stringContaining('南安市') },
    });
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal });
  });

  it('keeps a former name findable', async () => {
    const uscc = await bureau.enterprise();
    const [before] = await ask(api, bureau.clerk, 'query ($uscc: ID!) { enterprise(uscc: $uscc) { name } }', {
      uscc,
    }).then(({ enterprise }) => [(enterprise as { name: string }).name]);
    await changed(uscc, { kind: 'RENAMED', name: '晋江改名后算力有限公司（虚构）' });
    expect(await found('改名后算力')).toEqual([uscc]);
    expect(await found(before ?? '')).toEqual([uscc]);
    const claim = await bureau.submitted({ uscc });
    expect(claim).toMatch(/^350500-2025-/);
  });
});

describe('an enterprise that was renamed', () => {
  it('is paid under its new name, also on a claim that it stated under its old one', async () => {
    const uscc = await bureau.enterprise();
    const claim = await bureau.publicised({ uscc });
    await changed(uscc, RENAMED);
    api.today('2026-08-13');
    await bureau.done(bureau.finance, 'instructPayments', { claim });
    const query = '($claim: ID!) { claim(id: $claim) { payments { payee } } }';
    expect(await ask(api, bureau.clerk, `query ${query}`, { claim })).toEqual({
      claim: { payments: [{ payee: RENAMED.name }, { payee: RENAMED.name }] },
    });
  });

  it('is paid again under its new name, where the bank sent back what went out under the old one', async () => {
    const uscc = await bureau.enterprise();
    const { id: claim } = await bureau.instructed({ uscc });
    const query = 'query ($id: ID!) { payment(id: $id) { payee } }';
    const payeeOf = async (payer: string) => (await ask(api, bureau.clerk, query, { id: `${claim}-${payer}` })).payment;
    const before = await payeeOf(CITY);
    const payment = `${claim}-${CITY}`;
    const returned = { payment, attempt: 1, reason: '户名不符' };
    await bureau.done(await bureau.treasury(CITY), 'recordBankReturn', returned);
    await changed(uscc, RENAMED);
    expect(await payeeOf(CITY)).toEqual(before);
    await bureau.done(bureau.otherFinance, 'reinstructPayment', { payment });
    expect(await payeeOf(CITY)).toEqual({ payee: RENAMED.name });
    expect(await payeeOf(COUNTY)).toEqual(before);
  });
});

describe('an enterprise that has ended', () => {
  it('claims nothing more, and its open claims are neither determined, publicised nor instructed', async () => {
    const uscc = await bureau.enterprise();
    const { id: determined } = await bureau.determined({ uscc });
    const reviewed = await bureau.reviewed({ uscc });
    await changed(uscc, { kind: 'REVOKED' });
    const ended = { __typename: 'NotAllowedNow', code: 'ENTERPRISE_ENDED' };
    expect(await api.send(bureau.clerk, 'submitClaim', submission({ uscc }))).toMatchObject(ended);
    expect(await api.send(bureau.finance, 'determineClaim', { claim: reviewed })).toMatchObject(ended);
    const publicity = { claim: determined, days: 7 };
    expect(await api.send(bureau.otherFinance, 'publiciseClaim', publicity)).toMatchObject(ended);
  });

  it('is not paid what was determined before', async () => {
    const uscc = await bureau.enterprise();
    const claim = await bureau.publicised({ uscc });
    await changed(uscc, { kind: 'CANCELLED' });
    api.today('2026-08-13');
    const answer = await api.send(bureau.finance, 'instructPayments', { claim });
    expect(answer).toMatchObject({ code: 'ENTERPRISE_ENDED' });
    expect(answer.message.zh).toContain('撤回或驳回');
    // The way out that the sentence names.
    expect(await api.send(bureau.otherClerk, 'withdrawClaim', { claim, reason: '企业注销' })).toMatchObject({
      status: 'WITHDRAWN',
    });
  });

  it('gives up a claim whose payments all came back, with its evidence', async () => {
    const uscc = await bureau.enterprise();
    const evidence = freshEvidence();
    const { id: claim } = await bureau.instructed({ uscc, evidence });
    const successor = await bureau.enterprise();
    const proposal = await propose(uscc, { kind: 'MERGED', successors: [successor] });
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal });
    const withdrawal = { claim, reason: '企业已合并' };
    const giveUp = () => api.send(bureau.otherClerk, 'withdrawClaim', withdrawal);

    for (const payer of [CITY, COUNTY]) {
      expect(await mayWithdraw(claim)).toBe(false);
      expect(await giveUp()).toMatchObject({ code: 'ALREADY_DECIDED' });
      const returned = { payment: `${claim}-${payer}`, attempt: 1, reason: '账户已销户' };
      await bureau.done(await bureau.treasury(payer), 'recordBankReturn', returned);
    }
    const again = await api.send(bureau.otherFinance, 'reinstructPayment', { payment: `${claim}-${CITY}` });
    expect(again).toMatchObject({ code: 'ENTERPRISE_ENDED' });
    expect(await mayWithdraw(claim)).toBe(true);
    expect(await returnedSums()).toEqual(['120000.00', '60000.00', '60000.00']);
    expect(await giveUp()).toMatchObject({ status: 'WITHDRAWN' });
    expect(await returnedSums()).toEqual(['0.00', '0.00', '0.00']);

    // What it rested on is free for the successor.
    expect(await bureau.reviewed({ uscc: successor, evidence })).toMatch(/^350500-2025-/);
  });
});

describe('a successor', () => {
  it('inherits what its predecessor was granted, under the caps and by its old code', async () => {
    const old = await bureau.enterprise();
    expect(await bureau.determined({ uscc: old, facts: { serviceFee: '800000.00' } })).toMatchObject({
      determinedAmount: '240000.00',
    });
    const successor = await bureau.enterprise();
    await changed(old, { kind: 'RECODED', successors: [successor] });
    expect(await found(old)).toEqual([old, successor].sort());

    // 300,000 a year, of which 240,000 went to the old code.
    const facts = { serviceFee: '1000000.00' };
    expect(await bureau.determined({ uscc: successor, facts })).toMatchObject({
      determinedAmount: '60000.00',
      determination: { reasons: [], lines: [{ amount: '30000.00' }, { amount: '30000.00' }] },
    });
    expect(await bureau.determined({ uscc: successor, facts })).toMatchObject({ status: 'DECLINED' });
    expect(await api.send(bureau.clerk, 'submitClaim', submission({ uscc: old }))).toMatchObject({
      code: 'ENTERPRISE_ENDED',
      message: { zh: expect.stringContaining(successor) },
    });
  });

  it('is not paid what was determined before it inherited, where the caps no longer leave it', async () => {
    const old = await bureau.enterprise();
    await bureau.determined({ uscc: old });
    const successor = await bureau.enterprise();
    const [overtaken, withinCaps] = [
      await bureau.publicised({ uscc: successor }),
      await bureau.publicised({ uscc: successor, measure: SCENARIO, subject: '装配质检场景' }),
    ];
    await changed(old, { kind: 'RECODED', successors: [successor] });
    api.today('2026-08-13');
    const answer = await api.send(bureau.finance, 'instructPayments', { claim: overtaken });
    expect(answer).toMatchObject({ __typename: 'NotAllowedNow', code: 'NOTHING_TO_PAY' });
    expect(answer.message.zh).toContain('撤回');
    await bureau.done(bureau.finance, 'instructPayments', { claim: withinCaps });
    // The way out that the sentence names.
    await bureau.done(bureau.otherClerk, 'withdrawClaim', { claim: overtaken, reason: '承继后额度不足' });
    expect(await bureau.determined({ uscc: successor, facts: { serviceFee: '1000000.00' } })).toMatchObject({
      determinedAmount: '180000.00',
    });
  });

  it('counts once what comes down to it in two ways: of a firm that was split, and of its other part', async () => {
    const whole = await bureau.enterprise();
    await bureau.determined({ uscc: whole, facts: { serviceFee: '500000.00' } });
    const parts = [await bureau.enterprise(), await bureau.enterprise()];
    await changed(whole, { kind: 'SPLIT', successors: parts });
    const [ended = '', left = ''] = parts;
    await changed(ended, { kind: 'MERGED', successors: [left] });

    // 300,000 a year, of which 150,000 went to the whole.
    expect(await bureau.determined({ uscc: left, facts: { serviceFee: '1000000.00' } })).toMatchObject({
      determinedAmount: '150000.00',
    });
  });

  it('passes no cap although predecessor and successor are determined while the one takes over', async () => {
    const old = await bureau.enterprise();
    const successor = await bureau.enterprise();
    const facts = { serviceFee: '1000000.00' };
    const claims = [await bureau.reviewed({ uscc: old, facts }), await bureau.reviewed({ uscc: successor, facts })];
    const proposal = await propose(old, { kind: 'MERGED', successors: [successor] });
    const determine = (claim: string) => api.send(bureau.finance, 'determineClaim', { claim });
    await Promise.all([
      ...claims.map(determine),
      bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: old, proposal }),
    ]);
    // Whoever came first, the firm that is left is granted nothing that the year's cap does not leave.
    const third = await bureau.reviewed({ uscc: successor, facts });
    expect(await determine(third)).toMatchObject({ status: 'DECLINED' });
    const { rows } = await api.pool.query<{ reserved: string }>(
      `select coalesce(sum(reserved), 0) as reserved from es.guard where tenant = $1 and account = any ($2)`,
      [CITY, [old, successor].map((uscc) => `enterprise:${uscc}:${RENTAL}:2025`)],
    );
    // 300,000 each while they were two, and one of them alone once they were one.
    const [oldClaim] = await Promise.all(claims.map(statusOf));
    const expected = oldClaim === 'DETERMINED' ? [30_000_000, 60_000_000] : [30_000_000];
    expect(expected).toContain(Number(rows[0]?.reserved));
  });
});

async function statusOf(claim: string): Promise<string> {
  const { claim: shown } = await ask(api, bureau.clerk, 'query ($id: ID!) { claim(id: $id) { status } }', {
    id: claim,
  });
  return (shown as { status: string }).status;
}

/** What was returned and may be instructed again: of all claims, and of each treasury. */
async function returnedSums(): Promise<string[]> {
  const auditor = await api.hire('auditor', CITY);
  const query = '{ dashboard { totals { returned } treasuries { returned } } }';
  const { dashboard } = await ask(api, auditor, query);
  const { totals, treasuries } = dashboard as Record<'treasuries', { returned: string }[]> & {
    totals: { returned: string };
  };
  return [totals, ...treasuries].map(({ returned }) => returned);
}

async function mayWithdraw(claim: string): Promise<boolean | undefined> {
  const query = 'query ($id: ID!) { claim(id: $id) { actions { action allowed } } }';
  const { claim: shown } = await ask(api, bureau.otherClerk, query, { id: claim });
  const { actions } = shown as { actions: { action: string; allowed: boolean }[] };
  return actions.find(({ action }) => action === 'WITHDRAW')?.allowed;
}
