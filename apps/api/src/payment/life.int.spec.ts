import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, COUNTY_RENTAL, RENTAL, submission } from '../spec/bureau.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

describe('the life of a claim', () => {
  it('goes from the window to two treasuries, each step over HTTP', async () => {
    const { clerk, otherClerk, finance, otherFinance } = bureau;
    const cityTreasury = await bureau.treasury(CITY);
    const countyTreasury = await bureau.treasury(COUNTY);
    const uscc = await bureau.enterprise();

    // 30% of 400,000 is 120,000: half for the city, half for the county, whose legal basis is its own document.
    const evidence = [{ kind: 'INVOICE', number: '25352000000011223344' }];
    const submitted = await api.send(clerk, 'submitClaim', submission({ uscc, evidence }));
    expect(submitted).toMatchObject({ __typename: 'Claim', status: 'SUBMITTED' });
    const claim = submitted.id;
    expect(claim).toMatch(/^350500-2025-[0-9A-HJKMNP-TV-Z]{8}$/);

    expect(await api.send(otherClerk, 'acceptClaim', { claim })).toMatchObject({ status: 'ACCEPTED', held: false });
    expect(await api.send(await bureau.reviewer(), 'reviewClaim', { claim, opinion: '发票属实' })).toMatchObject({
      status: 'REVIEWED',
    });
    const determined = await api.send(finance, 'determineClaim', { claim });
    expect(determined).toMatchObject({ status: 'DETERMINED', determinedAmount: '120000.00' });
    expect(determined.determination).toMatchObject({
      eligible: true,
      reasons: [],
      lines: [
        { payer: { code: CITY }, amount: '60000.00', basis: RENTAL },
        { payer: { code: COUNTY }, amount: '60000.00', basis: COUNTY_RENTAL },
      ],
    });
    expect(await api.send(otherFinance, 'publiciseClaim', { claim, days: 7 })).toMatchObject({
      status: 'PUBLICISED',
      publicity: { from: '2026-08-03', until: '2026-08-10' },
    });

    api.today('2026-08-11');
    const instructed = await api.send(finance, 'instructPayments', { claim });
    expect(instructed).toMatchObject({
      status: 'INSTRUCTED',
      payments: [
        { id: `${claim}-${CITY}`, status: 'INSTRUCTED', amount: '60000.00' },
        { id: `${claim}-${COUNTY}`, status: 'INSTRUCTED', amount: '60000.00' },
      ],
    });

    const [byCity, byCounty] = instructed.payments;
    const settled = { attempt: 1, paidOn: '2026-08-11' };
    expect(
      await api.send(cityTreasury, 'confirmPayment', { ...settled, payment: byCity?.id, bankReference: 'QZ-1' }),
    ).toMatchObject({ __typename: 'Payment', status: 'PAID' });
    expect(await standing(claim)).toMatchObject({ status: 'INSTRUCTED', paidAmount: '60000.00' });
    expect(
      await api.send(countyTreasury, 'confirmPayment', { ...settled, payment: byCounty?.id, bankReference: 'JJ-1' }),
    ).toMatchObject({ status: 'PAID' });
    expect(await standing(claim)).toMatchObject({ status: 'PAID', paidAmount: '120000.00' });
  });
});

async function standing(claim: string): Promise<unknown> {
  const query = 'query Claim($id: ID!) { claim(id: $id) { status paidAmount } }';
  return (await api.post(bureau.clerk, query, { id: claim })).data?.claim;
}
