import { claimStream } from '@duixian/casework';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../../spec/api.spec.js';
import { Bureau, CITY, COUNTY, invoice, SCENARIO, type Submission } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

describe('claims whose subjects are alike but for a suffix', () => {
  let api: Api;
  let bureau: Bureau;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
  });

  afterAll(() => api.stop());

  async function similarTo(id: string): Promise<unknown> {
    const query = 'query ($id: ID!) { claim(id: $id) { similarSubjects { id subject } } }';
    const { claim } = await ask(api, bureau.clerk, query, { id });
    return (claim as { similarSubjects: unknown }).similarSubjects;
  }

  async function nearTo(id: string): Promise<unknown> {
    const query = 'query ($id: ID!) { claim(id: $id) { nearSubjects { id } } }';
    const { claim } = await ask(api, bureau.clerk, query, { id });
    return (claim as { nearSubjects: unknown }).nearSubjects;
  }

  it('are shown side by side, until one of them has ended', async () => {
    const uscc = await bureau.enterprise();
    const scenario = { uscc, measure: SCENARIO };
    const first = await bureau.submitted({ ...scenario, subject: '场景甲' });
    const second = await bureau.submitted({ ...scenario, subject: '场景甲（升级版）' });
    const third = await bureau.submitted({ ...scenario, subject: '场景乙' });

    expect(await similarTo(first)).toEqual([{ id: second, subject: '场景甲(升级版)' }]);
    expect(await similarTo(second)).toEqual([{ id: first, subject: '场景甲' }]);
    expect(await similarTo(third)).toEqual([]);

    await bureau.done(bureau.otherClerk, 'withdrawClaim', { claim: first, reason: '重复申报' });
    expect(await similarTo(second)).toEqual([]);
  });

  it('need the reviewer’s word, also once the other was granted, and it goes on record', async () => {
    const scenario = { uscc: await bureau.enterprise(), measure: SCENARIO };
    const first = (await bureau.determined({ ...scenario, subject: '场景丁' })).id;
    // Another firm may have a scenario of the same name.
    await bureau.submitted({ uscc: await bureau.enterprise(), measure: SCENARIO, subject: '场景丁' });
    const second = await bureau.accepted({ ...scenario, subject: '场景丁（二期）' });
    expect(await nearTo(second)).toEqual([{ id: first }]);

    const reviewer = await bureau.reviewer(SCENARIO);
    const review = { claim: second, opinion: '属实' };
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'distinction' }],
    });
    const distinction = { claims: [first], reason: '二期为新建产线' };
    await bureau.done(reviewer, 'reviewClaim', { ...review, distinction });
    const { events } = await api.store.readStream(CITY, claimStream(second));
    expect(events.at(-1)).toMatchObject({ type: 'ClaimReviewed', schemaVersion: 2, data: { distinction } });
  });

  it('are one matter where the canonical name is one, and paid once', async () => {
    const scenario = { uscc: await bureau.enterprise(), measure: SCENARIO };
    await bureau.determined({ ...scenario, subject: 'AI质检应用场景' });
    const again = await bureau.reviewed({ ...scenario, subject: '“ai 质检应用”项目' });
    expect(await api.send(bureau.finance, 'determineClaim', { claim: again })).toMatchObject({
      status: 'DECLINED',
      determination: { reasons: [{ code: 'ALREADY_GRANTED' }] },
    });
  });

  it('wait for a second reviewer where the clause has no limit, who agrees to the same amount', async () => {
    const [VOUCHER, ZHANGZHOU, COUNTY] = ['zhangzhou-2024-2/2.voucher', '350600', '350602'];
    const elsewhere = await Bureau.open(api, ZHANGZHOU, COUNTY);
    const stated = { uscc: await elsewhere.enterprise(COUNTY), measure: VOUCHER, facts: {}, subject: '算力券' };
    const claim = await elsewhere.accepted({ ...stated, year: 2024, occurredOn: '2024-12-31' });
    const review = { claim, opinion: '属实', agreedAmount: '400000.00' };
    const first = await elsewhere.reviewer(VOUCHER);
    expect(await elsewhere.done(first, 'reviewClaim', review)).toMatchObject({ status: 'ACCEPTED' });
    expect(await api.send(elsewhere.finance, 'determineClaim', { claim })).toMatchObject({ code: 'NOT_YOUR_TURN' });
    expect(await api.send(first, 'reviewClaim', review)).toMatchObject({ code: 'SAME_PERSON' });
    const second = await api.hire('reviewer', ZHANGZHOU, first.department);
    expect(await elsewhere.done(second, 'reviewClaim', review)).toMatchObject({ status: 'REVIEWED' });
  });
});

describe('the second year of a rent that is promised for five', () => {
  let api: Api;
  let bureau: Bureau;

  beforeAll(async () => {
    api = await Api.start();
    bureau = await Bureau.open(api);
  });

  afterAll(() => api.stop());

  const RENT = 'jinjiang-2025-6/5.2';

  it('rests on the lease of the first, and is reviewed with a word where it is stated as the first again', async () => {
    const finance = await api.hire('finance', COUNTY);
    const uscc = await bureau.enterprise();
    const rent = (year: number, leaseYear: number): Submission => ({
      uscc,
      measure: RENT,
      year,
      occurredOn: `${year}-07-30`,
      subject: null,
      facts: { annualRent: '100000.00', area: 500, leaseYear, filedBefore: true },
      requestedAmount: '100000.00',
      evidence: [
        { kind: 'CONTRACT', number: 'ZL-2025-71', party: '晋江三创园管理有限公司（虚构）' },
        invoice(`${year - 2000}35200000000070${year}`, `${year}-07-30`),
      ],
    });
    const first = await bureau.reviewed(rent(2025, 1));
    await bureau.done(finance, 'determineClaim', { claim: first });
    const query = `query ($id: ID!) { claim(id: $id) {
      contradictingYears { id } evidence { contestedBy { id } }
    } }`;
    const again = await bureau.accepted(rent(2026, 1));
    expect(await ask(api, bureau.clerk, query, { id: again })).toEqual({
      claim: { contradictingYears: [{ id: first }], evidence: [{ contestedBy: [] }, { contestedBy: [] }] },
    });
    const reviewer = await bureau.reviewer(RENT);
    const review = { claim: again, opinion: '属实' };
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'distinction', message: { zh: expect.stringContaining(first) } }],
    });
    const distinction = { claims: [first], reason: '另租一处' };
    await bureau.done(reviewer, 'reviewClaim', { ...review, distinction });
  });
});
