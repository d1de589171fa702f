import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toRecordedEvent, type RecordedEvent } from '@duixian/event-store';
import { foldPayment, parsePaymentEvent } from '@duixian/treasury';
import { roles } from '../identity/permission.js';
import { UPCASTERS } from '../log/upcasters.js';
import { Api, usccOf, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY, TODAY } from '../spec/bureau.spec.js';

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

const NUMBER = '9911112222333344445';

/** An account that is not in the enterprise's own name, as most specs care for other things. */
function stated(of: string, number = NUMBER) {
  return { uscc: of, holder: '某人', holderReason: '集团结算中心', bank: '虚构银行', cnaps: '000000000001', number };
}

async function proposed(of = uscc, number = NUMBER): Promise<string> {
  const answer = await bureau.done(bureau.clerk, 'proposeAccountChange', stated(of, number));
  return answer.bankAccounts[0]?.id ?? '';
}

async function told(proposal: string): Promise<void> {
  await bureau.done(bureau.otherClerk, 'giveAccountNotice', {
    uscc,
    proposal,
    how: 'TELEPHONE',
    note: '电话告知林某某',
  });
}

async function agreed(): Promise<string> {
  const proposal = await proposed();
  await told(proposal);
  await bureau.done(bureau.otherClerk, 'agreeAccountChange', { uscc, proposal });
  return proposal;
}

async function numberAs(official: Official, proposal: string, of = uscc): Promise<unknown> {
  const query = `query ($uscc: ID!, $proposal: ID!) { accountNumber(uscc: $uscc, proposal: $proposal) {
    ... on AccountNumber { number } ... on Refusal { code }
  } }`;
  const { data } = await api.post(official, query, { uscc: of, proposal });
  const answer = data?.accountNumber as { number?: string; code?: string } | undefined;
  return answer?.number ?? answer?.code ?? 'FORBIDDEN';
}

const inForce = ({ bankAccounts }: Answer) => bankAccounts.find((each) => each.inForce)?.id;

