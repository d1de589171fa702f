import { describe, expect, it } from '@jest/globals';
import {
  returnedBy,
  accepted,
  catalogue,
  CITY,
  claimAfter,
  clerk,
  command,
  COUNTY,
  determination,
  determined,
  finance,
  instructed,
  official,
  otherFinance,
  publicised,
  returned,
  reviewed,
  reviewer,
  submitted,
} from '../spec/fixtures.spec.js';
import { event, eventAt } from '../common/decision.js';
import { allowedActions } from './allowed-actions.js';
import type { Application, ClaimEvent } from './claim-event.js';
import type { Determination } from './determination.js';
import type { Actor } from '../common/actor.js';

const AFTER_PUBLICITY = { on: '2026-03-11', catalogue, evidence: [] };
const rejected = event(command(finance), 'ClaimRejected', { reason: '不符' });
const withdrawn = event(command(clerk), 'ClaimWithdrawn', { reason: '放弃' });
const declined = event(command(finance), 'ClaimDeclined', { ...determination, amount: '0.00', lines: [] });
const paid = event(command(official('t', 'treasury', COUNTY)), 'ClaimPaid', {});

const objected = event(command(clerk, '2026-03-04'), 'ObjectionRaised', {
  ...{ objection: 'O1', receivedOn: '2026-03-04', what: '未实际租用', evidence: null },
  ...{ by: { kind: 'person', name: '林**', phone: '*******0000', hash: 'h' } as const },
  ...{ workingDays: 5, answerBy: '2026-03-11', counted: 'schedule' as const },
});
const settling = event(command(finance), 'ClaimSettlementProposed', { reason: '账户已销户' });
const settled = event(command(otherFinance), 'ClaimSettled', { paid: '0.00', givenUp: '300000.00' });

const LIFE: readonly (readonly [status: string, events: readonly ClaimEvent[]])[] = [
  ['submitted', [submitted()]],
  ['returned', [submitted(), returned]],
  ['accepted', [submitted(), accepted]],
  ['reviewed', [submitted(), accepted, reviewed]],
  ['rejected', [submitted(), accepted, reviewed, rejected]],
  ['withdrawn', [submitted(), withdrawn]],
  ['determined', [submitted(), accepted, reviewed, determined]],
  ['declined', [submitted(), accepted, reviewed, declined]],
  ['publicised', [submitted(), accepted, reviewed, determined, publicised]],
  ['objected', [submitted(), accepted, reviewed, determined, publicised, objected]],
  ['instructed', [submitted(), accepted, reviewed, determined, publicised, instructed]],
  ['settling', [submitted(), accepted, reviewed, determined, publicised, instructed, settling]],
  ['paid', [submitted(), accepted, reviewed, determined, publicised, instructed, paid]],
  ['settled', [submitted(), accepted, reviewed, determined, publicised, instructed, settling, settled]],
];

/** What each office may do at each stage. Nobody else may do anything. */
const MAY: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  clerk: {
    submitted: ['ACCEPT', 'RETURN', 'REJECT', 'WITHDRAW'],
    returned: ['RESUBMIT', 'WITHDRAW'],
    accepted: ['WITHDRAW'],
    reviewed: ['WITHDRAW'],
    determined: ['WITHDRAW'],
    publicised: ['WITHDRAW', 'RAISE_OBJECTION'],
    objected: ['WITHDRAW', 'RAISE_OBJECTION'],
    instructed: ['RAISE_OBJECTION'],
    settling: ['RAISE_OBJECTION'],
    paid: ['RAISE_OBJECTION'],
    settled: ['RAISE_OBJECTION'],
  },
  reviewer: { accepted: ['RETURN', 'REVIEW', 'REJECT'], objected: ['SETTLE_OBJECTION'] },
  finance: {
    reviewed: ['REJECT', 'DETERMINE'],
    determined: ['PUBLICISE'],
    publicised: ['INSTRUCT'],
    instructed: ['SETTLE'],
    settling: ['AGREE_SETTLEMENT', 'REFUSE_SETTLEMENT'],
  },
};

function mayDo(events: readonly ClaimEvent[], actor: Actor): string[] {
  return allowedActions(claimAfter(...events), actor, AFTER_PUBLICITY)
    .filter((answer) => answer.allowed)
    .map((answer) => answer.action);
}

function codeOf(
  action: string,
  events: readonly ClaimEvent[],
  actor: Actor,
  on = AFTER_PUBLICITY.on,
): string | undefined {
  const answers = allowedActions(claimAfter(...events), actor, { ...AFTER_PUBLICITY, on });
  return answers.find((answer) => answer.action === action)?.refusal?.code;
}

