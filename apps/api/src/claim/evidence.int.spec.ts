import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau, COUNTY, COUNTY_RENTAL, invoice, RENTAL } from '../spec/bureau.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

describe('an invoice that supports two claims', () => {
  it('holds the second claim until the first gives way', async () => {
    const evidence = [{ kind: 'INVOICE', number: '2535 2000 0000 0000 0011' }];
    const first = await bureau.accepted({ uscc: await bureau.enterprise(), evidence });
    // The same number with other blanks is the same invoice.
    const again = [{ kind: 'INVOICE', number: '25352000000000000011' }];
    const second = await bureau.submitted({ uscc: await bureau.enterprise(), evidence: again });

    const accepted = await bureau.done(bureau.otherClerk, 'acceptClaim', { claim: second });
    expect(accepted).toMatchObject({ status: 'ACCEPTED', held: true });
    const reviewer = await bureau.reviewer();
    const review = { claim: second, opinion: '同意' };
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({
      __typename: 'EvidenceContested',
      code: 'EVIDENCE_CONTESTED',
      claims: [first],
    });

    await bureau.done(await bureau.reviewer(), 'rejectClaim', { claim: first, reason: '发票系他人所有' });
    expect(await api.send(reviewer, 'reviewClaim', review)).toMatchObject({ status: 'REVIEWED', held: false });
  });

  it('supports the city’s claim and the county’s share of the same matter', async () => {
    const evidence = [{ kind: 'INVOICE', number: '25352000000000000007' }];
    const uscc = await bureau.enterprise(COUNTY);
    await bureau.reviewed({ uscc, measure: RENTAL, evidence });
    expect(await bureau.reviewed({ uscc, measure: COUNTY_RENTAL, evidence })).toMatch(/^350582-2025-/);
  });
});

describe('a returned claim', () => {
  it('is stated anew under its number, with other facts and other evidence', async () => {
    const uscc = await bureau.enterprise();
    const claim = await bureau.submitted({ uscc, evidence: [{ kind: 'INVOICE', number: '25352000000000000021' }] });
    const returned = await bureau.done(bureau.otherClerk, 'returnClaim', { claim, reason: '发票号码有误' });
    expect(returned.status).toBe('RETURNED');
    const resubmission = {
      claim,
      occurredOn: '2025-12-31',
      facts: { serviceFee: '100000.00' },
      requestedAmount: '30000.00',
      evidence: [invoice('25352000000000000022')],
    };
    expect(await api.send(bureau.clerk, 'resubmitClaim', resubmission)).toMatchObject({
      id: claim,
      status: 'SUBMITTED',
    });
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
    await bureau.done(await bureau.reviewer(), 'reviewClaim', { claim, opinion: '属实' });
    // 30% of 100,000 as stated the second time.
    expect(await api.send(bureau.finance, 'determineClaim', { claim })).toMatchObject({ determinedAmount: '30000.00' });
    // The first invoice is free for another claim.
    const other = await bureau.accepted({
      uscc: await bureau.enterprise(),
      evidence: [{ kind: 'INVOICE', number: '25352000000000000021' }],
    });
    expect(await api.send(await bureau.reviewer(), 'reviewClaim', { claim: other, opinion: '属实' })).toMatchObject({
      status: 'REVIEWED',
    });
  });
});
