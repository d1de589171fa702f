import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, type Answer } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY, RENTAL, SCENARIO, TODAY } from '../spec/bureau.spec.js';
import { balanceOf } from '../spec/guards.spec.js';

let api: Api;
let bureau: Bureau;
let uscc: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

beforeEach(async () => {
  api.today(TODAY);
  uscc = await bureau.enterprise();
});

afterAll(() => api.stop());

const yearOf = (enterprise: string) => balanceOf(api, CITY, `enterprise:${enterprise}:${RENTAL}:2025`);

async function confirm(payment: string, bankReference: string, paidOn = '2026-08-13', attempt = 1): Promise<Answer> {
  const treasury = await bureau.treasury(payment.slice(-6));
  return api.send(treasury, 'confirmPayment', { payment, attempt, bankReference, paidOn });
}

describe('a payment that the bank returns', () => {
  it('frees its amount, and reserves it again when it is reinstructed', async () => {
    const { id: claim } = await bureau.instructed({ uscc });
    expect(await yearOf(uscc)).toEqual({ reserved: 12_000_000n, paid: 0n });
    const payment = `${claim}-${CITY}`;
    const first = { payment, attempt: 1, reason: '账号不符' };
    const returned = await api.send(await bureau.treasury(CITY), 'recordBankReturn', first);
    expect(returned).toMatchObject({ __typename: 'Payment', status: 'RETURNED' });
    expect(await yearOf(uscc)).toEqual({ reserved: 6_000_000n, paid: 0n });

    expect(await api.send(bureau.otherFinance, 'reinstructPayment', { payment })).toMatchObject({
      status: 'INSTRUCTED',
      amount: '60000.00',
    });
    expect(await yearOf(uscc)).toEqual({ reserved: 12_000_000n, paid: 0n });
    expect(await confirm(payment, 'R-1')).toMatchObject({ code: 'NOT_YOUR_TURN', field: 'attempt' });
    expect(await confirm(payment, 'R-1', '2026-08-13', 2)).toMatchObject({ status: 'PAID' });
    expect(await api.send(await bureau.treasury(CITY), 'recordBankReturn', first)).toMatchObject({
      __typename: 'NotAllowedNow',
      message: { en: expect.stringContaining('now at attempt 2') },
    });
    expect(await confirm(`${claim}-${COUNTY}`, 'R-2')).toMatchObject({ status: 'PAID' });
    expect(await yearOf(uscc)).toEqual({ reserved: 0n, paid: 12_000_000n });
  });

  it('brings a claim that was paid back, also days later', async () => {
    const { id: claim } = await bureau.instructed({ uscc });
    const payment = `${claim}-${CITY}`;
    await confirm(payment, 'L-1');
    await confirm(`${claim}-${COUNTY}`, 'L-2');
    api.today('2026-08-20');
    const late = { payment, attempt: 1, reason: '账户已销户', returnedOn: '2026-08-19' };
    expect(await api.send(await bureau.treasury(CITY), 'recordBankReturn', late)).toMatchObject({ status: 'RETURNED' });
    expect(await yearOf(uscc)).toEqual({ reserved: 0n, paid: 6_000_000n });
    const standing = 'query ($id: ID!) { claim(id: $id) { status paidAmount } }';
    expect((await api.post(bureau.clerk, standing, { id: claim })).data).toEqual({
      claim: { status: 'INSTRUCTED', paidAmount: '60000.00' },
    });
  });

  it('is not instructed again when another claim was granted what was free', async () => {
    const { id: claim } = await bureau.instructed({ uscc, facts: { serviceFee: '1000000.00' } });
    for (const payer of [CITY, COUNTY]) {
      const treasury = await bureau.treasury(payer);
      await bureau.done(treasury, 'recordBankReturn', {
        payment: `${claim}-${payer}`,
        attempt: 1,
        reason: '账户已销户',
      });
    }
    api.today(TODAY);
    const other = await bureau.determined({ uscc, facts: { serviceFee: '1000000.00' } });
    expect(other.determinedAmount).toBe('300000.00');
    const again = await api.send(bureau.otherFinance, 'reinstructPayment', { payment: `${claim}-${CITY}` });
    expect(again.__typename).toMatch(/^(NotAllowedNow|CeilingReached)$/);
    expect(await yearOf(uscc)).toEqual({ reserved: 30_000_000n, paid: 0n });
  });
});

describe('what is written of a claim and its payment', () => {
  it('holds no whole telephone or account number, however it is spaced', async () => {
    const text = '请联系138.0013.8000，账号6222/0212/3456/7890';
    const claim = await bureau.accepted({ uscc });
    const paid = await bureau.instructed({ uscc: await bureau.enterprise() });
    const payment = `${paid.id}-${CITY}`;
    const answers = [
      await api.send(bureau.clerk, 'withdrawClaim', { claim, reason: text }),
      await api.send(await bureau.reviewer(), 'returnClaim', { claim, reason: text }),
      await api.send(await bureau.reviewer(), 'rejectClaim', { claim, reason: text }),
      await api.send(await bureau.reviewer(), 'reviewClaim', { claim, opinion: text, agreedAmount: null }),
      await api.send(await bureau.treasury(CITY), 'recordBankReturn', { payment, attempt: 1, reason: text }),
    ];
    const message = { zh: expect.stringContaining('末四位'), en: expect.stringContaining('last four digits') };
    expect(answers.map(({ problems }) => problems)).toEqual(
      ['reason', 'reason', 'reason', 'opinion', 'reason'].map((field) => [{ field, message }]),
    );
  });
});