describe('allowed actions', () => {
  const offices = [
    official('new-clerk', 'clerk', COUNTY),
    official('new-reviewer', 'reviewer', CITY, '市数据管理局'),
    official('new-finance', 'finance'),
    official('treasurer', 'treasury'),
    official('auditor', 'auditor'),
    official('system', 'system-administrator'),
    official('security', 'security-administrator'),
    official('audit', 'audit-administrator'),
  ];

  it.each(LIFE)('of each office while a claim is %s', (status, events) => {
    for (const actor of offices) {
      const [role = ''] = actor.roles;
      expect([role, mayDo(events, actor)]).toEqual([role, MAY[role]?.[status] ?? []]);
    }
  });

  // An objection is no step of the way: its clerk stays free to take the next one.
  it.each(LIFE.filter(([status]) => status !== 'objected'))(
    'are none for whoever made the claim %s, but to take that back',
    (status, events) => {
      const last = events.at(-1)?.meta.actor.userId ?? '';
      const office = new Map<string, string>([
        ['accepted', 'clerk'],
        ['reviewed', 'reviewer'],
      ]).get(status);
      for (const actor of offices) {
        const own = actor.roles.some((role) => role === office) ? ['TAKE_BACK'] : [];
        expect(mayDo(events, { ...actor, userId: last })).toEqual(own);
      }
    },
  );

  it('of a clerk end at the division’s border', () => {
    expect(mayDo([submitted()], official('city-clerk', 'clerk', CITY))).toContain('ACCEPT');
    expect(mayDo([submitted()], official('elsewhere', 'clerk', '350583'))).toEqual([]);
  });

  it('of several offices in one person add up', () => {
    const both: Actor = { ...reviewer, userId: 'both', roles: ['reviewer', 'clerk'] };
    expect(mayDo([submitted(), accepted], both)).toEqual(['RETURN', 'REVIEW', 'REJECT', 'WITHDRAW']);
  });

  it('say why not: first the status, then the office, then the person', () => {
    expect(codeOf('DETERMINE', [submitted()], finance)).toBe('NOT_YOUR_TURN');
    expect(codeOf('ACCEPT', [submitted(), accepted], clerk)).toBe('ALREADY_DECIDED');
    expect(codeOf('RESUBMIT', [submitted()], clerk)).toBe('NOT_YOUR_TURN');
    expect(codeOf('ACCEPT', [submitted()], { ...finance, userId: clerk.userId })).toBe('NOT_YOUR_OFFICE');
    expect(codeOf('ACCEPT', [submitted()], clerk)).toBe('SAME_PERSON');
  });

  it('keep whoever took part in one capacity from every other one, whatever came between', () => {
    const life = [submitted(), accepted, reviewed, determined, publicised];
    const moved = official(clerk.userId, 'finance');
    expect(codeOf('INSTRUCT', life, moved)).toBe('CAPACITY_MIXED');
    expect(codeOf('INSTRUCT', life, official('new-finance', 'finance'))).toBeUndefined();
    // The window took a step, finance several: who was finance then may go on as finance.
    expect(codeOf('INSTRUCT', life, finance)).toBeUndefined();
    expect(codeOf('WITHDRAW', life, official(finance.userId, 'clerk', COUNTY))).toBe('CAPACITY_MIXED');
  });

  it('know in which capacity a claim was returned: from the window it is the window’s, afterwards the department’s', () => {
    const byWindow = returnedBy(command(official('mover', 'clerk', COUNTY)), '缺页');
    const resubmitted = eventAt(2, command(clerk), 'ClaimResubmitted', submitted().data as Application);
    const life = [submitted(), byWindow, resubmitted, accepted];
    expect(codeOf('REVIEW', life, { ...reviewer, userId: 'mover' })).toBe('CAPACITY_MIXED');
    const byDepartment = returnedBy(command(official('mover', 'clerk', COUNTY)), '缺页');
    const again = [submitted(), accepted, byDepartment, resubmitted, accepted];
    expect(codeOf('REVIEW', again, { ...reviewer, userId: 'mover' })).toBeUndefined();
  });

  it('let payment be instructed from the day after the publicity', () => {
    const events = [submitted(), accepted, reviewed, determined, publicised];
    expect(codeOf('INSTRUCT', events, finance, '2026-03-10')).toBe('PUBLICITY_NOT_OVER');
    expect(codeOf('INSTRUCT', events, finance, '2026-03-11')).toBeUndefined();
  });

  it('find nothing to pay on a loan limit', () => {
    const limit: Determination = { ...determination, kind: 'loan-limit', lines: [] };
    const loanLimit = event(command(finance), 'ClaimDetermined', limit);
    expect(codeOf('INSTRUCT', [submitted(), accepted, reviewed, loanLimit, publicised], finance)).toBe(
      'NOTHING_TO_PAY',
    );
  });
});
