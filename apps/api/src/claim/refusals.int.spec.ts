import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Api, commandOf, usccOf } from '../spec/api.spec.js';
import {
  Bureau,
  CITY,
  COUNTY,
  COUNTY_RENTAL,
  invoice,
  OTHER_COUNTY,
  RENTAL,
  SCENARIO,
  submission,
  TASK,
  TODAY,
} from '../spec/bureau.spec.js';
import { balanceOf } from '../spec/guards.spec.js';
import { mutationText } from '../spec/mutations.spec.js';
import { fen } from '@duixian/money';
import { SubmitClaimCommand } from './submit/submit-claim.js';

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

describe('an input', () => {
  it('with a field that does not exist, or an id that is no UUID, is refused', async () => {
    const send = (input: object) => api.post(bureau.clerk, mutationText('acceptClaim'), { input });

    const { errors } = await send({ claim: 'none', note: 'x' });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const { data } = await send({ claim: 'none', commandId: 'mine' });
    expect(data).toMatchObject({ acceptClaim: { code: 'INVALID_INPUT', field: 'commandId' } });
  });
});

describe('a submission', () => {
  it('is told everything that is wrong with it at once, by field and in both languages', async () => {
    const answer = await api.send(
      bureau.clerk,
      'submitClaim',
      submission({
        uscc: uscc.slice(0, -1) + '?',
        measure: SCENARIO,
        year: 20,
        subject: ' ',
        facts: { serviceFee: '1.00' },
        requestedAmount: '0',
        evidence: [
          { kind: 'INVOICE', number: '1' },
          { kind: 'CERTIFICATE', number: '无' },
        ],
      }),
    );
    expect(answer).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT' });
    expect(answer.problems.map(({ field }) => field).sort()).toEqual([
      'evidence[0].kind',
      'evidence[1].number',
      'facts.serviceFee',
      'requestedAmount',
      'subject',
      'uscc',
      'year',
    ]);
    for (const { message } of answer.problems) {
      expect(message.zh).toMatch(/\p{Script=Han}/u);
      expect(message.en).toMatch(/[a-z]/);
    }
  });

  it.each([
    ['a measure that does not exist', { measure: 'quanzhou-2024-7/99' }, 'measure'],
    ["a measure of another city's", { measure: 'fuzhou-2026-7/3.2' }, 'measure'],
    ['a measure that pays nothing', { measure: 'quanzhou-2024-7/1.county' }, 'measure'],
    [
      "the department's own fact",
      { measure: TASK, subject: '芯片', facts: { proposedAmount: '1.00' } },
      'facts.proposedAmount',
    ],
    ['a fact that is no value', { facts: { serviceFee: { yuan: 1 } } }, 'facts.serviceFee'],
    ['a fact that is not stated', { facts: { serviceFee: null } }, 'facts.serviceFee'],
    ['an invoice whose number is none', { evidence: [{ kind: 'INVOICE', number: 'ABC 发票' }] }, 'evidence[0].number'],
    ['no evidence', { evidence: [] }, 'evidence'],
    [
      'more spent than was invoiced',
      { facts: { serviceFee: '10600000.01' }, evidence: [invoice('25352000000000000001')] },
      'facts.serviceFee',
    ],
    [
      'an invoice of another year',
      { evidence: [invoice('24352000000000000001', '2024-12-31')] },
      'evidence[0].invoice.issuedOn',
    ],
    [
      'a red-letter invoice of an invoice that is not there',
      {
        evidence: [
          invoice('25352000000000000001'),
          invoice('25352000000000000002', '2025-12-31', { reverses: '25352000000000000003' }),
        ],
      },
      'evidence[1].invoice.reverses',
    ],
  ])('with %s is INVALID_INPUT', async (_, stated, field) => {
    const answer = await api.send(bureau.clerk, 'submitClaim', submission({ uscc, ...stated }));
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field }] });
  });

  it('of an enterprise that is not registered is UNKNOWN_ENTERPRISE', async () => {
    const answer = await api.send(bureau.clerk, 'submitClaim', submission({ uscc: usccOf(COUNTY, 999_999) }));
    expect(answer).toMatchObject({ __typename: 'NotFound', code: 'UNKNOWN_ENTERPRISE', field: 'uscc' });
  });

  it('under the policy of a county to which the enterprise does not belong is WRONG_JURISDICTION', async () => {
    const elsewhere = await bureau.enterprise(OTHER_COUNTY);
    const answer = await api.send(bureau.clerk, 'submitClaim', submission({ uscc: elsewhere, measure: COUNTY_RENTAL }));
    expect(answer).toMatchObject({ __typename: 'InvalidInput', code: 'WRONG_JURISDICTION', field: 'uscc' });
  });

  it('at the window of another county is NOT_YOUR_OFFICE', async () => {
    const clerk = await api.hire('clerk', OTHER_COUNTY);
    const answer = await api.send(clerk, 'submitClaim', submission({ uscc }));
    expect(answer).toMatchObject({ __typename: 'NotPermitted', code: 'NOT_YOUR_OFFICE' });
  });

  it('under a number that is taken is DUPLICATE_CLAIM', async () => {
    const claim = await bureau.submitted({ uscc });
    const request = {
      ...commandOf(bureau.clerk, TODAY),
      ...{ claim, uscc, measure: RENTAL, year: 2025, occurredOn: '2025-12-31', subject: null },
      ...{ facts: { serviceFee: '400000.00' }, requestedAmount: fen(12_000_000n), evidence: [] },
    };
    const outcome = await api.execute(new SubmitClaimCommand(request));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'DUPLICATE_CLAIM' } });
  });

  it('of a matter outside the policy period is taken in, and declined with the reason', async () => {
    const late = await bureau.determined({ uscc, year: 2024, occurredOn: '2024-10-18' });
    expect(late).toMatchObject({
      status: 'DECLINED',
      determination: { eligible: false, amount: '0.00', reasons: [{ code: 'OUTSIDE_POLICY_PERIOD' }], lines: [] },
    });
  });
});

