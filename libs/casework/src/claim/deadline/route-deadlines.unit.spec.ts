import { describe, expect, it } from '@jest/globals';
import { PAUSES, type TimeLimits } from '@duixian/policy';
import type { Actor } from '../../common/actor.js';
import { event } from '../../common/decision.js';
import {
  catalogue,
  CITY,
  claimAfter,
  command,
  finance,
  official,
  otherClerk,
  reviewer,
  submitted,
  returnedBy,
} from '../../spec/fixtures.spec.js';
import type { ClaimEvent } from '../claim-event.js';
import type { Claim } from '../claim.js';
import type { FixedRoute } from '../route-schema.js';
import { refusalOf } from '../standing.js';
import { deadlinesOf, dueDaysOf, routeDeadlinesOf } from './deadlines.js';

const LIMITS: TimeLimits = {
  ...{ kind: 'fast', whole: 60, steps: [{ of: ['review'], days: 2 }], remind: 1, source: '示例' },
  pauses: [...PAUSES],
};
const NAME = { zh: '联审', en: 'Joint review' };
const office = (department: string) => ({ role: 'reviewer' as const, division: CITY, department });
const step = (key: string, department: string, limit: number | null) => ({
  ...{ key, kind: 'joint-review' as const, name: NAME, limit },
  office: office(department),
});
const bureau = { ...step('bureau', '', 4), office: { role: 'finance' as const, division: CITY, department: null } };
const ROUTE: FixedRoute = {
  version: 'a'.repeat(64),
  round: 1,
  lead: office('市数据管理局'),
  stages: [
    { steps: [step('science', '市科技局', 3), step('industry', '市工信局', 5), step('planning', '市发改委', null)] },
    { steps: [step('tax', '市税务局', 2), bureau] },
  ],
};
const science = official('science', 'reviewer', CITY, '市科技局');
const colleague = official('science-2', 'reviewer', CITY, '市科技局');
const industry = official('industry', 'reviewer', CITY, '市工信局');
const planning = official('planning', 'reviewer', CITY, '市发改委');

/** Events on the days that they are given. */
const on = (day: string) => ({
  submitted: (limits?: TimeLimits): ClaimEvent => ({
    ...submitted({ route: ROUTE, ...(limits && { limits }) }),
    occurredOn: day,
  }),
  accepted: event(command(otherClerk, day), 'ClaimAccepted', { held: null }),
  returned: returnedBy(command(reviewer, day), '请补充发票'),
  moved: (route: FixedRoute) => event(command(finance, day), 'ClaimRouteMoved', { reason: '机构改革', route }),
  suspended: (actor: Actor) =>
    event(command(actor, day), 'ClockSuspended', {
      ground: 'inspection' as const,
      basis: '示例第三条',
      reason: '现场核查',
    }),
  takes: (actor: Actor, key: string): ClaimEvent => {
    const found = ROUTE.stages.flatMap(({ steps }) => steps).find((each) => each.key === key);
    if (found === undefined) throw new Error(`There is no step ${key}.`);
    const { kind, name } = found;
    return event(command(actor, day), 'RouteStepTaken', {
      ...{ step: key, kind, name, office: found.office, round: 1, outcome: 'agree' as const, opinion: '属实' },
      ...{ conditions: null, paper: null, scores: [] },
    });
  },
});

/** A Monday. */
const MONDAY = '2026-11-02';
const begun = (limits?: TimeLimits) => [on(MONDAY).submitted(limits), on(MONDAY).accepted];
const agreed = [
  on('2026-11-03').takes(science, 'science'),
  on('2026-11-04').takes(industry, 'industry'),
  on('2026-11-06').takes(planning, 'planning'),
];

function linesOn({ clocks }: Claim, today: string) {
  return routeDeadlinesOf(clocks, today).map(({ key, due, light, left }) => [
    key,
    due.is === 'known' ? due.day : due.is,
    light,
    left,
  ]);
}

