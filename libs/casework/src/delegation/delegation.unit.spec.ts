import { describe, expect, it } from '@jest/globals';
import type { CaseworkEvent } from '../casework-event.js';
import { accepted as acceptance, event } from '../common/decision.js';
import type { Actor } from '../common/actor.js';
import {
  accepted,
  catalogue,
  CITY,
  claimAfter,
  clerk,
  command,
  COUNTY,
  COUNTY_RENTAL,
  determined,
  finance,
  official,
  otherClerk,
  otherFinance,
  publicised,
  recordedBy,
  refusalBy,
  RENTAL,
  reviewed,
  reviewer,
  submitted,
} from '../spec/fixtures.spec.js';
import { actingFor, recordedFor } from './acting-for.js';
import { decideDelegation, decideDelegationEnd, type GiveDelegation } from './decide-delegation.js';
import { delegationStanding, delegationTo, foldDelegations, type Delegation } from './delegation.js';

const GIVEN: GiveDelegation = {
  ...command(finance),
  to: otherFinance.userId,
  from: '2026-03-03',
  until: '2026-03-10',
  measures: null,
  reason: '出差',
};

function given(change: Partial<GiveDelegation> = {}, to: Actor = otherFinance): Delegation {
  const { userId, username, displayName } = to;
  const { commandId: delegation, from, until, measures, reason } = { ...GIVEN, ...change };
  const data = { delegation, to: { userId, username, displayName }, from, until, reason };
  const all = measures === null ? null : [...measures];
  const [found] = foldDelegations([event(command(finance), 'DelegationGiven', { ...data, measures: all })]);
  if (found === undefined) throw new Error('Nothing was given.');
  return found;
}

describe('a delegation', () => {
  const decide = (change: Partial<GiveDelegation> = {}, rest: object = {}) =>
    decideDelegation({
      command: { ...GIVEN, ...change },
      to: otherFinance,
      given: [],
      ofDeputy: [],
      catalogue,
      ...rest,
    });

  it('names a colleague for some days', () => {
    const { userId, username, displayName } = otherFinance;
    expect(recordedBy(decide({ measures: [RENTAL] }))).toEqual({
      'delegation-finance': [
        {
          type: 'DelegationGiven',
          data: {
            delegation: 'by-finance',
            to: { userId, username, displayName },
            from: '2026-03-03',
            until: '2026-03-10',
            measures: [RENTAL],
            reason: '出差',
          },
        },
      ],
    });
  });

  it.each([
    ['from', { from: '2026-03-01' }],
    ['from', { from: '2026-05-02', until: '2026-05-03' }],
    ['until', { until: '2026-03-02' }],
    ['until', { until: '2026-05-02' }],
    ['measures', { measures: [] }],
    ['measures', { measures: ['quanzhou-2024-7/none'] }],
    ['measures', { measures: [RENTAL, 'xiamen-2023-10/3'] }],
    ['reason', { reason: ' ' }],
  ])('is refused for its %s: %o', (field, change) => {
    expect(refusalBy(decide(change))).toEqual({ code: 'INVALID_INPUT', field });
  });

  it('takes today as its first day, and 60 days at most', () => {
    expect(refusalBy(decide({ from: '2026-03-02', until: '2026-04-30' }))).toBeNull();
    expect(refusalBy(decide({ from: '2026-03-02', until: '2026-05-01' }))).toMatchObject({ field: 'until' });
  });

  it.each([
    ['of another role', official('x', 'treasury')],
    ['of another place', official('x', 'finance', COUNTY)],
    ['of another department', official('x', 'finance', CITY, '市数据管理局')],
  ])('gives no right: nobody %s stands in', (_, to) => {
    expect(refusalBy(decide({ to: 'x' }, { to }))).toEqual({ code: 'NOT_YOUR_OFFICE', field: 'to' });
  });

  it('is not given to oneself, nor to who has no account', () => {
    expect(refusalBy(decide({}, { to: finance }))).toEqual({ code: 'INVALID_INPUT', field: 'to' });
    expect(refusalBy(decide({}, { to: null }))).toEqual({ code: 'NOT_FOUND', field: 'to' });
  });

  it('stands beside no other of the same days and clauses', () => {
    const other = official('third', 'finance');
    const before = [given({ until: '2026-03-05', measures: [RENTAL] }, other)];
    expect(refusalBy(decide({}, { given: before }))).toEqual({ code: 'PROPOSAL_OPEN', field: 'from' });
    expect(refusalBy(decide({ measures: [RENTAL] }, { given: before }))).toMatchObject({ code: 'PROPOSAL_OPEN' });
    expect(refusalBy(decide({ measures: [COUNTY_RENTAL] }, { given: before }))).toBeNull();
    expect(refusalBy(decide({ from: '2026-03-06' }, { given: before }))).toBeNull();
    expect(refusalBy(decide({}, { given: before.map((each) => ({ ...each, ended: true })) }))).toBeNull();
  });

  it('is passed on to nobody: who is away himself stands in for nobody', () => {
    const ofDeputy = [given({ from: '2026-03-10', until: '2026-03-20' }, official('third', 'finance'))];
    expect(refusalBy(decide({}, { ofDeputy }))).toEqual({ code: 'NOT_YOUR_TURN', field: 'to' });
    expect(refusalBy(decide({ until: '2026-03-09' }, { ofDeputy }))).toBeNull();
  });
});