describe('an account', () => {
  it('takes effect three working days after a second clerk agreed, and the contact was told before', async () => {
    const [first] = (
      await bureau.done(bureau.clerk, 'withdrawAccountChange', { uscc, proposal: await proposed() })
    ).bankAccounts.filter((each) => each.inForce);
    const proposal = await proposed();
    const answer = { uscc, proposal };
    expect(await api.send(bureau.clerk, 'agreeAccountChange', answer)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await api.send(bureau.otherClerk, 'agreeAccountChange', answer)).toMatchObject({
      __typename: 'NotAllowedNow',
      code: 'NOTICE_NOT_GIVEN',
    });
    await told(proposal);
    const waiting = await api.send(bureau.otherClerk, 'agreeAccountChange', answer);
    // 2026-08-03 is a Monday: Tuesday, Wednesday and Thursday are waited for.
    expect(waiting.bankAccounts[0]).toMatchObject({ id: proposal, standing: 'WAITING', effectiveFrom: '2026-08-07' });
    expect(inForce(waiting)).toBe(first?.id);
    api.today('2026-08-07');
    expect((await enterprise()).bankAccounts[0]).toMatchObject({ id: proposal, inForce: true });
    expect(inForce(await enterprise())).toBe(proposal);
  });

  it('is proposed by its own county alone, and stopped by finance while it waits', async () => {
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    expect(await api.send(elsewhere, 'proposeAccountChange', stated(uscc))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    const proposal = await agreed();
    const stop = { uscc, proposal, reason: '企业否认' };
    const stopped = await api.send(bureau.finance, 'refuseAccountChange', stop);
    expect(stopped.bankAccounts[0]).toMatchObject({ id: proposal, standing: 'REFUSED' });
    api.today('2026-09-01');
    expect(inForce(await enterprise())).not.toBe(proposal);
  });

  it('is refused with every field that is wrong, and its number then stays nowhere', async () => {
    const wrong = { uscc, holder: '某人', bank: '', cnaps: '1', number: '6200000000000001' };
    const answer = await api.send(bureau.clerk, 'proposeAccountChange', wrong);
    expect(answer.problems.map(({ field }) => field).sort()).toEqual(['bank', 'cnaps', 'holderReason', 'number']);
    await proposed();
    const second = { ...stated(uscc), number: '9900000011112222' };
    expect(await api.send(bureau.clerk, 'proposeAccountChange', second)).toMatchObject({ code: 'PROPOSAL_OPEN' });
    expect(await stored('9900000011112222')).toBe(0);
  });

  it('is the same proposal when it is sent twice, and another number under its id is refused', async () => {
    const commandId = randomUUID();
    const input = { ...stated(uscc), commandId };
    await bureau.done(bureau.clerk, 'proposeAccountChange', input);
    const again = await bureau.done(bureau.clerk, 'proposeAccountChange', input);
    expect(again.bankAccounts.filter(({ id }) => id === commandId)).toHaveLength(1);
    await expect(api.send(bureau.clerk, 'proposeAccountChange', { ...input, number: '99000000' })).rejects.toThrow(
      /commandId/,
    );
  });

  it('shared by three enterprises is flagged on all three (K19)', async () => {
    const others = [await bureau.enterprise(), await bureau.enterprise()];
    const shared = '9977778888999900001';
    for (const each of [uscc, ...others]) await proposed(each, shared);
    for (const each of [uscc, ...others]) {
      const rest = [uscc, ...others].filter((other) => other !== each).sort();
      expect((await enterprise(each)).accountSharedWith).toEqual(rest);
    }
  });
});

describe('the number of an account', () => {
  it('is in no event and no stored command, and its hash means nothing once the salt is erased', async () => {
    const proposal = await proposed();
    const withdrawn = { uscc, proposal };
    await bureau.done(bureau.clerk, 'withdrawAccountChange', withdrawn);
    const { rows } = await api.pool.query<{ text: string }>(
      `select data::text || meta::text as text from es.event where stream = $1`,
      [`account-${uscc}`],
    );
    expect(rows.map(({ text }) => text).join()).not.toContain(NUMBER);
    const { events } = await api.store.readStream(CITY, `account-${uscc}`);
    const data = events.find((event) => event.data.proposal === proposal)?.data;
    const { hash } = data?.account as { hash: string };
    expect(hash).not.toBe(createHash('sha256').update(NUMBER).digest('hex'));

    const eraser = await api.hire('security-administrator', CITY);
    await erased(eraser, randomUUID());
    expect(await stored(NUMBER, uscc)).toBe(0);
    // The one in force is still paid to.
    const kept = await api.pool.query('select 1 from identity.bank_account where uscc = $1', [uscc]);
    expect(kept.rowCount).toBe(1);
    expect((await api.store.readStream(CITY, `account-${uscc}`)).events).toEqual(events);
  });

  it('stays when an erasure of before its proposal is sent again', async () => {
    const eraser = await api.hire('security-administrator', CITY);
    const commandId = randomUUID();
    await erased(eraser, commandId);
    await bureau.done(bureau.clerk, 'withdrawAccountChange', { uscc, proposal: await proposed() });

    await erased(eraser, commandId);

    expect(await stored(NUMBER, uscc)).toBe(1);
  });

  it('is read by the window, by the treasury for its own open instruction, and by the auditor; on record', async () => {
    const first = inForce(await enterprise()) ?? '';
    const auditor = await api.hire('auditor', CITY);
    const treasury = await bureau.treasury(CITY);
    const reviewer = await bureau.reviewer();
    expect(await numberAs(treasury, first)).toBe('NOT_YOUR_OFFICE');
    expect(await numberAs(await api.hire('clerk', OTHER_COUNTY), first)).toBe('NOT_YOUR_OFFICE');
    const { id: claim } = await bureau.instructed({ uscc });
    expect(await numberAs(reviewer, first)).not.toMatch(/^\d+$/);
    const readers = [bureau.clerk, auditor, treasury];
    for (const reader of readers) expect(await numberAs(reader, first)).toMatch(/^99000000\d+$/);
    const payment = `${claim}-${CITY}`;
    await bureau.done(treasury, 'confirmPayment', { payment, attempt: 1, bankReference: claim, paidOn: '2026-08-13' });
    expect(await numberAs(treasury, first)).toBe('NOT_YOUR_OFFICE');
    const { rows } = await api.pool.query(
      `select username from identity.security_log where kind = 'account-read' and subject = $1 order by position`,
      [uscc],
    );
    expect(rows).toEqual(readers.map(({ username }) => ({ username })));
  });

  it.each(roles.filter((role) => role.includes('admin')))('is never read by a %s', async (role) => {
    const administrator = await api.hire(role, CITY);
    expect(await numberAs(administrator, inForce(await enterprise()) ?? '')).toBe('FORBIDDEN');
  });
});

describe('an instruction', () => {
  it('keeps the account and the attempt that it named, whatever is agreed to later', async () => {
    const first = inForce(await enterprise());
    const { id: claim } = await bureau.instructed({ uscc });
    const next = await agreed();
    api.today('2026-08-28');
    const treasury = await bureau.treasury(CITY);
    const payment = `${claim}-${CITY}`;
    const confirmed = await bureau.done(treasury, 'confirmPayment', {
      payment,
      attempt: 1,
      bankReference: `A ${claim}`,
      paidOn: '2026-08-28',
    });
    expect(confirmed).toMatchObject({ payeeAccount: { proposal: first }, attempt: 1 });

    api.today('2026-08-31');
    const late = { payment, attempt: 1, reason: '账户已销户，隔日退回', returnedOn: '2026-08-30' };
    expect(await api.send(treasury, 'recordBankReturn', late)).toMatchObject({
      status: 'RETURNED',
      returnedOn: '2026-08-30',
    });
    const again = await api.send(bureau.otherFinance, 'reinstructPayment', { payment });
    expect(again).toMatchObject({ status: 'INSTRUCTED', payeeAccount: { proposal: next }, attempt: 2 });
  });

  it('is refused with a sentence where no account is in force', async () => {
    const name = '青石无户企业（虚构）';
    const bare = (
      await bureau.done(bureau.clerk, 'registerEnterprise', {
        uscc: usccOf(COUNTY, 999_998),
        name,
        division: COUNTY,
      })
    ).id;
    const claim = await bureau.publicised({ uscc: bare });
    api.today('2026-08-13');
    expect(await api.send(bureau.finance, 'instructPayments', { claim })).toMatchObject({
      __typename: 'NotAllowedNow',
      code: 'NO_ACCOUNT',
    });
  });

  it('of schema version 1 is read as one without an account, its attempts counted', () => {
    const meta = {
      actor: { userId: 'u', username: 'u', displayName: 'U', division: CITY, department: null },
      commandId: 'c',
    };
    const key = { payment: `350500-2025-00000001-${CITY}`, claim: '350500-2025-00000001' };
    const written: [string, RecordedEvent['data']][] = [
      ['PaymentInstructed', { ...key, uscc, payee: '甲', payer: CITY, amount: '1.00', basis: 'quanzhou-2024-7/2' }],
      ['PaymentReturned', { ...key, reason: '账号不符' }],
      ['PaymentReinstructed', key],
      ['PaymentReturned', { ...key, reason: '账号不符' }],
      ['PaymentReinstructed', key],
    ];
    const events = written.map(([type, data], index) =>
      parsePaymentEvent(
        toRecordedEvent(
          CITY,
          {
            position: String(index + 1),
            stream: `payment-${key.payment}`,
            version: index + 1,
            event_id: randomUUID(),
            type,
            schema_version: 1,
            occurred_on: '2026-03-02',
            recorded_at: '2026-03-02T02:00:00.000Z',
            data,
            meta,
            correction: null,
          },
          UPCASTERS,
        ),
      ),
    );
    expect(foldPayment(events)).toMatchObject({ status: 'instructed', account: null, attempt: 3 });
  });
});

async function enterprise(of = uscc): Promise<Answer> {
  const query = `query ($uscc: ID!) { enterprise(uscc: $uscc) {
    accountSharedWith bankAccounts { id standing inForce effectiveFrom }
  } }`;
  return (await api.post(bureau.clerk, query, { uscc: of })).data?.enterprise as Answer;
}

async function erased(eraser: Official, commandId: string): Promise<void> {
  const { data } = await api.post(
    eraser,
    `mutation { eraseContact(uscc: "${uscc}", commandId: "${commandId}") { __typename } }`,
    {},
  );
  expect(data).toEqual({ eraseContact: { __typename: 'Enterprise' } });
}

async function stored(number: string, of?: string): Promise<number | null> {
  const { rowCount } = await api.pool.query(
    'select 1 from identity.bank_account where number = $1 and ($2::text is null or uscc = $2)',
    [number, of ?? null],
  );
  return rowCount;
}
