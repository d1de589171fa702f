import { claimStream } from '@duixian/casework';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type Answer } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, invoice, RENTAL, SCENARIO, TASK, TODAY, type Submission } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';
import { recordedBefore } from '../spec/recorded-before.spec.js';

const COUNTY_SCENARIO = 'jinjiang-2025-6/2.4.scenario';
const CLOUD = 'quanzhou-2024-7/6';
const COUNTY_CLOUD = 'jinjiang-2025-6/2.2';
const CONTESTED = { __typename: 'EvidenceContested', code: 'EVIDENCE_CONTESTED' };

let api: Api;
let bureau: Bureau;
let papers = 0;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

beforeEach(() => api.today(TODAY));

afterAll(() => api.stop());

/** A certificate that nobody has named yet. */
function certificate(): NonNullable<Submission['evidence']> {
  papers += 1;
  return [{ kind: 'CERTIFICATE', number: `泉证字〔2025〕${papers}号` }];
}

function invoiceNumber(): string {
  papers += 1;
  return `25352000000000008${String(papers).padStart(3, '0')}`;
}

function fee(total: string, ...numbers: readonly string[]): Pick<Submission, 'facts' | 'evidence'> {
  return { facts: { serviceFee: total }, evidence: numbers.map((number) => invoice(number)) };
}

async function review(claim: string, measure: string): Promise<Answer> {
  return api.send(await bureau.reviewer(measure), 'reviewClaim', { claim, opinion: '属实', agreedAmount: null });
}

/** What the pages of a claim say of its documents. */
async function contestants(claim: string): Promise<string[][]> {
  const query = 'query ($id: ID!) { claim(id: $id) { evidence { contestedBy { id } } } }';
  const { claim: shown } = await ask(api, bureau.clerk, query, { id: claim });
  return (shown as { evidence: { contestedBy: { id: string }[] }[] }).evidence.map(({ contestedBy }) =>
    contestedBy.map(({ id }) => id),
  );
}

describe('a document of two claims in one overlap group', () => {
  it('is contested where the subjects differ, so that nothing would be taken off', async () => {
    const [uscc, evidence] = [await bureau.enterprise(), certificate()];
    const city = await bureau.accepted({ uscc, measure: SCENARIO, subject: '智能质检场景', evidence });
    const facts = { level: 'quanzhou' };
    const county = await bureau.accepted({
      uscc,
      measure: COUNTY_SCENARIO,
      subject: '鞋面缺陷识别平台',
      facts,
      evidence,
    });
    expect(await review(county, COUNTY_SCENARIO)).toMatchObject({ ...CONTESTED, claims: [city] });
    expect(await review(city, SCENARIO)).toMatchObject({ ...CONTESTED, claims: [county] });
    expect([await contestants(city), await contestants(county)]).toEqual([[[county]], [[city]]]);
  });

  it('supports both where the subject is one, and the second is paid nothing that the first was', async () => {
    const subject = '智能质检场景';
    const [uscc, evidence] = [await bureau.enterprise(), certificate()];
    const city = await bureau.determined({ uscc, measure: SCENARIO, subject, evidence });
    expect(city.determinedAmount).toBe('100000.00');
    const facts = { level: 'quanzhou' };
    const claim = await bureau.reviewed({ uscc, measure: COUNTY_SCENARIO, subject, facts, evidence });
    const finance = await api.hire('finance', COUNTY);
    // 50,000 of Jinjiang's, less 100,000.
    expect(await api.send(finance, 'determineClaim', { claim })).toMatchObject({
      status: 'DECLINED',
      determination: { reasons: [{ code: 'OVERLAP' }] },
    });
  });

  it('is contested where the years differ', async () => {
    const uscc = await bureau.enterprise();
    const paid = fee('400000.00', '25352000000000007001');
    await bureau.determined({ uscc, measure: CLOUD, subject: null, ...paid });
    const next = { year: 2026, occurredOn: '2026-01-05' };
    const county = await bureau.accepted({ uscc, measure: COUNTY_CLOUD, subject: null, ...next, ...paid });
    expect(await review(county, COUNTY_CLOUD)).toMatchObject(CONTESTED);
  });
});