describe('a step', () => {
  it('on a claim that is not there is NOT_FOUND', async () => {
    for (const claim of ['350500-2025-00000000', 'nonsense']) {
      const answer = await api.send(bureau.clerk, 'acceptClaim', { claim });
      expect(answer).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND', field: 'claim' });
    }
  });

  it('that comes too early is NOT_YOUR_TURN, and one that comes too late ALREADY_DECIDED', async () => {
    const claim = await bureau.accepted({ uscc });
    const early = await api.send(bureau.finance, 'determineClaim', { claim });
    expect(early).toMatchObject({ __typename: 'NotAllowedNow', code: 'NOT_YOUR_TURN' });
    const late = await api.send(bureau.clerk, 'acceptClaim', { claim });
    expect(late).toMatchObject({ __typename: 'NotAllowedNow', code: 'ALREADY_DECIDED' });
  });

  it('of a department that does not lead the measure is NOT_YOUR_OFFICE', async () => {
    const claim = await bureau.accepted({ uscc });
    const reviewer = await bureau.reviewer(SCENARIO);
    const answer = await api.send(reviewer, 'reviewClaim', { claim, opinion: '同意' });
    expect(answer).toMatchObject({ __typename: 'NotPermitted', code: 'NOT_YOUR_OFFICE' });
  });

  it('asks for the sentence, the days or the amount that goes on record', async () => {
    const rental = await bureau.accepted({ uscc });
    const task = await bureau.accepted({ uscc, measure: TASK, subject: '芯片' });
    const [data, science] = [await bureau.reviewer(RENTAL), await bureau.reviewer(TASK)];
    const publicised = await bureau.determined({ uscc, measure: SCENARIO });
    const refused = [
      [await api.send(data, 'rejectClaim', { claim: rental, reason: ' ' }), 'reason'],
      [await api.send(data, 'returnClaim', { claim: rental, reason: '' }), 'items'],
      [await api.send(bureau.clerk, 'withdrawClaim', { claim: rental, reason: '' }), 'reason'],
      [await api.send(data, 'reviewClaim', { claim: rental, opinion: '' }), 'opinion'],
      [await api.send(data, 'reviewClaim', { claim: rental, opinion: '同意', agreedAmount: '1.00' }), 'agreedAmount'],
      [await api.send(science, 'reviewClaim', { claim: task, opinion: '同意' }), 'agreedAmount'],
      [await api.send(bureau.otherFinance, 'publiciseClaim', { claim: publicised.id, days: 61 }), 'days'],
    ] as const;
    for (const [answer, field] of refused) expect(answer).toMatchObject({ code: 'INVALID_INPUT', field });
  });

  it('with a control character in its text is refused before it reaches the log', async () => {
    const claim = await bureau.submitted({ uscc });
    const answer = await api.send(bureau.otherClerk, 'returnClaim', { claim, reason: 'a\0b' });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT', field: 'reason' });
  });
});

describe('payment', () => {
  it('is not instructed before the publicity is over', async () => {
    const claim = await bureau.publicised({ uscc });
    api.today('2026-08-10');
    const answer = await api.send(bureau.finance, 'instructPayments', { claim });
    expect(answer).toMatchObject({ __typename: 'NotAllowedNow', code: 'PUBLICITY_NOT_OVER' });
  });

  it('of a loan limit is NOTHING_TO_PAY', async () => {
    const xiamen = await Bureau.open(api, '350200', '350203');
    const loan = await xiamen.publicised({
      uscc: await xiamen.enterprise(),
      measure: 'xiamen-2023-10/17',
      facts: { newlyRegistered: true, previousRdSpend: '0' },
    });
    api.today('2026-08-13');
    const answer = await api.send(xiamen.finance, 'instructPayments', { claim: loan });
    expect(answer).toMatchObject({ __typename: 'NotAllowedNow', code: 'NOTHING_TO_PAY' });
  });

  it('of city and county together never passes the ceiling, wherever the enterprise moved', async () => {
    const moving = await bureau.enterpriseOf('2025-01-06', OTHER_COUNTY);
    const full = { facts: { serviceFee: '2000000.00' } };
    expect(await bureau.determined({ uscc: moving, ...full })).toMatchObject({ determinedAmount: '300000.00' });
    await bureau.moved(moving, COUNTY, '2025-12-01');
    const claim = await bureau.reviewed({ uscc: moving, measure: COUNTY_RENTAL, ...full });
    const finance = await api.hire('finance', COUNTY, null, CITY);
    const answer = await api.send(finance, 'determineClaim', { claim });
    expect(answer).toMatchObject({
      status: 'DECLINED',
      determination: { amount: '0.00', reasons: [{ code: 'ENTERPRISE_YEAR_CAP' }, { code: 'ALREADY_GRANTED' }] },
    });
    expect(await balanceOf(api, CITY, `enterprise:${moving}:${RENTAL}:2025`)).toEqual({
      reserved: 30_000_000n,
      paid: 0n,
    });
  });
});