describe('an open step of a route', () => {
  it('has its own days from the day after it was opened, each in the hands of its office', () => {
    const claim = claimAfter(...begun());
    expect(linesOn(claim, MONDAY)).toEqual([
      ['science', '2026-11-05', 'on-time', 3],
      ['industry', '2026-11-09', 'on-time', 5],
    ]);
    expect(linesOn(claim, '2026-11-06')).toEqual([
      ['science', '2026-11-05', 'overdue', -1],
      ['industry', '2026-11-09', 'due-soon', 1],
    ]);
    expect(routeDeadlinesOf(claim.clocks, MONDAY).map((each) => each.office.department)).toEqual([
      '市科技局',
      '市工信局',
    ]);
  });

  it('is watched also where no rule of the city limits the claim', () => {
    const { clocks } = claimAfter(...begun());
    expect(deadlinesOf(clocks, MONDAY)).toBeNull();
    expect(dueDaysOf(clocks)).toMatchObject({ dueOn: '2026-11-05', remindOn: '2026-11-04', clock: 'going' });
  });

  it('leaves the others theirs when it is taken, and those of the next stage begin with the last word', () => {
    const claim = claimAfter(...begun(), ...agreed.slice(0, 1));
    expect(linesOn(claim, '2026-11-03')).toEqual([['industry', '2026-11-09', 'on-time', 4]]);
    // From Monday 9 on.
    expect(linesOn(claimAfter(...begun(), ...agreed), '2026-11-06')).toEqual([
      ['tax', '2026-11-10', 'on-time', 2],
      ['bureau', '2026-11-12', 'on-time', 4],
    ]);
  });

  it('has none while the enterprise corrects, nor before the claim is accepted', () => {
    const sent = on(MONDAY).submitted();
    expect([linesOn(claimAfter(sent), MONDAY), dueDaysOf(claimAfter(sent).clocks).clock]).toEqual([[], null]);
    const back = claimAfter(...begun(), on('2026-11-04').returned);
    expect([linesOn(back, '2026-11-20'), dueDaysOf(back.clocks).clock]).toEqual([[], null]);
  });

  it('keeps its days where the route is moved and asks the same office, and begins anew with another', () => {
    const later = { ...ROUTE, stages: [{ steps: [step('science', '市科技局', 4), step('industry', '市数据局', 5)] }] };
    const claim = claimAfter(...begun(), on('2026-11-04').moved(later));
    expect(linesOn(claim, '2026-11-04')).toEqual([
      ['science', '2026-11-06', 'on-time', 2],
      ['industry', '2026-11-11', 'on-time', 5],
    ]);
  });

  it('comes before the review, whose own days begin with the last word', () => {
    const walking = claimAfter(...begun(LIMITS), ...agreed);
    expect(deadlinesOf(walking.clocks, '2026-11-06')?.step).toBeNull();
    const tax = official('tax', 'reviewer', CITY, '市税务局');
    const done = claimAfter(
      ...[...begun(LIMITS), ...agreed],
      ...[on('2026-11-09').takes(tax, 'tax'), on('2026-11-10').takes(finance, 'bureau')],
    );
    expect(linesOn(done, '2026-11-10')).toEqual([]);
    expect(deadlinesOf(done.clocks, '2026-11-10')?.step).toMatchObject({
      ...{ steps: ['review'], due: { is: 'known', day: '2026-11-12' } },
    });
  });
});

describe('the clock of a claim on its route', () => {
  const context = { on: '2026-11-03', catalogue, evidence: [] };
  const may = (actor: Actor, claim: Claim, action: 'SUSPEND' | 'RESUME' = 'SUSPEND') =>
    refusalOf(action, claim, actor, context)?.code ?? null;

  it('is stopped by the office of an open step, or by the lead department', () => {
    const claim = claimAfter(...begun(LIMITS), ...agreed.slice(0, 1));
    expect([industry, planning, reviewer].map((actor) => may(actor, claim))).toEqual([null, null, null]);
    const tax = official('tax', 'reviewer', CITY, '市税务局');
    expect([colleague, tax, finance].map((actor) => may(actor, claim))).toEqual(Array(3).fill('NOT_YOUR_OFFICE'));
    expect(may(finance, claimAfter(...begun(LIMITS), ...agreed))).toBeNull();
    expect(may({ ...industry, userId: otherClerk.userId }, claim)).toBe('CAPACITY_MIXED');
  });

  it('makes nobody who stops it a participant', () => {
    const claim = claimAfter(...begun(LIMITS), ...agreed, on('2026-11-09').suspended(finance));
    expect(claim.participants.map(({ userId }) => userId)).not.toContain(finance.userId);
  });

  it('stands for every open step, until the office that stopped it has answered or somebody lets it go on', () => {
    const stopped = [...begun(LIMITS), on('2026-11-03').suspended(science)];
    const light = (claim: Claim) => linesOn(claim, '2026-11-20').map(([key, , each]) => [key, each]);
    expect(light(claimAfter(...stopped))).toEqual([
      ['science', 'paused'],
      ['industry', 'paused'],
    ]);
    expect(may(industry, claimAfter(...stopped), 'RESUME')).toBeNull();
    const other = claimAfter(...stopped, on('2026-11-04').takes(industry, 'industry'));
    expect(light(other)).toEqual([['science', 'paused']]);
    const own = claimAfter(...stopped, on('2026-11-10').takes(colleague, 'science'));
    // Four days left, of which Tuesday 10 counts.
    expect(linesOn(own, '2026-11-10')).toEqual([['industry', '2026-11-16', 'on-time', 4]]);
  });
});
