import { describe, expect, it } from '@jest/globals';
import type { Actor, Decision, GuardBalance, Role } from '@duixian/casework';
import { headcountAccount, type OfficeDecision } from './administrators.js';
import { decideAgreement, decideRefusal, decideWithdrawal } from './decide/answer.js';
import { decideDisabling } from './decide/disabling.js';
import { decideFirstOpening, decideTakeOver, keptRoles } from './decide/found.js';
import { decideProposal } from './decide/proposal.js';
import type { AccountChange, OfficialEvent } from './official-event.js';
import { evolveOfficial, initialOfficial, type Official } from './official.js';

const CITY = '350500';

function person(userId: string, role: Role): Actor {
  return { userId, username: userId, displayName: userId, division: CITY, department: null, roles: [role] };
}

const system = person('system', 'system-administrator');
const security = person('security', 'security-administrator');
const audit = person('audit', 'audit-administrator');
const installation: Actor = { ...person('installation', 'clerk'), roles: [] };

/** A city's accounts, with the headcounts that the guards would hold. */
class City {
  readonly officials = new Map<string, Official>();
  private readonly counts = new Map<string, bigint>();
  private commands = 0;

  static founded(): City {
    const city = new City();
    for (const actor of [system, security, audit]) city.open(actor);
    return city;
  }

  open({ userId: official, username, displayName, division, department, roles }: Actor): void {
    const account = { username, displayName, division, department, roles };
    const command = { ...this.by(installation), official, account };
    this.keep(official, decideFirstOpening({ command, official: this.get(official), guards: this.guards }));
  }

  propose(actor: Actor, official: string, change: AccountChange, on = '2026-03-02'): OfficeDecision {
    const command = { ...this.by(actor, on), official, change, reason: '工作调整' };
    const input = { command, official: this.get(official), lookalikes: [], guards: this.guards, address: '10.0.0.7' };
    return this.keep(official, decideProposal(input));
  }

  agree(actor: Actor, official: string, on = '2026-03-03'): OfficeDecision {
    return this.answer(decideAgreement, actor, official, on);
  }

  refuse(actor: Actor, official: string): OfficeDecision {
    return this.answer(
      (input) => decideRefusal({ ...input, command: { ...input.command, reason: '不同意' } }),
      actor,
      official,
    );
  }

  withdraw(actor: Actor, official: string): OfficeDecision {
    return this.answer(decideWithdrawal, actor, official);
  }

  disable(actor: Actor, official: string): OfficeDecision {
    const command = { ...this.by(actor), official, reason: '离职' };
    return this.keep(
      official,
      decideDisabling({ command, official: this.get(official), guards: this.guards, address: null }),
    );
  }

  get(id: string): Official {
    return this.officials.get(id) ?? initialOfficial;
  }

  get guards(): Map<string, GuardBalance> {
    return new Map([...this.counts].map(([account, reserved]) => [account, { ceiling: null, reserved, paid: 0n }]));
  }

  private answer(
    decide: (input: Parameters<typeof decideAgreement>[0]) => OfficeDecision,
    actor: Actor,
    official: string,
    on = '2026-03-03',
  ): OfficeDecision {
    const proposal = this.get(official).proposals.at(-1)?.id ?? '';
    const command = { ...this.by(actor, on), official, proposal };
    return this.keep(official, decide({ command, official: this.get(official), guards: this.guards, address: null }));
  }

  private by(actor: Actor, on = '2026-03-03') {
    return { commandId: `c${String(++this.commands)}`, tenant: CITY, actor, on };
  }

  private keep(id: string, decision: Decision<OfficialEvent>): OfficeDecision {
    if (!decision.ok) return decision;
    const events = decision.streams.flatMap((stream) => stream.events);
    this.officials.set(id, events.reduce(evolveOfficial, this.get(id)));
    for (const { account, reserve } of decision.guards) {
      this.counts.set(account, (this.counts.get(account) ?? 0n) + (reserve ?? 0n));
    }
    return decision;
  }
}

function codeOf(decision: OfficeDecision): string | null {
  return decision.ok ? null : decision.refusal.code;
}

const NEW = { username: 'lin.xia', displayName: '林夏', division: '350582', department: null } as const;

function opening(...roles: Role[]): AccountChange {
  return { kind: 'opening', ...NEW, roles };
}