describe('a confirmation', () => {
  it('takes a bank reference once for each payer', async () => {
    const first = await bureau.instructed({ uscc });
    const second = await bureau.instructed({ uscc: await bureau.enterprise() });
    expect(await confirm(`${first.id}-${CITY}`, 'QZ 0001')).toMatchObject({ status: 'PAID' });
    expect(await confirm(`${second.id}-${CITY}`, 'qz0001')).toMatchObject({
      __typename: 'Duplicate',
      code: 'BANK_REFERENCE_USED',
      field: 'bankReference',
    });
    expect(await confirm(`${second.id}-${COUNTY}`, 'QZ 0001')).toMatchObject({ status: 'PAID' });
  });

  it('states a reference, and a day between the instruction and today', async () => {
    const { id: claim } = await bureau.instructed({ uscc });
    const answer = await confirm(`${claim}-${CITY}`, ' ', '2026-08-14');
    expect(answer).toMatchObject({
      __typename: 'InvalidInput',
      problems: [{ field: 'bankReference' }, { field: 'paidOn' }],
    });
  });

  it('belongs to the treasury that pays, once, of a payment that exists', async () => {
    const { id: claim } = await bureau.instructed({ uscc });
    const payment = `${claim}-${CITY}`;
    const county = await bureau.treasury(COUNTY);
    const input = { payment, attempt: 1, bankReference: 'QZ-7', paidOn: '2026-08-13' };
    expect(await api.send(county, 'confirmPayment', input)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await confirm(payment, 'QZ-7')).toMatchObject({ status: 'PAID' });
    expect(await confirm(payment, 'QZ-8')).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(await confirm(`${claim}-${OTHER_COUNTY}`, 'QZ-9')).toMatchObject({ code: 'NOT_FOUND', field: 'payment' });
  });
});

describe('a withdrawal', () => {
  it('frees all that the claim reserved', async () => {
    const { id: claim } = await bureau.determined({ uscc });
    expect(await yearOf(uscc)).toEqual({ reserved: 12_000_000n, paid: 0n });
    const withdrawn = await api.send(bureau.clerk, 'withdrawClaim', { claim, reason: '企业放弃' });
    expect(withdrawn).toMatchObject({ __typename: 'Claim', status: 'WITHDRAWN' });
    expect(await yearOf(uscc)).toEqual({ reserved: 0n, paid: 0n });
    // The whole yearly amount is open again: 30% of 2,000,000 is capped at 300,000.
    const later = await bureau.determined({ uscc, facts: { serviceFee: '2000000.00' } });
    expect(later.determination).toMatchObject({ amount: '300000.00', reasons: [{ code: 'ENTERPRISE_YEAR_CAP' }] });
  });

  it('gives the place in a quota back', async () => {
    const fuzhou = await Bureau.open(api, '350100', '350102');
    const scenario = { measure: 'fuzhou-2026-7/3.2', year: 2026, occurredOn: '2026-07-01', facts: {} };
    const places = () => balanceOf(api, '350100', 'quota:fuzhou-2026-7/3.2:2026');
    const { id: claim } = await fuzhou.determined({ uscc: await fuzhou.enterprise(), ...scenario });
    expect(await places()).toEqual({ reserved: 1n, paid: 0n });
    await fuzhou.done(fuzhou.clerk, 'withdrawClaim', { claim, reason: '企业放弃' });
    expect(await places()).toEqual({ reserved: 0n, paid: 0n });
  });
});

describe('a firm that moved', () => {
  it('is paid by the county where it was, and then by the county where it is, half of the whole together', async () => {
    const moving = await bureau.enterpriseOf('2025-01-06', OTHER_COUNTY);
    const before = await bureau.determined({
      uscc: moving,
      occurredOn: '2025-06-30',
      facts: { serviceFee: '400000.00' },
    });
    expect(linesOf(before)).toEqual([`${CITY} 60000.00`, `${OTHER_COUNTY} 60000.00`]);
    await bureau.moved(moving, COUNTY, '2025-07-01');
    // 30% of 1,000,000 is 300,000 for the year; 120,000 is granted, 60,000 of it by the county it left.
    const after = await bureau.determined({ uscc: moving, facts: { serviceFee: '1000000.00' } });
    expect(linesOf(after)).toEqual([`${CITY} 90000.00`, `${COUNTY} 90000.00`]);
    expect(await yearOf(moving)).toEqual({ reserved: 30_000_000n, paid: 0n });
  });
});

describe('a scenario award', () => {
  it('is paid by the city alone and once for a scenario', async () => {
    const scenario = { uscc, measure: SCENARIO, subject: '纺织质检大模型' };
    expect(linesOf(await bureau.determined(scenario))).toEqual([`${CITY} 100000.00`]);
    const again = await bureau.determined(scenario);
    expect(again).toMatchObject({ status: 'DECLINED', determination: { reasons: [{ code: 'ALREADY_GRANTED' }] } });
  });
});

function linesOf({ determination }: Answer): string[] {
  return (determination?.lines ?? []).map(({ payer, amount }) => `${payer.code} ${amount}`);
}