describe('a second claim of one year under a clause that is reckoned by the year', () => {
  it('states the year’s total on the invoices of both, and is paid what the first was not', async () => {
    const uscc = await bureau.enterprise();
    const [one, other] = ['25352000000000007011', '25352000000000007012'] as const;
    expect((await bureau.determined({ uscc, ...fee('200000.00', one) })).determinedAmount).toBe('60000.00');
    // 30% of 500,000, less 60,000.
    expect((await bureau.determined({ uscc, ...fee('500000.00', one, other) })).determinedAmount).toBe('90000.00');
  });

  it('does so also for an enterprise that goes on in place of the one that was paid, by way of another', async () => {
    const [old, between, successor] = [await bureau.enterprise(), await bureau.enterprise(), await bureau.enterprise()];
    const [one, other] = ['25352000000000007021', '25352000000000007022'] as const;
    await bureau.determined({ uscc: old, ...fee('200000.00', one) });
    for (const [uscc, next] of [
      [old, between],
      [between, successor],
    ]) {
      const change = { uscc, on: TODAY, kind: 'RECODED', successors: [next] };
      const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
      await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal: changeProposals[0]?.id });
    }

    const second = await bureau.accepted({ uscc: successor, ...fee('500000.00', one, other) });
    expect(await contestants(second)).toEqual([[], []]);
    expect(await review(second, RENTAL)).toMatchObject({ status: 'REVIEWED' });
    expect(await api.send(bureau.finance, 'determineClaim', { claim: second })).toMatchObject({
      determinedAmount: '90000.00',
    });
  });
});

describe('a document that two claims shared for a merger that is undone', () => {
  /** A claim of each, on one invoice: the successor's passed its review as the predecessor's counted for its own. */
  async function shared(): Promise<{ first: string; second: string; undo: () => Promise<void> }> {
    const [old, successor] = [await bureau.enterprise(), await bureau.enterprise()];
    const [paper, other] = [invoiceNumber(), invoiceNumber()];
    const { id: first } = await bureau.determined({ uscc: old, ...fee('200000.00', paper) });
    const change = { uscc: old, on: TODAY, kind: 'RECODED', successors: [successor] };
    const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
    const proposal = changeProposals[0]?.id;
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: old, proposal });
    const second = await bureau.reviewed({ uscc: successor, ...fee('500000.00', paper, other) });
    const undo = async (): Promise<void> => {
      const wrong = { uscc: old, change: proposal, on: null };
      const corrected = await bureau.done(bureau.clerk, 'proposeChangeCorrection', wrong);
      const correction = corrected.changeProposals[0]?.id;
      await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: old, proposal: correction });
    };
    return { first, second, undo };
  }

  async function withdraw(claim: string): Promise<void> {
    await bureau.done(bureau.clerk, 'withdrawClaim', { claim, reason: '重复申报' });
  }

  async function holdersUp(claim: string): Promise<string[]> {
    const query = 'query ($id: ID!) { claim(id: $id) { evidence { heldUpBy } } }';
    const { claim: shown } = await ask(api, bureau.clerk, query, { id: claim });
    return (shown as { evidence: { heldUpBy: string[] }[] }).evidence.flatMap(({ heldUpBy }) => heldUpBy);
  }

  it('leads neither of them on to its payment, until one gives way', async () => {
    const { first, second, undo } = await shared();
    await undo();
    expect([await holdersUp(first), await holdersUp(second)]).toEqual([[second], [first]]);
    expect(await api.send(bureau.finance, 'determineClaim', { claim: second })).toMatchObject(CONTESTED);
    await bureau.done(bureau.otherFinance, 'publiciseClaim', { claim: first, days: 7 });
    api.today('2026-08-13');
    expect(await api.send(bureau.finance, 'instructPayments', { claim: first })).toMatchObject(CONTESTED);

    await withdraw(second);
    expect(await holdersUp(first)).toEqual([]);
    expect(await api.send(bureau.finance, 'instructPayments', { claim: first })).toMatchObject({
      status: 'INSTRUCTED',
    });
  });

  it('has no returned payment instructed again, which its page says as well', async () => {
    const [old, successor] = [await bureau.enterprise(), await bureau.enterprise()];
    const stated = fee('200000.00', invoiceNumber());
    const { id: first } = await bureau.instructed({ uscc: old, ...stated });
    const on = '2026-08-13';
    const change = { uscc: old, on, kind: 'RECODED', successors: [successor] };
    const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
    const merged = changeProposals[0]?.id;
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: old, proposal: merged });
    const second = await bureau.reviewed({ uscc: successor, ...stated });
    const wrong = { uscc: old, change: merged, on: null };
    const corrected = await bureau.done(bureau.clerk, 'proposeChangeCorrection', wrong);
    const undoing = corrected.changeProposals[0]?.id;
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: old, proposal: undoing });
    const payment = `${first}-${CITY}`;
    const returned = { payment, attempt: 1, reason: '账户已销户' };
    await bureau.done(await bureau.treasury(CITY), 'recordBankReturn', returned);

    const query = 'query ($id: ID!) { payment(id: $id) { actions { action allowed refusal { zh } } } }';
    const { payment: shown } = await ask(api, bureau.otherFinance, query, { id: payment });
    const refusal = { action: 'REINSTRUCT', allowed: false, refusal: { zh: expect.stringContaining(second) } };
    expect((shown as { actions: unknown[] }).actions).toContainEqual(refusal);
    expect(await api.send(bureau.otherFinance, 'reinstructPayment', { payment })).toMatchObject(CONTESTED);
    await withdraw(second);
    expect(await api.send(bureau.otherFinance, 'reinstructPayment', { payment })).toMatchObject({
      status: 'INSTRUCTED',
    });
  });

  it('holds them up where it is undone after the second was determined', async () => {
    const { first, second, undo } = await shared();
    await bureau.done(bureau.finance, 'determineClaim', { claim: second });
    await undo();
    for (const claim of [first, second]) await bureau.done(bureau.otherFinance, 'publiciseClaim', { claim, days: 7 });
    api.today('2026-08-13');
    for (const claim of [first, second]) {
      expect(await api.send(bureau.finance, 'instructPayments', { claim })).toMatchObject(CONTESTED);
    }
  });
});