describe('an account', () => {
  it('is opened by two: what the system administrator proposes, a security administrator agrees to', () => {
    const city = City.founded();
    expect(codeOf(city.propose(system, 'lin', opening('clerk')))).toBeNull();
    expect(city.get('lin').account).toBeNull();
    expect(codeOf(city.agree(system, 'lin'))).toBe('SAME_PERSON');
    expect(codeOf(city.agree(audit, 'lin'))).toBe('NOT_YOUR_OFFICE');
    expect(codeOf(city.agree(person('other-system', 'system-administrator'), 'lin'))).toBe('NOT_YOUR_OFFICE');
    expect(codeOf(city.agree(security, 'lin'))).toBeNull();
    expect(city.get('lin').account).toEqual({ ...NEW, roles: ['clerk'], disabled: false });
    expect(codeOf(city.agree(security, 'lin'))).toBe('ALREADY_DECIDED');
  });

  it('holds no two offices that exclude each other, and says why', () => {
    const decision = City.founded().propose(system, 'lin', opening('clerk', 'treasury'));
    expect(decision).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: 'roles', message: { zh: expect.stringContaining('收款账户') } },
    });
    expect(codeOf(City.founded().propose(system, 'lin', opening()))).toBe('INVALID_INPUT');
    expect(codeOf(City.founded().propose(system, 'lin', opening('reviewer')))).toBe('INVALID_INPUT');
  });

  it.each(['clerk', 'finance', 'treasury', 'auditor', 'audit-administrator'] as const)(
    'is not for a %s to change, in any way',
    (role) => {
      const city = City.founded();
      const outsider = person('outsider', role);
      expect(codeOf(city.propose(outsider, 'lin', opening('clerk')))).toBe('NOT_YOUR_OFFICE');
      expect(codeOf(city.disable(outsider, 'audit'))).toBe('NOT_YOUR_OFFICE');
      city.propose(system, 'lin', opening('clerk'));
      expect(codeOf(city.agree(outsider, 'lin'))).toBe('NOT_YOUR_OFFICE');
      expect(codeOf(city.refuse(outsider, 'lin'))).toBe('NOT_YOUR_OFFICE');
    },
  );

  it('is left as it is when the proposal is refused, taken back, or lapses', () => {
    const city = City.founded();
    city.propose(system, 'lin', opening('clerk'));
    expect(codeOf(city.refuse(system, 'lin'))).toBe('SAME_PERSON');
    expect(codeOf(city.refuse(security, 'lin'))).toBeNull();
    expect(codeOf(city.agree(security, 'lin'))).toBe('ALREADY_DECIDED');
    city.propose(system, 'lin', opening('clerk'));
    expect(codeOf(city.propose(security, 'lin', opening('finance')))).toBe('NOT_YOUR_TURN');
    expect(codeOf(city.withdraw(security, 'lin'))).toBe('NOT_YOUR_OFFICE');
    expect(codeOf(city.withdraw(system, 'lin'))).toBeNull();
    city.propose(system, 'lin', opening('clerk'), '2026-03-02');
    expect(codeOf(city.agree(security, 'lin', '2026-03-17'))).toBe('ALREADY_DECIDED');
    expect(city.get('lin').account).toBeNull();
  });

  it('is never changed by whom it belongs to alone, nor his office with his help', () => {
    const city = City.founded();
    city.propose(system, 'lin', opening('security-administrator'));
    city.agree(security, 'lin');
    expect(codeOf(city.propose(system, 'system', { kind: 'roles', roles: ['treasury'] }))).toBe('SAME_PERSON');
    city.propose(system, 'security', { kind: 'roles', roles: ['treasury'] });
    expect(codeOf(city.agree(security, 'security'))).toBe('SAME_PERSON');
    expect(codeOf(city.agree(person('lin', 'security-administrator'), 'security'))).toBeNull();
    expect(city.get('security').account?.roles).toEqual(['treasury']);
  });

  it.each([
    { kind: 'password' },
    { kind: 'unlocking' },
    { kind: 'second-factor' },
    { kind: 'office', displayName: '林夏', division: '350583', department: null },
  ] as const)('takes two for $kind as well', (change) => {
    const city = City.founded();
    city.open(person('lin', 'clerk'));
    expect(codeOf(city.propose(security, 'lin', change))).toBeNull();
    expect(codeOf(city.agree(security, 'lin'))).toBe('SAME_PERSON');
    expect(codeOf(city.agree(system, 'lin'))).toBeNull();
  });

  it('is shut by one, and opened again by two', () => {
    const city = City.founded();
    city.open(person('lin', 'clerk'));
    expect(codeOf(city.propose(system, 'lin', { kind: 'enabling' }))).toBe('ALREADY_DECIDED');
    expect(codeOf(city.disable(system, 'lin'))).toBeNull();
    expect(codeOf(city.disable(system, 'lin'))).toBe('ALREADY_DECIDED');
    city.propose(system, 'lin', { kind: 'enabling' });
    expect(city.get('lin').account?.disabled).toBe(true);
    city.agree(security, 'lin');
    expect(city.get('lin').account?.disabled).toBe(false);
  });

  it.each([
    [system, security],
    [security, system],
  ])('shut by $username alone, is opened again by $username alone, who is of another kind', (one, other) => {
    const city = City.founded();
    city.open(person('lin', 'clerk'));
    const colleague = { ...one, userId: 'colleague' };
    city.disable(one, 'lin');
    expect(city.propose(other, 'lin', { kind: 'enabling' })).toMatchObject({
      streams: [
        {
          events: [
            { type: 'OfficialChangeProposed' },
            { type: 'AccountEnabled', data: { alone: true }, meta: { actor: { userId: other.userId } } },
          ],
        },
      ],
    });
    expect(city.get('lin').account?.disabled).toBe(false);
    city.disable(one, 'lin');
    city.propose(colleague, 'lin', { kind: 'enabling' });
    expect(city.get('lin').account?.disabled).toBe(true);
  });

  it('is not opened alone by whoever shut it, though he is of another kind since', () => {
    const city = City.founded();
    city.open(person('lin', 'clerk'));
    city.disable(system, 'lin');
    const moved = { ...security, userId: system.userId };
    expect(codeOf(city.propose(moved, 'lin', { kind: 'enabling' }))).toBeNull();
    expect(city.get('lin').account?.disabled).toBe(true);
  });

  it('is opened by two once anything else of it has changed since it was shut', () => {
    const city = City.founded();
    city.open(person('lin', 'clerk'));
    city.disable(system, 'lin');
    city.propose(system, 'lin', { kind: 'roles', roles: ['treasury'] });
    city.agree(security, 'lin');
    city.propose(security, 'lin', { kind: 'enabling' });
    expect(city.get('lin').account?.disabled).toBe(true);
    city.agree(system, 'lin');
    expect(city.get('lin').account?.disabled).toBe(false);
  });
});

