import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { roles } from '../../identity/permission.js';
import { ReadModel } from '../../log/read-model.js';
import { Api, usccOf, type Answer, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, COUNTY, OTHER_COUNTY, TODAY } from '../../spec/bureau.spec.js';

let api: Api;
let bureau: Bureau;
let uscc: string;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

beforeEach(async () => {
  api.today(TODAY);
  uscc = await bureau.enterprise(COUNTY);
});

afterAll(() => api.stop());

const LIN = { name: '林某某', phone: '0595-8560 0000', email: 'lin@example.cn' };
const CHEN = { name: '陈某某', phone: '0595-8560 1111', email: null };
/** How often a proposal and an erasure are sent at once. */
const ROUNDS = 20;

async function proposed(contact: object, by = bureau.clerk): Promise<string> {
  const answer = await bureau.done(by, 'proposeContactChange', { uscc, ...contact });
  return answer.contactChanges[0]?.id ?? '';
}

async function told(proposal: string): Promise<void> {
  const notice = { uscc, proposal, how: 'TELEPHONE', note: '已告知原联系人' };
  await bureau.done(bureau.otherClerk, 'giveContactNotice', notice);
}

/** Brings a first contact into force; gives its proposal. */
async function withContact(contact: object = LIN): Promise<string> {
  const proposal = await proposed(contact);
  await bureau.done(bureau.otherClerk, 'agreeContactChange', { uscc, proposal });
  return proposal;
}

async function enterpriseAs(official: Official): Promise<Answer> {
  const query = `query ($uscc: ID!) { enterprise(uscc: $uscc) {
    contact { name phone } contactChanges { id standing inForce isFound erased needsNotice effectiveFrom proposedBy answeredBy }
  } }`;
  return (await api.post(official, query, { uscc })).data?.enterprise as Answer;
}

/** The names that somebody reads, or the code of the refusal. */
async function namesAs(official: Official): Promise<unknown> {
  const query = `query ($uscc: ID!) { contacts(uscc: $uscc) {
    ... on Contacts { contacts { name standing replacedOn } } ... on Refusal { code }
  } }`;
  const { data, errors } = await api.post(official, query, { uscc });
  const answer = data?.contacts as { contacts?: { name: string }[]; code?: string } | undefined;
  return answer?.contacts?.map(({ name }) => name) ?? answer?.code ?? errors?.[0]?.extensions.code;
}

/** Name and code of the answer to an erasure. */
async function erasedBy(eraser: Official, commandId: string = randomUUID()): Promise<unknown> {
  const mutation = `mutation ($uscc: ID!, $commandId: ID) { eraseContact(uscc: $uscc, commandId: $commandId) {
    ... on Enterprise { contact { name } } ... on Refusal { code }
  } }`;
  return (await api.post(eraser, mutation, { uscc, commandId })).data?.eraseContact;
}

async function rowsOf(name: string): Promise<number | null> {
  return (await api.pool.query('select 1 from identity.contact where uscc = $1 and name = $2', [uscc, name])).rowCount;
}

