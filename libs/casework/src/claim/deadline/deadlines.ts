import type { LimitedStep, TimeLimits } from '@duixian/policy';
import type { PlainDate } from '../../common/plain-date.js';
import { standingSuspension, type ClaimClocks, type RouteClock, type StepClock, type Suspension } from './clocks.js';
import type { Escalation } from './deadline-schema.js';
import { daysLeft, dueOf, remindOf, type Due, type LimitClock } from './reckon.js';

/** How a limit stands on a day: 正常, 即将到期 (黄灯), 今日到期, 已超期 (红灯), 暂停计时, 放假安排未公布. */
export const LIGHTS = ['on-time', 'due-soon', 'due-today', 'overdue', 'paused', 'unpublished'] as const;
export type Light = (typeof LIGHTS)[number];

/** One limit of a claim as it stands on a day. */
export interface Deadline {
  /** Steps whose limit it is; null of the whole, and of a step of the route. */
  readonly steps: readonly LimitedStep[] | null;
  readonly attempt: number | null;
  /** In working days. */
  readonly days: number;
  readonly due: Due;
  readonly light: Light;
  /** Working days that are left after today, below zero once it is overdue; null where nobody knows. */
  readonly left: number | null;
  /** Since when the clock stands; null while it goes. */
  readonly pausedSince: PlainDate | null;
  /** The superior to whom it was reported that it is overdue; null where it was not. */
  readonly escalatedTo: Escalation['superior'] | null;
}

/** All limits of a claim on a day. */
export interface Deadlines {
  readonly limits: TimeLimits;
  readonly step: Deadline | null;
  readonly whole: Deadline;
  readonly suspension: Suspension | null;
}

/** Where no rule says it, one working day before the last one is reminded of. */
const REMIND = 1;

/** How the limits of a claim stand on a day; null where no rule sets any, and once nothing is due of it any more. */
export function deadlinesOf(clocks: ClaimClocks | null, today: PlainDate): Deadlines | null {
  if (clocks?.endedOn !== null || clocks.limits === null || clocks.whole === null) return null;
  const { limits, step, whole } = clocks;
  return {
    limits,
    step: step === null ? null : deadlineOf(step, clocks, today),
    whole: deadlineOf(whole, clocks, today),
    suspension: standingSuspension(clocks, today),
  };
}

/** How the limit of an open step of the claim's route stands on a day. */
export interface RouteDeadline extends Deadline {
  /** Key of the step. */
  readonly key: string;
  readonly office: RouteClock['office'];
}

/** How the limits of the open steps of a claim's route stand on a day, as far as it limits them. */
export function routeDeadlinesOf(clocks: ClaimClocks | null, today: PlainDate): readonly RouteDeadline[] {
  if (clocks === null) return [];
  return clocks.route.map((clock) => ({
    ...deadlineOf(clock, clocks, today),
    key: clock.step,
    office: clock.office,
  }));
}

function deadlineOf(
  clock: LimitClock | StepClock | RouteClock,
  { limits, escalated }: ClaimClocks,
  today: PlainDate,
): Deadline {
  const due = dueOf(clock);
  const steps = 'of' in clock ? clock.of : null;
  const attempt = 'attempt' in clock ? clock.attempt : null;
  return {
    steps,
    attempt,
    days: clock.days,
    due,
    light: lightOf(due, remindOf(clock, limits?.remind ?? REMIND), today),
    left: daysLeft(clock, today),
    pausedSince: clock.pausedSince,
    escalatedTo: escalated.find((each) => each.attempt === attempt)?.superior ?? null,
  };
}

function lightOf(due: Due, remindOn: PlainDate | null, today: PlainDate): Light {
  if (due.is === 'paused') return 'paused';
  if (due.is === 'known' && due.day < today) return 'overdue';
  if (due.is === 'known' && due.day === today) return 'due-today';
  if (remindOn !== null && remindOn <= today) return 'due-soon';
  return due.is === 'known' ? 'on-time' : 'unpublished';
}

/** What lists are sorted and narrowed by: nothing of it depends on today. */
export interface DueDays {
  /** The first of the days due that are known. */
  readonly dueOn: PlainDate | null;
  /** From when on the first of them is reminded of. */
  readonly remindOn: PlainDate | null;
  /** By which it sorts: the first day due, or the earliest that it can be. */
  readonly earliest: PlainDate | null;
  /** What it is where no day due is known; null where it has no limits, and once it has ended. */
  readonly clock: 'going' | 'paused' | 'unpublished' | null;
  /** The first day due that was not reported yet. */
  readonly reportAfter: PlainDate | null;
  /** User names of those to whom it was reported that what it waits for is overdue. */
  readonly escalatedTo: readonly string[];
}

export const NOTHING_DUE: DueDays = {
  dueOn: null,
  remindOn: null,
  earliest: null,
  clock: null,
  reportAfter: null,
  escalatedTo: [],
};

/** The days of a claim's limits, of its step, of the open steps of its route and of the whole together. */
export function dueDaysOf(clocks: ClaimClocks | null): DueDays {
  if (clocks?.endedOn !== null) return NOTHING_DUE;
  const { step, route, whole, limits, escalated } = clocks;
  const all = [...(step === null ? [] : [step]), ...route, ...(whole === null ? [] : [whole])];
  if (all.length === 0) return NOTHING_DUE;
  const each = all.map((clock) => {
    const attempt = 'attempt' in clock ? clock.attempt : null;
    const report = escalated.find((one) => one.attempt === attempt);
    const remindOn = clock.pausedSince === null ? remindOf(clock, limits?.remind ?? REMIND) : null;
    return { due: dueOf(clock), remindOn, report };
  });
  const known = each.flatMap(({ due }) => (due.is === 'known' ? [due.day] : []));
  const isPaused = (whole === null ? all : [whole]).every(({ pausedSince }) => pausedSince !== null);
  return {
    dueOn: first(known),
    remindOn: first(each.flatMap(({ remindOn }) => remindOn ?? [])),
    earliest: first([...known, ...each.flatMap(({ due }) => (due.is === 'unpublished' ? [due.earliest] : []))]),
    clock: isPaused ? 'paused' : known.length > 0 ? 'going' : 'unpublished',
    reportAfter: first(
      each.flatMap(({ due, report }) => (due.is === 'known' && report === undefined ? [due.day] : [])),
    ),
    escalatedTo: [...new Set(each.flatMap(({ report }) => report?.superior.account ?? []))],
  };
}

function first(days: readonly PlainDate[]): PlainDate | null {
  return [...days].sort()[0] ?? null;
}

/** The worst of a claim's lights on a day; null where nothing is due of it. Lists ask their tables the same. */
export function lightAmong(
  { dueOn, remindOn, clock }: Pick<DueDays, 'dueOn' | 'remindOn' | 'clock'>,
  today: PlainDate,
): Light | null {
  if (dueOn !== null && dueOn < today) return 'overdue';
  if (dueOn !== null && dueOn === today) return 'due-today';
  if (remindOn !== null && remindOn <= today) return 'due-soon';
  if (clock === 'paused' && dueOn === null) return 'paused';
  return dueOn === null ? (clock === null ? null : 'unpublished') : 'on-time';
}