describe('a document that was claimed before its events said what for', () => {
  it('is shared, or contested, as the record of that claim says', async () => {
    const [uscc, evidence] = [await bureau.enterprise(), certificate()];
    const subject = '智能质检场景';
    const before = await recordedBefore(bureau, await bureau.submitted({ uscc, measure: SCENARIO, subject, evidence }));
    const facts = { level: 'quanzhou' };
    const same = await bureau.accepted({ uscc, measure: COUNTY_SCENARIO, subject, facts, evidence });
    expect(await contestants(same)).toEqual([[]]);
    expect(await review(same, COUNTY_SCENARIO)).toMatchObject({ status: 'REVIEWED' });
    const another = { uscc, measure: COUNTY_SCENARIO, subject: '鞋面缺陷识别平台', facts, evidence };
    const other = await bureau.accepted(another);
    await bureau.done(await api.hire('clerk', CITY), 'acceptClaim', { claim: before });
    expect((await review(other, COUNTY_SCENARIO)).claims).toContain(before);
    expect((await contestants(other))[0]).toContain(before);
  });
});

describe('a fee that is claimed under two clauses', () => {
  it('is not paid under both on the same papers', async () => {
    const uscc = await bureau.enterprise();
    const paid = fee('400000.00', '25352000000000007031');
    const rental = await bureau.reviewed({ uscc, ...paid });
    const cloud = await bureau.accepted({ uscc, measure: CLOUD, ...paid });
    expect(await review(cloud, CLOUD)).toMatchObject({ ...CONTESTED, claims: [rental] });
  });
});

