import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Positions } from '../log/positions.js';
import { ReadModel } from '../log/read-model.js';
import { Api, usccOf, type Answer, type Official } from './api.spec.js';
import {
  Bureau,
  CITY,
  COUNTY,
  freshEvidence,
  invoice,
  OTHER_COUNTY,
  RENTAL,
  SCENARIO,
  submission,
  TASK,
  TODAY,
} from './bureau.spec.js';
import { mutationText } from './mutations.spec.js';

/** Lives that are tried; `npm run test:fuzz` tries many. */
const LIVES = Number(process.env.DUIXIAN_FUZZ_LIVES ?? 15);

/** Characters that the edge lets through, and that something behind it may not expect. */
const ODD = Array.from('𠮷𠀀龘é"\'\\{}[]%_$&<>;,:：，。“”（）()１ａＡ＿‰№㎡①🀄€¥ßﬁ');

const text = (lengthMax: number) =>
  fc.oneof(
    fc
      .array(fc.constantFrom(...ODD, '青', '石'), { minLength: 1, maxLength: 40 })
      .map((characters) => characters.join('')),
    fc.constantFrom('石'.repeat(lengthMax), '𠮷'.repeat(Math.floor(lengthMax / 2)), '"'.repeat(lengthMax)),
  );
const sentence = fc.oneof(text(2_000), fc.constantFrom('一\n二\r\n\t三'));

const life = fc.record({
  name: text(200),
  measure: fc.constantFrom(RENTAL, SCENARIO, TASK),
  subject: text(200),
  occurredOn: fc.constantFrom('1949-10-01', '2000-01-01', '2025-02-28', '2025-12-31', '2026-08-03', '9999-12-31'),
  serviceFee: fc.constantFrom('0', '0.01', '400000.00', '9999999999999999.99'),
  requestedAmount: fc.constantFrom('0.01', '120000.00', '10000000000.00', '9999999999999999.99'),
  agreedAmount: fc.constantFrom('0.01', '300000.00', '10000000000.00'),
  numbers: fc.oneof(
    fc.uniqueArray(text(60), { maxLength: 4 }),
    fc.constant(Array.from({ length: 100 }, (_, index) => `${index}`.padStart(60, 'Ａ'))),
  ),
  sentence,
  days: fc.constantFrom(1, 7, 60),
  bankReference: text(64),
  bank: text(100),
  movedOn: fc.constantFrom('1949-10-01', '2026-08-03', '9999-12-31'),
  end: fc.constantFrom('paid', 'returned by the bank', 'returned', 'rejected', 'withdrawn'),
});
type Life = typeof life extends fc.Arbitrary<infer Value> ? Value : never;

const PLAIN: Life = {
  name: '青石智算有限公司',
  measure: RENTAL,
  subject: '甲',
  occurredOn: '2025-12-31',
  serviceFee: '400000.00',
  requestedAmount: '120000.00',
  agreedAmount: '300000.00',
  numbers: [],
  sentence: '属实',
  days: 7,
  bankReference: 'ICBC-1',
  bank: '虚构银行',
  movedOn: '2026-08-03',
  end: 'paid',
};

let api: Api;
let bureau: Bureau;
let enterprises = 700;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

afterAll(() => api.stop());

/** Sends a mutation that may be refused, but not fail; gives what it answers with when it took effect. */
async function send(official: Official, mutation: string, input: object): Promise<Answer | null> {
  const command = { commandId: randomUUID(), ...input };
  const { data, errors } = await api.post(official, mutationText(mutation), { input: command });
  expect(errors?.filter(({ extensions }) => extensions.code === 'INTERNAL_SERVER_ERROR') ?? []).toEqual([]);
  const answer = data?.[mutation] as Answer | undefined;
  return answer === undefined || 'code' in answer ? null : answer;
}

/** Documents with odd numbers; of an invoice, whose number is digits, the seller's name is odd. */
function evidenceOf({ measure, numbers, occurredOn, serviceFee }: Life) {
  if (numbers.length === 0) return freshEvidence(measure, occurredOn);
  const amount = serviceFee === '0' ? '0.01' : serviceFee;
  return numbers.map((text, index) => {
    const number = String(index).padStart(3, '0');
    if (measure !== RENTAL)
      return { kind: measure === TASK ? 'CONTRACT' : 'CERTIFICATE', number: `编${index + 1}-${text}` };
    return invoice(`${occurredOn.slice(2, 4)}${String(enterprises).padStart(15, '0')}${number}`, occurredOn, {
      seller: text,
      amount,
      tax: '0',
    });
  });
}