describe('the last administrator of a kind', () => {
  it.each([
    [security, system],
    [system, security],
    [system, audit],
  ])('stays: $username removes no $username', (actor, last) => {
    const city = City.founded();
    expect(codeOf(city.disable(actor, last.userId))).toBe('LAST_ADMINISTRATOR');
    expect(codeOf(city.propose(actor, last.userId, { kind: 'roles', roles: ['auditor'] }))).toBe('LAST_ADMINISTRATOR');
    expect(codeOf(city.disable(last, last.userId))).not.toBeNull();
  });

  it('goes once there is another, and the decision holds only while there is', () => {
    const city = City.founded();
    city.propose(system, 'lin', opening('audit-administrator'));
    city.agree(security, 'lin');
    expect(city.disable(system, 'audit')).toMatchObject({
      ok: true,
      guards: [{ account: headcountAccount('audit-administrator'), reserve: -1n, dependsOnVersion: true }],
    });
    expect(codeOf(city.disable(system, 'lin'))).toBe('LAST_ADMINISTRATOR');
  });

  it('may have gone between proposal and agreement', () => {
    const city = City.founded();
    city.open(person('second', 'audit-administrator'));
    city.propose(system, 'audit', { kind: 'roles', roles: ['auditor'] });
    city.disable(system, 'second');
    expect(codeOf(city.agree(security, 'audit'))).toBe('LAST_ADMINISTRATOR');
  });
});

describe('an account of an earlier version', () => {
  it('goes on record as it was found, with the one role it keeps', () => {
    const account = { ...NEW, disabled: false };
    const command = { commandId: 'c', tenant: CITY, actor: installation, on: '2026-03-02', official: 'lin', account };
    const found = ['treasury', 'administrator'];
    const decision = decideTakeOver({ command: { ...command, found }, official: initialOfficial, guards: new Map() });
    expect(decision).toMatchObject({
      streams: [
        {
          stream: 'official-lin',
          events: [{ type: 'AccountTakenOver', data: { found, roles: ['system-administrator'] } }],
        },
      ],
      guards: [{ account: headcountAccount('system-administrator'), reserve: 1n }],
    });
  });

  it.each([
    [['treasury', 'finance', 'clerk'], ['clerk']],
    [['auditor', 'treasury'], ['treasury']],
    [['clerk', 'administrator'], ['system-administrator']],
    [['of no version'], []],
  ])('keeps of %j just %j', (found, kept) => {
    expect(keptRoles(found)).toEqual(kept);
  });
});