describe('a contract', () => {
  async function task(number: string, party: string | null): Promise<string> {
    const document = { kind: 'CONTRACT', number, ...(party !== null && { party }) };
    const uscc = await bureau.enterprise();
    return bureau.accepted({ uscc, measure: TASK, facts: {}, subject: `任务${uscc}`, evidence: [document] });
  }

  it('of one number is another with another party, and the same with the same or with none', async () => {
    const first = await task('2025-001', '福州云岭云计算有限公司（虚构）');
    const second = await task('２０２５－００１', '厦门鹭云科技有限公司（虚构）');
    expect([await contestants(first), await contestants(second)]).toEqual([[[]], [[]]]);
    const opinion = { claim: second, opinion: '属实', agreedAmount: '100.00' };
    expect(await api.send(await bureau.reviewer(TASK), 'reviewClaim', opinion)).not.toMatchObject(CONTESTED);

    const same = await task('2025-001', '福州云岭云计算股份有限公司(虚构)');
    expect(await contestants(same)).toEqual([[first]]);
    const sent = { claim: same, opinion: '属实', agreedAmount: '100.00' };
    expect(await api.send(await bureau.reviewer(TASK), 'reviewClaim', sent)).toMatchObject(CONTESTED);

    const bare = await task('2025-001', null);
    expect((await contestants(bare))[0]?.toSorted()).toEqual([first, second, same].toSorted());
    const query = 'query ($id: ID!) { claim(id: $id) { evidence { number party } } }';
    expect(await ask(api, bureau.clerk, query, { id: second })).toEqual({
      claim: { evidence: [{ number: '2025-001', party: '厦门鹭云科技有限公司（虚构）' }] },
    });
  });

  it('of one number is the same where its party, or the claimant, was renamed between the claims', async () => {
    const renamed = async (uscc: string, name: string): Promise<void> => {
      const change = { uscc, on: TODAY, kind: 'RENAMED', name };
      const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
      await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal: changeProposals[0]?.id });
    };
    const party = await bureau.enterprise();
    const query = 'query ($uscc: ID!) { enterprise(uscc: $uscc) { name } }';
    const { enterprise } = await ask(api, bureau.clerk, query, { uscc: party });
    const [before, now] = [(enterprise as { name: string }).name, '辛测检测技术有限公司（虚构）'];
    const first = await task('2025-031', before);
    await renamed(party, now);
    const second = await task('2025-031', now);
    expect([await contestants(first), await contestants(second)]).toEqual([[[second]], [[first]]]);
    const opinion = { claim: second, opinion: '属实', agreedAmount: '100.00' };
    expect(await api.send(await bureau.reviewer(TASK), 'reviewClaim', opinion)).toMatchObject(CONTESTED);

    const claimant = await ask(api, bureau.clerk, 'query ($id: ID!) { claim(id: $id) { enterprise { uscc name } } }', {
      id: first,
    });
    const { uscc, name } = (claimant.claim as { enterprise: { uscc: string; name: string } }).enterprise;
    await renamed(uscc, '改名后的申报企业（虚构）');
    const otherSide = await bureau.accepted({
      uscc: party,
      measure: TASK,
      facts: {},
      subject: `任务${party}`,
      evidence: [{ kind: 'CONTRACT', number: '2025-031', party: '改名后的申报企业（虚构）' }],
    });
    expect(name).not.toBe('改名后的申报企业（虚构）');
    expect((await contestants(otherSide))[0]).toContain(first);
  });

  /** The claims on what may be the same contract, with the parties that they state, as the page of a claim says. */
  async function doubtful(claim: string): Promise<[string, string[]][]> {
    const query = 'query ($id: ID!) { claim(id: $id) { nearContracts { parties claim { id } } } }';
    const { claim: shown } = await ask(api, bureau.clerk, query, { id: claim });
    const { nearContracts } = shown as { nearContracts: { parties: string[]; claim: { id: string } }[] };
    return nearContracts.map(({ parties, claim: { id } }) => [id, parties]);
  }

  it('under two names of a party that are almost alike needs the reviewer’s word, which goes on record', async () => {
    const [one, other] = ['福州云岭云计算有限公司（虚构）', '福州云岑云计算有限公司（虚构）'];
    const [first, second] = [await task('2025-021', one), await task('2025-021', other)];
    expect([await doubtful(first), await doubtful(second)]).toEqual([[[second, [other]]], [[first, [one]]]]);
    expect(await contestants(second)).toEqual([[]]);

    const reviewer = await bureau.reviewer(TASK);
    const review = { claim: second, opinion: '属实', agreedAmount: '100.00' };
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'distinction', message: { zh: expect.stringContaining(`${first}“2025-021”`) } }],
    });
    const distinction = { claims: [first], reason: '合同原件的对方是另一家公司' };
    expect(await bureau.done(reviewer, 'reviewClaim', { ...review, distinction })).toMatchObject({
      status: 'REVIEWED',
    });
    const { events } = await api.store.readStream(CITY, claimStream(second));
    expect(events.at(-1)).toMatchObject({ type: 'ClaimReviewed', data: { distinction } });
  });

  it('for which one enterprise states two parties needs it as well, until one of the claims has ended', async () => {
    const uscc = await bureau.enterprise();
    const stated = (party: string) => ({
      ...{ uscc, measure: TASK, facts: {}, subject: `任务${party}` },
      evidence: [{ kind: 'CONTRACT', number: '2025-031', party }],
    });
    const first = await bureau.accepted(stated('福州云岭云计算有限公司（虚构）'));
    const second = await bureau.accepted(stated('厦门鹭云科技有限公司（虚构）'));
    expect(await doubtful(second)).toEqual([[first, ['福州云岭云计算有限公司（虚构）']]]);
    const review = { claim: second, opinion: '属实', agreedAmount: '100.00' };
    const reviewer = await bureau.reviewer(TASK);
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({ problems: [{ field: 'distinction' }] });
    await bureau.done(bureau.clerk, 'withdrawClaim', { claim: first, reason: '误报' });
    expect(await doubtful(second)).toEqual([]);
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({ status: 'REVIEWED' });
  });

  it('of one number stands twice in a claim with two parties, each contested by itself, and not with one', async () => {
    const [one, other] = ['福州云岭云计算有限公司（虚构）', '厦门鹭云科技有限公司（虚构）'];
    const both = (...parties: readonly string[]) =>
      parties.map((party) => ({ kind: 'CONTRACT', number: '2025-041', party }));
    const uscc = await bureau.enterprise();
    const claim = { uscc, measure: TASK, facts: {}, subject: `任务${uscc}` };
    await expect(bureau.submitted({ ...claim, evidence: both(one, one) })).rejects.toThrow(/evidence\[0\]\.number/);
    const first = await bureau.accepted({ ...claim, evidence: both(one, other) });
    const second = await task('2025-041', other);
    expect([await contestants(first), await contestants(second)]).toEqual([[[], [second]], [[first]]]);
    await bureau.done(bureau.clerk, 'withdrawClaim', { claim: first, reason: '误报' });
    expect(await contestants(second)).toEqual([[]]);
  });

  it('alone has a party', async () => {
    const [document] = certificate();
    const evidence = [{ ...document, party: '谁' }] as NonNullable<Submission['evidence']>;
    const claim = bureau.submitted({ uscc: await bureau.enterprise(), measure: SCENARIO, evidence });
    await expect(claim).rejects.toThrow(/evidence\[0\]\.party/);
  });
});