describe('the end of a delegation', () => {
  const end = (actor: Actor, on = '2026-03-04', change: object = {}) =>
    decideDelegationEnd({
      command: {
        ...command(actor, on),
        official: finance.userId,
        delegation: 'by-finance',
        reason: '提前返岗',
        ...change,
      },
      given: [given()],
    });

  it.each([finance, otherFinance, official('admin', 'system-administrator')])('is for $userId', (actor) => {
    expect(recordedBy(end(actor))).toEqual({
      'delegation-finance': [{ type: 'DelegationEnded', data: { delegation: 'by-finance', reason: '提前返岗' } }],
    });
  });

  it('is for nobody else, once, and with a reason', () => {
    expect(refusalBy(end(official('third', 'finance')))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(refusalBy(end(official('audit', 'audit-administrator')))).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(refusalBy(end(finance, '2026-03-11'))).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(refusalBy(end(finance, '2026-03-02'))).toBeNull();
    expect(refusalBy(end(finance, '2026-03-04', { reason: '' }))).toMatchObject({ field: 'reason' });
    expect(refusalBy(end(finance, '2026-03-04', { delegation: 'none' }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('leaves nothing of it', () => {
    const ended = { ...given(), ended: true };
    expect(delegationStanding(ended, '2026-03-04')).toBe('ended');
    expect(delegationTo([ended], otherFinance.userId, RENTAL, '2026-03-04')).toBeUndefined();
  });
});

it.each([
  ['2026-03-02', 'coming', false],
  ['2026-03-03', 'standing', true],
  ['2026-03-10', 'standing', true],
  ['2026-03-11', 'over', false],
] as const)('on %s it is %s', (on, standing, counts) => {
  expect(delegationStanding(given(), on)).toBe(standing);
  expect(delegationTo([given()], otherFinance.userId, RENTAL, on) !== undefined).toBe(counts);
});

describe('a step for somebody', () => {
  const forReview = claimAfter(submitted(), accepted, reviewed);
  const acting = (
    action: 'DETERMINE' | 'PUBLICISE' | 'INSTRUCT',
    change: Partial<Parameters<typeof actingFor>[1]> = {},
  ) =>
    actingFor(action, {
      claim: forReview,
      actor: otherFinance,
      absent: finance,
      given: [given()],
      context: { on: '2026-03-04', catalogue, evidence: [] },
      ...change,
    });
  const { userId, username, displayName } = finance;

  it('says for whom, and by which delegation', () => {
    expect(acting('DETERMINE')).toEqual({ ok: true, for: { userId, username, displayName, delegation: 'by-finance' } });
  });

  it.each([
    ['nobody stands in', { given: [] }],
    ['he stands in for another clause', { given: [given({ measures: [COUNTY_RENTAL] })] }],
    ['another stands in', { given: [given({}, official('third', 'finance'))] }],
    ['the account is shut', { absent: null }],
    ['it is his own', { absent: otherFinance }],
    ['the other has gone to another office', { absent: { ...finance, division: COUNTY } }],
    ['the other holds another role now', { absent: { ...finance, roles: ['treasury' as const] } }],
    ['it is over', { context: { on: '2026-03-11', catalogue, evidence: [] } }],
  ])('is in his own name where %s', (_, change) => {
    expect(acting('DETERMINE', change)).toEqual({ ok: true, for: null });
  });

  it('is none that the other could not take himself', () => {
    // finance took the step before.
    expect(acting('PUBLICISE', { claim: claimAfter(submitted(), accepted, reviewed, determined) })).toMatchObject({
      refusal: { code: 'SAME_PERSON' },
    });
    // finance was at the window when the claim came in.
    const entered = { ...submitted(), meta: { actor: { ...clerk, userId }, commandId: 'x' } };
    expect(acting('DETERMINE', { claim: claimAfter(entered, accepted, reviewed) })).toMatchObject({
      refusal: { code: 'CAPACITY_MIXED' },
    });
  });

  it('counts for whoever took it: the other may take the next one', () => {
    expect(
      acting('INSTRUCT', { claim: claimAfter(submitted(), accepted, reviewed, determined, publicised) }),
    ).toMatchObject({
      ok: true,
    });
  });

  it('is written into what is recorded, whichever stream it is in', () => {
    const onBehalfOf = { userId, username, displayName, delegation: 'd' };
    const decision = acceptance<CaseworkEvent>([
      { stream: 'claim-x', events: [accepted] },
      { stream: 'evidence-y', events: [accepted] },
    ]);
    const recorded = recordedFor(decision, onBehalfOf);
    expect(recorded.streams.flatMap(({ events }) => events.map(({ meta }) => meta.onBehalfOf))).toEqual([
      onBehalfOf,
      onBehalfOf,
    ]);
    expect(recorded.streams[0]?.events[0]?.meta.actor.userId).toBe(otherClerk.userId);
    expect(recordedFor(decision, null)).toBe(decision);
  });

  it('is for reviewers as well', () => {
    const colleague = official('second', 'reviewer', CITY, reviewer.department);
    expect(
      actingFor('REVIEW', {
        claim: claimAfter(submitted(), accepted),
        actor: colleague,
        absent: reviewer,
        given: [given({}, colleague)],
        context: { on: '2026-03-04', catalogue, evidence: [] },
      }),
    ).toMatchObject({ ok: true, for: { userId: reviewer.userId } });
  });
});
