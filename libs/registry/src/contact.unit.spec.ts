import { describe, expect, it } from '@jest/globals';
import { foldEnterprise, parseEnterpriseEvent, usccCheckCharacter, type Actor, type Role } from '@duixian/casework';
import {
  decideContactAgreement,
  decideContactNotice,
  decideContactProposal,
  decideContactRefusal,
  decideContactWithdrawal,
} from './contact-change.js';
import {
  contactInForce,
  evolveContacts,
  foldContacts,
  initialContacts,
  maskContact,
  type Contacts,
} from './contact.js';
import { pendingChange } from './change.js';
import { decideContactErasure } from './erasure.js';
import { parseContactEvent, type RegistryDecision } from './registry-event.js';
import { decideContactTakeOver } from './take-over.js';

const COUNTY = '350582';
const OTHER_COUNTY = '350583';
const CITY = '350500';
const BODY = '91350582MA2XXXXX0';
const USCC = `${BODY}${usccCheckCharacter(BODY) ?? ''}`;
const MONDAY = '2026-08-03';
/** Tuesday, Wednesday and Thursday are waited for. */
const FRIDAY = '2026-08-07';

const official = (userId: string, role: Role, division = COUNTY): Actor => ({
  userId,
  username: userId,
  displayName: userId,
  division,
  department: null,
  roles: [role],
});
const clerk = official('clerk', 'clerk');
const second = official('second', 'clerk');
const commandOf = (actor: Actor, on: string, commandId = `${actor.userId}-${on}`) => ({
  commandId,
  tenant: CITY,
  actor,
  on,
  uscc: USCC,
});
const meta = (actor: Actor) => ({ actor: { ...actor }, commandId: 'c' });
const enterprise = foldEnterprise([
  parseEnterpriseEvent({
    type: 'EnterpriseRegistered',
    schemaVersion: 1,
    occurredOn: '2026-01-05',
    data: { uscc: USCC, name: '晋江青石智算科技有限公司', division: COUNTY },
    meta: meta(clerk),
  }),
]);
const mask = (name: string) => ({ name, phone: '*******0000', email: null });

function after(state: Contacts, decision: RegistryDecision): Contacts {
  if (!decision.ok) throw new Error(`${decision.refusal.code}: ${decision.refusal.message.en}`);
  const events = decision.streams.flatMap(({ events: each }) => each).map(parseContactEvent);
  return events.reduce<Contacts>(evolveContacts, state);
}

const codeOf = (decision: RegistryDecision) => (decision.ok ? null : decision.refusal.code);

const propose = (contacts: Contacts, actor: Actor, on: string, id: string) =>
  decideContactProposal({
    command: { ...commandOf(actor, on, id), now: mask(id), hash: id },
    enterprise,
    contacts,
  });
const agree = (contacts: Contacts, actor: Actor, on: string, proposal: string) =>
  decideContactAgreement({ command: { ...commandOf(actor, on), proposal }, enterprise, contacts, waitingDays: 3 });
const tell = (contacts: Contacts, actor: Actor, on: string, proposal: string) =>
  decideContactNotice({
    command: { ...commandOf(actor, on), proposal, how: 'telephone', note: '已电话告知' },
    enterprise,
    contacts,
  });
const erase = (contacts: Contacts, on: string) =>
  decideContactErasure({
    command: commandOf(official('guard', 'security-administrator', CITY), on),
    enterprise,
    accounts: [],
    contacts,
  });

/** A contact that two clerks brought into force. */
const withContact = () => {
  const proposed = after(initialContacts, propose(initialContacts, clerk, '2026-07-01', 'first'));
  return after(proposed, agree(proposed, second, '2026-07-01', 'first'));
};

