import { describe, expect, it } from '@jest/globals';
import { foldEnterprise, parseEnterpriseEvent, usccCheckCharacter, type Actor, type Role } from '@duixian/casework';
import {
  decideAccountAgreement,
  decideAccountNotice,
  decideAccountProposal,
  decideAccountRefusal,
  decideAccountWithdrawal,
} from './account-change.js';
import { checkAccount, maskNumber, type StatedAccount } from './account-details.js';
import { accountInForce, evolveAccounts, type Accounts } from './account.js';
import { pendingChange } from './change.js';
import { parseAccountEvent, type RegistryDecision } from './registry-event.js';

const COUNTY = '350582';
const CITY = '350500';
const BODY = '91350582MA2XXXXX0';
const USCC = `${BODY}${usccCheckCharacter(BODY) ?? ''}`;
const NAME = '晋江青石智算科技有限公司';

const official = (userId: string, role: Role, division: string): Actor => ({
  userId,
  username: userId,
  displayName: userId,
  division,
  department: null,
  roles: [role],
});
const clerk = official('clerk', 'clerk', COUNTY);
const second = official('second', 'clerk', COUNTY);
const finance = official('finance', 'finance', COUNTY);
const commandOf = (actor: Actor, on: string, commandId = `${actor.userId}-${on}`) => ({
  commandId,
  tenant: CITY,
  actor,
  on,
});
const meta = (actor: Actor) => ({ actor: { ...actor }, commandId: 'c' });

const enterprise = foldEnterprise([
  parseEnterpriseEvent({
    type: 'EnterpriseRegistered',
    schemaVersion: 1,
    occurredOn: '2026-01-05',
    data: { uscc: USCC, name: NAME, division: COUNTY },
    meta: meta(clerk),
  }),
]);

const account = (mark: string) => ({ bank: '虚构银行', cnaps: '000000000001', mask: `**** ${mark}`, hash: mark });

function after(state: Accounts, decision: RegistryDecision): Accounts {
  if (!decision.ok) throw new Error(`${decision.refusal.code}: ${decision.refusal.message.en}`);
  const events = decision.streams.flatMap(({ events: each }) => each).map(parseAccountEvent);
  return events.reduce<Accounts>(evolveAccounts, state);
}

const codeOf = (decision: RegistryDecision) => (decision.ok ? null : decision.refusal.code);

function propose(accounts: Accounts, actor: Actor, on: string, mark: string) {
  const command = {
    ...commandOf(actor, on, mark),
    uscc: USCC,
    account: account(mark),
    holderReason: null,
    sharedWith: [],
  };
  return decideAccountProposal({ command, enterprise, accounts });
}

function agree(accounts: Accounts, actor: Actor, on: string, proposal: string, wasGranted = false) {
  const command = { ...commandOf(actor, on), uscc: USCC, proposal };
  return decideAccountAgreement({ command, enterprise, accounts, wasGranted, waitingDays: 3 });
}

function tell(accounts: Accounts, actor: Actor, on: string, proposal: string) {
  const command = {
    ...commandOf(actor, on),
    uscc: USCC,
    proposal,
    how: 'telephone' as const,
    note: '财务科林某某，属实',
  };
  return decideAccountNotice({ command, enterprise, accounts });
}

function first(): Accounts {
  const proposed = after([], propose([], clerk, '2026-03-02', 'first'));
  return after(proposed, agree(proposed, second, '2026-03-02', 'first'));
}

function changing(): Accounts {
  const proposed = after(first(), propose(first(), clerk, '2026-08-03', 'next'));
  return after(proposed, tell(proposed, second, '2026-08-03', 'next'));
}

describe('the first account', () => {
  it('takes effect at once when a second clerk agrees and nothing was ever granted', () => {
    expect(accountInForce(first(), '2026-03-02')).toMatchObject({ proposal: 'first' });
  });

  it('waits where something was granted before: then it could divert money', () => {
    const proposed = after([], propose([], clerk, '2026-08-03', 'first'));
    const agreed = after(proposed, agree(proposed, second, '2026-08-03', 'first', true));
    expect(accountInForce(agreed, '2026-08-06')).toBeNull();
    expect(accountInForce(agreed, '2026-08-07')).toMatchObject({ proposal: 'first' });
  });

  it.each([
    ['whoever proposed it', clerk, 'SAME_PERSON'],
    ['finance, which pays by it', finance, 'NOT_YOUR_OFFICE'],
    ['the window of another county', official('x', 'clerk', '350583'), 'NOT_YOUR_OFFICE'],
  ])('is not agreed to by %s', (_, actor, code) => {
    const proposed = after([], propose([], clerk, '2026-03-02', 'first'));
    expect(codeOf(agree(proposed, actor, '2026-03-02', 'first'))).toBe(code);
  });

  it('is not proposed by the window of another county', () => {
    expect(codeOf(propose([], official('x', 'clerk', '350583'), '2026-03-02', 'first'))).toBe('NOT_YOUR_OFFICE');
  });
});