describe('a contact', () => {
  it('is changed by two clerks, the old one told before, and the working days waited for', async () => {
    const first = await withContact();
    const proposal = await proposed(CHEN);
    const answer = { uscc, proposal };
    expect(await api.send(bureau.clerk, 'agreeContactChange', answer)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await api.send(bureau.otherClerk, 'agreeContactChange', answer)).toMatchObject({ code: 'NOTICE_NOT_GIVEN' });
    const note = { ...answer, how: 'TELEPHONE', note: 'x' };
    expect(await api.send(bureau.clerk, 'giveContactNotice', note)).toMatchObject({ code: 'SAME_PERSON' });
    await told(proposal);

    const waiting = await api.send(bureau.otherClerk, 'agreeContactChange', answer);

    // 2026-08-03 is a Monday: Tuesday, Wednesday and Thursday are waited for.
    expect(waiting).toMatchObject({
      contact: { name: '林**' },
      contactChanges: [
        { id: proposal, standing: 'WAITING', effectiveFrom: '2026-08-07', waiting: 'SCHEDULE' },
        { id: first, inForce: true },
      ],
    });
    expect(await namesAs(bureau.clerk)).toEqual(['陈某某', '林某某']);
    api.today('2026-08-07');
    expect(await enterpriseAs(bureau.clerk)).toMatchObject({ contact: { name: '陈**' } });
    // The old one can still be called: whoever changed it may mean to change the account next.
    expect(await namesAs(bureau.clerk)).toEqual(['陈某某', '林某某']);
  });

  it('waits among what a colleague has to agree to, and can be refused or taken back until it holds', async () => {
    await withContact();
    const proposal = await proposed(CHEN);
    const open = '{ openProposals { kind proposal isMine } }';
    expect((await api.post(bureau.otherClerk, open, {})).data?.openProposals).toContainEqual({
      kind: 'CONTACT',
      proposal,
      isMine: false,
    });
    await told(proposal);
    await bureau.done(bureau.otherClerk, 'agreeContactChange', { uscc, proposal });
    const refuse = { uscc, proposal, reason: '企业否认' };
    expect(await api.send(bureau.clerk, 'refuseContactChange', refuse)).toMatchObject({ code: 'SAME_PERSON' });

    const stopped = await api.send(bureau.otherClerk, 'refuseContactChange', refuse);

    expect(stopped).toMatchObject({
      contact: { name: '林**' },
      contactChanges: [{ standing: 'REFUSED', effectiveFrom: null, waiting: null }, {}],
    });
    const again = { uscc, proposal: await proposed(CHEN) };
    expect(await api.send(bureau.otherClerk, 'withdrawContactChange', again)).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
    expect(await api.send(bureau.clerk, 'withdrawContactChange', again)).toMatchObject({
      contactChanges: [{ standing: 'WITHDRAWN' }, {}, {}],
    });
    api.today('2026-09-01');
    expect(await enterpriseAs(bureau.clerk)).toMatchObject({ contact: { name: '林**' } });
  });

  it('is proposed with every field that is wrong named, by the window of its county, and then stands nowhere', async () => {
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    expect(await api.send(elsewhere, 'proposeContactChange', { uscc, ...CHEN })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
    expect(await rowsOf(CHEN.name)).toBe(0);
    expect(
      await api.send(bureau.clerk, 'proposeContactChange', { uscc, ...CHEN, phone: 'x', email: 'y' }),
    ).toMatchObject({
      problems: [{ field: 'phone' }, { field: 'email' }],
    });
    const unknown = { ...CHEN, uscc: usccOf(COUNTY, 999_999) };
    expect(await api.send(bureau.clerk, 'proposeContactChange', unknown)).toMatchObject({ code: 'UNKNOWN_ENTERPRISE' });
    await proposed(LIN);
    expect(await api.send(bureau.otherClerk, 'proposeContactChange', { uscc, ...CHEN })).toMatchObject({
      __typename: 'NotAllowedNow',
      code: 'PROPOSAL_OPEN',
    });
    expect(await rowsOf(CHEN.name)).toBe(0);
  });

  it('is one proposal when it is sent twice; another under its id is refused and replaces nothing', async () => {
    const commandId = randomUUID();
    await proposed({ ...LIN, commandId });
    await proposed({ ...LIN, commandId });
    expect((await enterpriseAs(bureau.clerk)).contactChanges).toHaveLength(1);
    const other = { uscc, ...CHEN, commandId };
    await expect(api.send(bureau.clerk, 'proposeContactChange', other)).rejects.toThrow(/commandId/);
    expect(await namesAs(bureau.clerk)).toEqual(['林某某']);
  });

  it('of an earlier version, changed by one clerk at once, is read as it was, also when the tables are built anew', async () => {
    const contact = randomUUID();
    await api.pool.query(
      'insert into identity.contact (tenant, id, uscc, name, phone, salt) values ($1, $2, $3, $4, $5, $6)',
      [CITY, contact, uscc, LIN.name, LIN.phone, Buffer.alloc(32)],
    );
    const { id: userId, username, displayName } = bureau.clerk;
    const result = await api.store.append({
      tenant: CITY,
      commandId: contact,
      requestHash: 'an older version',
      guards: [],
      streams: [
        {
          stream: `contact-${uscc}`,
          expectedVersion: 0,
          events: [
            {
              eventId: randomUUID(),
              type: 'ContactChanged',
              schemaVersion: 1,
              occurredOn: TODAY,
              data: { uscc, contact, was: null, now: { name: '林**', phone: '********0000', email: null }, hash: 'h' },
              meta: { actor: { userId, username, displayName, division: CITY, department: null }, commandId: contact },
            },
          ],
        },
      ],
    });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    await api.app.get(ReadModel).caughtUp(CITY, result.last);
    const held = { contact: { name: '林**' }, contactChanges: [{ id: contact, inForce: true, answeredBy: null }] };
    expect(await enterpriseAs(bureau.clerk)).toMatchObject(held);

    await api.app.get(ReadModel).rebuild();

    expect(await enterpriseAs(bureau.clerk)).toMatchObject(held);
    expect(
      await api.send(bureau.otherClerk, 'agreeContactChange', { uscc, proposal: await proposed(CHEN) }),
    ).toMatchObject({
      code: 'NOTICE_NOT_GIVEN',
    });
  });
});

describe('the whole of a contact', () => {
  it('is in no event, and is erased for good while the record of it stands', async () => {
    const proposal = await withContact();
    const before = (await api.store.readStream(CITY, `contact-${uscc}`)).events;
    expect(JSON.stringify(before.map(({ data }) => data))).not.toMatch(/林某某|8560|lin@/);
    const eraser = await api.hire('security-administrator', CITY);
    const change = { uscc, proposal: await proposed(CHEN) };
    expect(await erasedBy(eraser)).toEqual({ code: 'PROPOSAL_OPEN' });
    await bureau.done(bureau.clerk, 'withdrawContactChange', change);

    expect(await erasedBy(eraser)).toEqual({ contact: null });

    expect((await api.pool.query('select 1 from identity.contact where uscc = $1', [uscc])).rowCount).toBe(0);
    const { events } = await api.store.readStream(CITY, `contact-${uscc}`);
    expect(events.slice(0, before.length)).toEqual(before);
    expect(events.at(-1)?.type).toBe('ContactErased');
    // Nobody puts another where the erased one was: its id is spent.
    const planted = { uscc, ...CHEN, commandId: proposal };
    await expect(api.send(bureau.clerk, 'proposeContactChange', planted)).rejects.toThrow(/commandId/);
    expect(await rowsOf(CHEN.name)).toBe(0);
    // The next one waits, though there is nobody to tell.
    const next = { uscc, proposal: await proposed(CHEN) };
    expect(await api.send(bureau.otherClerk, 'agreeContactChange', next)).toMatchObject({
      contact: null,
      contactChanges: [{ standing: 'WAITING', effectiveFrom: '2026-08-07' }, {}, {}],
    });
  });

  it('stays when the erasure of an earlier one is sent again, which does what was left to do of its own', async () => {
    const first = await withContact();
    const eraser = await api.hire('security-administrator', CITY);
    const commandId = randomUUID();
    expect(await erasedBy(eraser, commandId)).toEqual({ contact: null });
    // As if the database had failed between the record of the erasure and the erasure.
    await api.pool.query(
      'insert into identity.contact (tenant, id, uscc, name, phone, salt) values ($1, $2, $3, $4, $5, $6)',
      [CITY, first, uscc, LIN.name, LIN.phone, Buffer.alloc(32)],
    );
    await proposed(CHEN);
    expect(await erasedBy(eraser)).toEqual({ code: 'PROPOSAL_OPEN' });

    expect(await erasedBy(eraser, commandId)).toEqual({ contact: null });

    expect(await rowsOf(LIN.name)).toBe(0);
    expect(await namesAs(bureau.clerk)).toEqual(['陈某某']);
  });

  it('is there, as the number of an account is, whenever its proposal meets an erasure', async () => {
    const eraser = await api.hire('security-administrator', CITY);
    const account = { uscc, holder: '某人', holderReason: '集团结算中心', bank: '虚构银行', cnaps: '000000000001' };
    for (let round = 0; round < ROUNDS; round += 1) {
      const [contact, number] = [randomUUID(), randomUUID()];
      await Promise.all([
        erasedBy(eraser),
        bureau.done(bureau.clerk, 'proposeContactChange', { uscc, ...CHEN, commandId: contact }),
        bureau.done(bureau.clerk, 'proposeAccountChange', {
          ...account,
          number: '9900000011112222',
          commandId: number,
        }),
      ]);
      const { rows } = await api.pool.query(
        `select id::text from identity.contact where id = $1 union all select id::text from identity.bank_account where id = $2`,
        [contact, number],
      );
      expect(rows).toEqual([{ id: contact }, { id: number }]);
      await bureau.done(bureau.clerk, 'withdrawContactChange', { uscc, proposal: contact });
      await bureau.done(bureau.clerk, 'withdrawAccountChange', { uscc, proposal: number });
    }
  });

  it('is read by those whose open work needs it, on record each time', async () => {
    await withContact();
    await proposed(CHEN);
    const reviewer = await bureau.reviewer();
    const treasury = await bureau.treasury(CITY);
    const auditor = await api.hire('auditor', CITY);
    expect(await namesAs(bureau.clerk)).toEqual(['陈某某', '林某某']);
    expect(await namesAs(auditor)).toEqual(['陈某某', '林某某']);
    const elsewhere = await api.hire('clerk', OTHER_COUNTY);
    for (const other of [elsewhere, reviewer, bureau.finance, treasury]) {
      expect(await namesAs(other)).toBe('NOT_YOUR_OFFICE');
    }
    const claim = await bureau.accepted({ uscc });
    // One that is only proposed is none of theirs.
    expect(await namesAs(reviewer)).toEqual(['林某某']);
    expect(await namesAs(bureau.finance)).toBe('NOT_YOUR_OFFICE');
    await bureau.done(reviewer, 'reviewClaim', { claim, opinion: '同意' });
    expect(await namesAs(reviewer)).toBe('NOT_YOUR_OFFICE');
    expect(await namesAs(bureau.finance)).toEqual(['林某某']);
    const { rows } = await api.pool.query(
      `select username from identity.security_log where kind = 'contact-read' and subject = $1 order by position`,
      [uscc],
    );
    const readers = [bureau.clerk, auditor, reviewer, bureau.finance];
    expect(rows).toEqual(readers.map(({ username }) => ({ username })));
  });

  it.each(roles.filter((role) => role.includes('admin')))('is never read by a %s', async (role) => {
    await withContact();
    expect(await namesAs(await api.hire(role, CITY))).toBe('FORBIDDEN');
  });

  it('is read by the treasury while it has to pay, and what is agreed to later does not touch the instruction', async () => {
    await withContact();
    const { id: claim } = await bureau.instructed({ uscc });
    const treasury = await bureau.treasury(CITY);
    expect(await namesAs(treasury)).toEqual(['林某某']);
    const { events: before } = await api.store.readStream(CITY, `payment-${claim}-${CITY}`);
    const proposal = await proposed(CHEN);
    await told(proposal);
    await bureau.done(bureau.otherClerk, 'agreeContactChange', { uscc, proposal });
    api.today('2026-08-28');
    expect(await namesAs(treasury)).toEqual(['陈某某', '林某某']);
    expect((await api.store.readStream(CITY, `payment-${claim}-${CITY}`)).events).toEqual(before);
    await bureau.done(treasury, 'confirmPayment', {
      payment: `${claim}-${CITY}`,
      attempt: 1,
      bankReference: `C ${claim}`,
      paidOn: '2026-08-28',
    });
    expect(await namesAs(treasury)).toBe('NOT_YOUR_OFFICE');
  });
});

// The last of the file: so many days end everybody's session.
describe('a contact of before', () => {
  it('is read for three months after it was replaced', async () => {
    await withContact();
    const proposal = await proposed(CHEN);
    await told(proposal);
    await bureau.done(bureau.otherClerk, 'agreeContactChange', { uscc, proposal });

    api.today('2026-11-06');

    expect(await namesAs(await api.hire('clerk', CITY))).toEqual(['陈某某']);
  });
});