describe('a contact', () => {
  it('is none until a second clerk agrees; the first one holds at once then', () => {
    const proposed = after(initialContacts, propose(initialContacts, clerk, MONDAY, 'first'));
    expect(contactInForce(proposed, MONDAY)).toBeNull();
    expect(codeOf(agree(proposed, clerk, MONDAY, 'first'))).toBe('SAME_PERSON');

    expect(contactInForce(after(proposed, agree(proposed, second, MONDAY, 'first')), MONDAY)?.mask).toEqual(
      mask('first'),
    );
  });

  it('is changed once the old one was told by another clerk and the working days have passed', () => {
    const contacts = withContact();
    const proposed = after(contacts, propose(contacts, clerk, MONDAY, 'next'));
    expect(codeOf(agree(proposed, second, MONDAY, 'next'))).toBe('NOTICE_NOT_GIVEN');
    expect(codeOf(tell(proposed, clerk, MONDAY, 'next'))).toBe('SAME_PERSON');
    const told = after(proposed, tell(proposed, second, MONDAY, 'next'));

    const agreed = after(told, agree(told, second, MONDAY, 'next'));

    expect(contactInForce(agreed, '2026-08-06')?.proposal.id).toBe('first');
    expect(contactInForce(agreed, FRIDAY)?.proposal.id).toBe('next');
  });

  it('is proposed, told of and agreed to by clerks of its own county alone', () => {
    const contacts = withContact();
    const elsewhere = official('elsewhere', 'clerk', OTHER_COUNTY);
    const finance = official('finance', 'finance');
    const proposed = after(contacts, propose(contacts, clerk, MONDAY, 'next'));
    for (const other of [elsewhere, finance, official('admin', 'system-administrator', CITY)]) {
      expect(codeOf(propose(contacts, other, MONDAY, 'next'))).toBe('NOT_YOUR_OFFICE');
      expect(codeOf(tell(proposed, other, MONDAY, 'next'))).toBe('NOT_YOUR_OFFICE');
      expect(codeOf(agree(proposed, other, MONDAY, 'next'))).toBe('NOT_YOUR_OFFICE');
    }
  });

  it('has one change under way at a time, which a colleague stops and its proposer takes back while it waits', () => {
    const contacts = withContact();
    const proposed = after(contacts, propose(contacts, clerk, MONDAY, 'next'));
    expect(codeOf(propose(proposed, second, MONDAY, 'third'))).toBe('PROPOSAL_OPEN');
    const told = after(proposed, tell(proposed, second, MONDAY, 'next'));
    const waiting = after(told, agree(told, second, MONDAY, 'next'));
    expect(codeOf(propose(waiting, second, MONDAY, 'third'))).toBe('PROPOSAL_OPEN');

    const stop = { ...commandOf(second, '2026-08-06'), proposal: 'next', reason: '企业否认' };
    const stopped = after(waiting, decideContactRefusal({ command: stop, enterprise, contacts: waiting }));
    const back = { ...commandOf(clerk, '2026-08-06'), proposal: 'next' };
    const taken = after(waiting, decideContactWithdrawal({ command: back, enterprise, contacts: waiting }));

    for (const ended of [stopped, taken]) expect(contactInForce(ended, '2026-09-01')?.proposal.id).toBe('first');
    const late = { ...back, on: FRIDAY };
    expect(codeOf(decideContactWithdrawal({ command: late, enterprise, contacts: waiting }))).toBe('ALREADY_DECIDED');
  });

  it('lapses when nobody agrees within 30 days', () => {
    const contacts = withContact();
    const proposed = after(contacts, propose(contacts, clerk, MONDAY, 'next'));
    expect(pendingChange(proposed, '2026-09-02')?.proposal.id).toBe('next');
    expect(pendingChange(proposed, '2026-09-03')).toBeNull();
  });
});

describe('erasing a contact', () => {
  it('waits until the change under way is settled, since the old one has to hear of it', () => {
    const contacts = withContact();
    const proposed = after(contacts, propose(contacts, clerk, MONDAY, 'next'));

    expect(codeOf(erase(proposed, MONDAY))).toBe('PROPOSAL_OPEN');
    expect(codeOf(erase(proposed, '2026-09-03'))).toBeNull();
  });

  it('leaves none in force, and the next one waits though there is nobody to tell', () => {
    const contacts = withContact();
    const erased = after(contacts, erase(contacts, MONDAY));
    expect(contactInForce(erased, MONDAY)).toBeNull();
    const proposed = after(erased, propose(erased, clerk, MONDAY, 'next'));

    const agreed = after(proposed, agree(proposed, second, MONDAY, 'next'));

    expect(contactInForce(agreed, '2026-08-06')).toBeNull();
    expect(contactInForce(agreed, FRIDAY)?.proposal.id).toBe('next');
  });
});

describe('a contact of before two persons were asked for', () => {
  const changed = parseContactEvent({
    type: 'ContactChanged',
    schemaVersion: 1,
    occurredOn: '2026-07-01',
    data: { uscc: USCC, contact: 'old', was: null, now: mask('old'), hash: 'h' },
    meta: meta(clerk),
  });

  it('holds from the day of its event, and is changed like any other', () => {
    const contacts = foldContacts([changed]);
    expect(contactInForce(contacts, '2026-07-01')?.proposal.id).toBe('old');
    const proposed = after(contacts, propose(contacts, clerk, MONDAY, 'next'));
    expect(codeOf(agree(proposed, second, MONDAY, 'next'))).toBe('NOTICE_NOT_GIVEN');
  });

  it('of release 0.1 holds as it was found, unless another was recorded since', () => {
    const command = {
      ...commandOf(official('installation', 'clerk', CITY), MONDAY, 'found'),
      now: mask('found'),
      hash: 'h',
    };
    const takeOver = decideContactTakeOver({ command, enterprise });

    expect(contactInForce(after(initialContacts, takeOver), MONDAY)?.proposal.id).toBe('found');
    expect(contactInForce(after(foldContacts([changed]), takeOver), MONDAY)?.proposal.id).toBe('old');
  });
});

it('a mask tells a person again who knows him, and serves nobody else', () => {
  expect(maskContact({ name: '林某某', phone: '0595-8560 1234', email: 'lin@example.cn' })).toEqual({
    name: '林**',
    phone: '********1234',
    email: 'l***@example.cn',
  });
});