describe('a change of the account', () => {
  it('leaves the old one in force until three working days are over', () => {
    const agreed = after(changing(), agree(changing(), second, '2026-08-03', 'next', true));
    const onDays = ['2026-08-03', '2026-08-06', '2026-08-07'].map((day) => accountInForce(agreed, day)?.proposal);
    expect(onDays).toEqual(['first', 'first', 'next']);
  });

  it('is not agreed to before the contact was told', () => {
    const proposed = after(first(), propose(first(), clerk, '2026-08-03', 'next'));
    expect(codeOf(agree(proposed, second, '2026-08-03', 'next'))).toBe('NOTICE_NOT_GIVEN');
    expect(codeOf(tell(proposed, clerk, '2026-08-03', 'next'))).toBe('SAME_PERSON');
  });

  it('waits longer, never shorter, where the next year is not published, and says so', () => {
    const proposed = after(first(), propose(first(), clerk, '2026-12-30', 'next'));
    const told = after(proposed, tell(proposed, second, '2026-12-30', 'next'));
    const decision = agree(told, second, '2026-12-30', 'next');
    const [agreed] = decision.ok ? decision.streams.flatMap(({ events }) => events) : [];
    expect(agreed?.data).toMatchObject({ waiting: 'cautious' });
    expect(accountInForce(after(told, decision), '2027-01-05')?.proposal).toBe('first');
  });

  it('is stopped by finance during the waiting time, and not once it holds', () => {
    const agreed = after(changing(), agree(changing(), second, '2026-08-03', 'next'));
    const stop = (on: string) =>
      decideAccountRefusal({
        command: { ...commandOf(finance, on), uscc: USCC, proposal: 'next', reason: '企业否认' },
        enterprise,
        accounts: agreed,
      });
    expect(accountInForce(after(agreed, stop('2026-08-06')), '2026-08-30')?.proposal).toBe('first');
    expect(codeOf(stop('2026-08-07'))).toBe('ALREADY_DECIDED');
  });

  it('is taken back by its proposer alone, and another is proposed only then', () => {
    expect(codeOf(propose(changing(), second, '2026-08-04', 'third'))).toBe('PROPOSAL_OPEN');
    const back = (actor: Actor) =>
      decideAccountWithdrawal({
        command: { ...commandOf(actor, '2026-08-04'), uscc: USCC, proposal: 'next' },
        enterprise,
        accounts: changing(),
      });
    expect(codeOf(back(second))).toBe('NOT_YOUR_OFFICE');
    const withdrawn = after(changing(), back(clerk));
    expect(pendingChange(withdrawn, '2026-08-04')).toBeNull();
    expect(codeOf(propose(withdrawn, second, '2026-08-04', 'third'))).toBeNull();
  });
});

describe('the details of an account', () => {
  const stated: StatedAccount = {
    holder: NAME,
    bank: '虚构银行晋江支行',
    cnaps: '000000000001',
    number: '99 0000-0000 0001',
    holderReason: null,
  };
  const fieldsOf = (change: Partial<StatedAccount>) => {
    const checked = checkAccount({ ...stated, ...change }, NAME);
    return 'problems' in checked ? checked.problems.map(({ field }) => field) : [];
  };

  it.each([
    ['as it should be', {}, []],
    ['a full-width name', { holder: ` ${NAME}  ` }, []],
    ['another holder', { holder: '某人' }, ['holderReason']],
    ['another holder, with a reason', { holder: '某人', holderReason: '个体经营者本人账户' }, []],
    ['a code of 11 digits', { cnaps: '00000000001' }, ['cnaps']],
    ['a card whose check digit is wrong', { number: '6200000000000001' }, ['number']],
    // ISO/IEC 7812-1: 6 doubled is 12, that is 3, and 2: with the check digit 5 the sum is ten.
    ['a card whose check digit is right', { number: '6200000000000005' }, []],
    ['the same length, and no card', { number: '9900000000000001' }, []],
    ['nothing at all', { holder: '', bank: '', cnaps: '', number: '' }, ['holder', 'bank', 'cnaps', 'number']],
  ])('%s', (_, change, fields) => {
    expect(fieldsOf(change)).toEqual(fields);
  });

  it.each([
    ['6222020000001234', '6222 **** **** 1234'],
    ['12345678', '**** 5678'],
  ])('%s is shown as %s', (number, mask) => {
    expect(maskNumber(number)).toBe(mask);
  });
});