async function live(stated: Life): Promise<void> {
  api.today(TODAY);
  const { measure, end, sentence: reason } = stated;
  const uscc = usccOf(COUNTY, ++enterprises);
  await send(bureau.clerk, 'registerEnterprise', { uscc, name: stated.name, division: COUNTY });
  const account = { uscc, holder: stated.name, holderReason: reason.slice(0, 200), bank: stated.bank };
  const change = await send(bureau.clerk, 'proposeAccountChange', {
    ...account,
    cnaps: '000000000001',
    number: '990000001',
  });
  await send(bureau.otherClerk, 'agreeAccountChange', { uscc, proposal: change?.bankAccounts[0]?.id ?? '' });
  const person = { uscc, name: stated.name, phone: '0595-85600000' };
  const first = (await send(bureau.clerk, 'proposeContactChange', person))?.contactChanges[0]?.id ?? '';
  await send(bureau.otherClerk, 'agreeContactChange', { uscc, proposal: first });
  const next = (await send(bureau.clerk, 'proposeContactChange', person))?.contactChanges[0]?.id ?? '';
  const told = { uscc, proposal: next, how: 'LETTER', note: reason.slice(0, 200) };
  await send(bureau.otherClerk, 'giveContactNotice', told);
  await send(bureau.otherClerk, 'refuseContactChange', { uscc, proposal: next, reason: reason.slice(0, 200) });
  const move = await send(bureau.clerk, 'proposeMove', { uscc, division: OTHER_COUNTY, on: stated.movedOn });
  const proposal = move?.moveProposals[0]?.id ?? '';
  if (end === 'returned') await send(bureau.otherClerk, 'refuseMove', { uscc, proposal, reason });
  else await send(bureau.otherClerk, 'agreeMove', { uscc, proposal });
  const application = submission({
    uscc,
    measure,
    year: Number(stated.occurredOn.slice(0, 4)),
    occurredOn: stated.occurredOn,
    subject: measure === RENTAL ? null : stated.subject,
    facts: measure === RENTAL ? { serviceFee: stated.serviceFee } : {},
    requestedAmount: stated.requestedAmount,
    evidence: evidenceOf(stated),
  });
  const claim = (await send(bureau.clerk, 'submitClaim', application))?.id;
  if (claim === undefined) return;
  if (end === 'returned') {
    await send(bureau.otherClerk, 'returnClaim', { claim, reason });
    const { occurredOn, subject, facts, requestedAmount, evidence } = application;
    await send(bureau.clerk, 'resubmitClaim', { claim, occurredOn, subject, facts, requestedAmount, evidence });
  }
  await send(bureau.otherClerk, 'acceptClaim', { claim });
  const reviewer = await bureau.reviewer(measure);
  if (end === 'rejected') {
    await send(reviewer, 'rejectClaim', { claim, reason });
    return;
  }
  await send(reviewer, 'reviewClaim', {
    claim,
    opinion: reason,
    agreedAmount: measure === TASK ? stated.agreedAmount : null,
  });
  await send(bureau.finance, 'determineClaim', { claim });
  if (end === 'withdrawn') {
    await send(bureau.clerk, 'withdrawClaim', { claim, reason });
    return;
  }
  await send(bureau.otherFinance, 'publiciseClaim', { claim, days: stated.days });
  api.today('2026-08-31');
  await send(bureau.finance, 'instructPayments', { claim });
  const payment = `${claim}-${CITY}`;
  const treasury = await bureau.treasury(CITY);
  if (end === 'returned by the bank') {
    await send(treasury, 'recordBankReturn', { payment, attempt: 1, reason });
    await send(bureau.otherFinance, 'reinstructPayment', { payment });
  }
  const settled = { bankReference: stated.bankReference, paidOn: '2026-08-31' };
  await send(treasury, 'confirmPayment', { payment, attempt: end === 'returned by the bank' ? 2 : 1, ...settled });
  await send(await bureau.treasury(COUNTY), 'confirmPayment', {
    payment: `${claim}-${COUNTY}`,
    attempt: 1,
    ...settled,
  });
}

/** What the tables could not hold, or have not reached. */
async function notFolded(): Promise<unknown[]> {
  const head = await api.store.head(CITY);
  await api.app.get(ReadModel).caughtUp(CITY, head);
  const { rows } = await api.pool.query<object>('select * from read.set_aside');
  const { position } = await api.app.get(Positions).of(CITY);
  return position === head ? rows : [...rows, { position, head }];
}

async function recordedTypes(): Promise<string[]> {
  const { rows } = await api.pool.query<{ type: string }>('select distinct type from es.event where tenant = $1', [
    CITY,
  ]);
  return rows.map(({ type }) => type);
}

it('whatever a decider accepts of what the edge lets through, every table can hold, and again when it is built anew', async () => {
  const ends = ['paid', 'returned by the bank', 'returned', 'rejected', 'withdrawn'] as const;
  await fc.assert(
    fc.asyncProperty(life, async (stated) => {
      await live(stated);
      expect(await notFolded()).toEqual([]);
    }),
    {
      numRuns: LIVES + ends.length,
      // One plain life for each end, so that there are commands of every kind.
      examples: ends.map((end, index) => [{ ...PLAIN, end, bankReference: `ICBC-${index}` }]),
      endOnFailure: true,
    },
  );

  expect(await recordedTypes()).toEqual(
    expect.arrayContaining([
      'EnterpriseRegistered',
      'AccountChangeProposed',
      'AccountChangeAgreed',
      'ContactChangeProposed',
      'ContactChangeAgreed',
      'ContactNoticeGiven',
      'ContactChangeRefused',
      'MoveProposed',
      'MoveAgreed',
      'MoveRefused',
      'ClaimSubmitted',
      'ClaimReturned',
      'ClaimResubmitted',
      'ClaimAccepted',
      'ClaimReviewed',
      'ClaimRejected',
      'ClaimDetermined',
      'ClaimWithdrawn',
      'DeterminationPublicised',
      'PaymentInstructed',
      'PaymentReturned',
      'PaymentReinstructed',
      'PaymentConfirmed',
      'ClaimPaid',
    ]),
  );
  await api.app.get(ReadModel).rebuild();
  expect(await notFolded()).toEqual([]);
}, 3_600_000);