describe('a paper whose number can be no other’s', () => {
  it('is one, whatever kind it is called, on the page and in the review', async () => {
    const number = '泉工信〔2025〕7041号';
    const scenario = await bureau.accepted({
      uscc: await bureau.enterprise(),
      measure: SCENARIO,
      evidence: [{ kind: 'CERTIFICATE', number }],
    });
    const task = await bureau.accepted({
      uscc: await bureau.enterprise(),
      measure: TASK,
      facts: {},
      evidence: [{ kind: 'CONTRACT', number: '泉工信[2025]第7041号' }],
    });
    expect([await contestants(scenario), await contestants(task)]).toEqual([[[task]], [[scenario]]]);
    const reviewer = await bureau.reviewer(TASK);
    const opinion = { claim: task, opinion: '属实', agreedAmount: '100.00' };
    expect(await api.send(reviewer, 'reviewClaim', opinion)).toMatchObject({ ...CONTESTED, claims: [scenario] });
  });
});

describe('one field of a claim that names several papers', () => {
  it('stands for each of them', async () => {
    const numbers = ['泉证字〔2025〕7051号', '泉证字〔2025〕7052号'];
    const evidence = [{ kind: 'CERTIFICATE', number: numbers.join('\n') }];
    const claim = await bureau.submitted({ uscc: await bureau.enterprise(), measure: SCENARIO, evidence });
    const query = 'query ($id: ID!) { claim(id: $id) { evidence { number } } }';
    const { claim: shown } = await ask(api, bureau.clerk, query, { id: claim });
    expect(shown).toEqual({ evidence: numbers.map((number) => ({ number })) });
  });
});
