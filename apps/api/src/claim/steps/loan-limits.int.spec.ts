import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type Answer } from '../../spec/api.spec.js';
import { Bureau, TODAY, type Submission } from '../../spec/bureau.spec.js';

const LOAN = 'xiamen-2023-10/17';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api, '350200', '350203');
});

beforeEach(() => api.today(TODAY));

afterAll(() => api.stop());

const loanOf = (uscc: string, occurredOn = '2025-12-31'): Submission => ({
  uscc,
  measure: LOAN,
  year: Number(occurredOn.slice(0, 4)),
  occurredOn,
  subject: null,
  facts: { newlyRegistered: true, previousRdSpend: '0' },
});

const determine = (claim: string): Promise<Answer> => api.send(bureau.finance, 'determineClaim', { claim });

describe('a limit of the loans of an enterprise', () => {
  it('stands alone in its year, until it is withdrawn', async () => {
    const uscc = await bureau.enterprise();
    const first = await bureau.determined(loanOf(uscc));
    expect(first).toMatchObject({ status: 'DETERMINED', determinedAmount: '10000000.00' });
    const second = await bureau.reviewed(loanOf(uscc));
    expect(await determine(second)).toMatchObject({
      __typename: 'NotAllowedNow',
      code: 'LIMIT_IN_FORCE',
      message: { zh: expect.stringContaining(first.id), en: expect.stringContaining(first.id) },
    });
    await bureau.done(bureau.clerk, 'withdrawClaim', { claim: first.id, reason: '企业改申请新额度' });
    expect(await determine(second)).toMatchObject({ status: 'DETERMINED', determinedAmount: '10000000.00' });
  });

  it('of another year, or of another enterprise, is another', async () => {
    const uscc = await bureau.enterprise();
    await bureau.determined(loanOf(uscc, '2024-12-31'));
    expect(await bureau.determined(loanOf(uscc))).toMatchObject({ status: 'DETERMINED' });
    expect(await bureau.determined(loanOf(await bureau.enterprise()))).toMatchObject({ status: 'DETERMINED' });
  });

  it('goes on with the one in whose place the enterprise was put', async () => {
    const [uscc, successor] = [await bureau.enterprise(), await bureau.enterprise()];
    const { id } = await bureau.determined(loanOf(uscc));
    const change = { uscc, kind: 'MERGED', on: TODAY, successors: [successor] };
    const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
    await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc, proposal: changeProposals[0]?.id });
    const claim = await bureau.reviewed(loanOf(successor));
    expect(await determine(claim)).toMatchObject({
      code: 'LIMIT_IN_FORCE',
      message: { zh: expect.stringContaining(id) },
    });
  });

  it('is given once where two are determined at the same moment', async () => {
    const uscc = await bureau.enterprise();
    const claims = [await bureau.reviewed(loanOf(uscc)), await bureau.reviewed(loanOf(uscc))];
    const answers = await Promise.all(claims.map(determine));
    const [given, refused] = answers[0]?.status === 'DETERMINED' ? answers : answers.toReversed();
    expect(given).toMatchObject({ status: 'DETERMINED' });
    expect(refused).toMatchObject({ code: 'LIMIT_IN_FORCE' });
  });
});
