import { claimStream, paymentStream } from '@duixian/casework';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, SCENARIO } from '../spec/bureau.spec.js';

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

async function daysOf(stream: string): Promise<string[]> {
  const { events } = await api.store.readStream(CITY, stream);
  return events.map(({ type, occurredOn }) => `${type} ${occurredOn}`);
}

describe('steps that are taken after the clock of the database was set back', () => {
  it('are dated no earlier than the last one on the same claim', async () => {
    const { clerk, otherClerk, finance, otherFinance } = bureau;
    const stated = { uscc: await bureau.enterprise(), measure: SCENARIO, requestedAmount: '100000.00' };
    api.today('2026-08-20');
    const claim = await bureau.submitted(stated);
    api.today('2026-08-03');
    await bureau.done(otherClerk, 'acceptClaim', { claim });
    await bureau.done(await bureau.reviewer(SCENARIO), 'reviewClaim', { claim, opinion: '属实' });
    await bureau.done(finance, 'determineClaim', { claim });
    const { publicity } = await bureau.done(otherFinance, 'publiciseClaim', { claim, days: 7 });
    expect(publicity).toEqual({ from: '2026-08-20', until: '2026-08-27' });
    expect(await daysOf(claimStream(claim))).toEqual([
      'ClaimSubmitted 2026-08-20',
      'ClaimAccepted 2026-08-20',
      'ClaimReviewed 2026-08-20',
      'ClaimDetermined 2026-08-20',
      'DeterminationPublicised 2026-08-20',
    ]);
    expect(await api.send(clerk, 'withdrawClaim', { claim, reason: '放弃' })).toMatchObject({ status: 'WITHDRAWN' });
  });

  it('are dated no earlier than the last one on the same payment, and not by other claims', async () => {
    const instructed = await bureau.instructed({ uscc: await bureau.enterprise(), measure: SCENARIO });
    const payment = instructed.payments[0]?.id ?? '';
    api.today('2026-08-03');
    const treasury = await bureau.treasury(CITY);
    await bureau.done(treasury, 'confirmPayment', { payment, attempt: 1, bankReference: 'HD-1', paidOn: '2026-08-13' });
    expect(await daysOf(paymentStream(payment))).toEqual([
      'PaymentInstructed 2026-08-13',
      'PaymentConfirmed 2026-08-13',
    ]);
    const another = await bureau.submitted({ uscc: await bureau.enterprise() });
    expect(await daysOf(claimStream(another))).toEqual(['ClaimSubmitted 2026-08-03']);
  });
});
