import type { LimitedStep, Pause, RouteOffice, TimeLimits } from '@duixian/policy';
import { addDays, type PlainDate } from '../../common/plain-date.js';
import { isBesideTheWay, type ClaimEvent } from '../claim-event.js';
import type { ClaimStatus } from '../claim-status.js';
import { isSameOffice, openSteps, stepsOf, type ClaimRoute } from '../route.js';
import { STEP_IN, type Escalation, type SuspensionGround } from './deadline-schema.js';
import { going, stopped, type LimitClock } from './reckon.js';

/** The limit of the step that the claim waits for, or of several that share it. */
export interface StepClock extends LimitClock {
  readonly of: readonly LimitedStep[];
  /** Which of the claim's step limits it is, from 1: whoever gets a claim back begins anew. */
  readonly attempt: number;
}

/** The limit of a step of the claim's route that is open, in the hands of an office. */
export interface RouteClock extends LimitClock {
  /** Key of the step. */
  readonly step: string;
  readonly office: RouteOffice;
  /** As {@link StepClock.attempt}, in one count with it. */
  readonly attempt: number;
}

/** An office stopped the clock, and says by which rule. */
export interface Suspension {
  readonly since: PlainDate;
  /** Its last day; null where it stands until somebody lets it go on. */
  readonly until: PlainDate | null;
  readonly ground: SuspensionGround;
  readonly basis: string;
  readonly reason: string;
  /** As he was called then. */
  readonly by: string;
  /** His own: its next step lets the clock go on. */
  readonly office: Pick<RouteOffice, 'division' | 'department'>;
}

/** The limits of a claim and the days that count for them: all that deadlines are reckoned from. */
export interface ClaimClocks {
  /** As they were when it was first submitted: a later rule is for later claims. Null where only its route sets any. */
  readonly limits: TimeLimits | null;
  /** The day after the submission: nothing counts before it. */
  readonly first: PlainDate;
  /** Null where no rule sets one. */
  readonly whole: LimitClock | null;
  readonly step: StepClock | null;
  /** Of the steps of its route that are open, as far as the route limits them. */
  readonly route: readonly RouteClock[];
  readonly attempts: number;
  /** The last suspension that no step has ended, also when its last day is over. */
  readonly suspension: Suspension | null;
  /** Last day on which the clock may stand while the claim has this status, since it was stopped in it. */
  readonly stop: { readonly in: ClaimStatus; readonly until: PlainDate } | null;
  /** Since when nothing is due of it any more: it is paid, or has ended; null while it goes on. */
  readonly endedOn: PlainDate | null;
  readonly escalated: readonly Escalation[];
  /** Last day of its publicity. */
  readonly publicUntil: PlainDate | null;
  /** A loan limit ends with its publicity: no treasury pays it. */
  readonly isLoanLimit: boolean;
}

const ENDED: ReadonlySet<ClaimStatus> = new Set(['paid', 'settled', 'rejected', 'withdrawn', 'declined']);
/** Statuses in which others have the word; what pauses then. */
const PAUSED_BY: Readonly<Partial<Record<ClaimStatus, Pause>>> = { returned: 'correction', objected: 'objection' };

/**
 * The clocks after one more event of the claim; null of a claim that was submitted while there was no rule, and on whose route
 * nothing is limited.
 *
 * @param status of the claim after the event. @param route likewise.
 */
export function clocksAfter(
  clocks: ClaimClocks | null,
  event: ClaimEvent,
  status: ClaimStatus,
  route: ClaimRoute | null,
): ClaimClocks | null {
  const limits = event.type === 'ClaimSubmitted' ? event.data.limits : undefined;
  const isLimited = route !== null && stepsOf(route).some(({ step }) => step.limit !== null);
  const before = clocks ?? (limits === undefined && !isLimited ? null : begun(limits ?? null, event.occurredOn));
  return before === null ? null : onTheirWay(noted(before, event, status), status, route, event.occurredOn);
}

/**
 * The clocks after a step was taken back: they run on as if it had not been taken. What was opened meanwhile and is closed again
 * keeps its number, and what was reported of it, so that nothing that is opened later is taken for it.
 *
 * @param before the step. @param now before it was taken back. @param to the claim as it is again.
 */
export function clocksTakenBack(
  before: ClaimClocks | null,
  now: ClaimClocks | null,
  { occurredOn }: ClaimEvent,
  { status, route }: { readonly status: ClaimStatus; readonly route: ClaimRoute | null },
): ClaimClocks | null {
  if (before === null) return null;
  const { attempts, escalated } = now ?? before;
  return onTheirWay({ ...before, attempts, escalated }, status, route, occurredOn);
}

function begun(limits: TimeLimits | null, on: PlainDate): ClaimClocks {
  return {
    limits,
    first: addDays(on, 1),
    whole: limits === null ? null : { days: limits.whole, runs: [], pausedSince: null },
    step: null,
    route: [],
    attempts: 0,
    suspension: null,
    stop: null,
    endedOn: null,
    escalated: [],
    publicUntil: null,
    isLoanLimit: false,
  };
}

/** What the event itself says; a suspension ends with the step that it was for. */
function noted(before: ClaimClocks, event: ClaimEvent, status: ClaimStatus): ClaimClocks {
  const clocks = before.stop?.in === status ? before : { ...before, stop: null };
  if (event.type === 'DeadlineEscalated') return { ...clocks, escalated: [...clocks.escalated, event.data] };
  if (event.type === 'ClockSuspended') {
    const { ground, basis, reason, until = null } = event.data;
    const { displayName: by, division, department } = event.meta.actor;
    const office = { division, department };
    const suspension = { since: event.occurredOn, until, ground, basis, reason, by, office };
    return { ...clocks, suspension, stop: clocks.stop ?? (until === null ? null : { in: status, until }) };
  }
  if (event.type === 'RouteStepForwarded') return forwarded(clocks, event);
  if (isBesideTheWay(event) && event.type !== 'ClockResumed') return clocks;
  if (event.type === 'RouteStepTaken' && !isOf(clocks.suspension, event)) return clocks;
  const goes = { ...clocks, suspension: null };
  if (event.type === 'ClaimDetermined') return { ...goes, isLoanLimit: event.data.kind === 'loan-limit' };
  return event.type === 'DeterminationPublicised' ? { ...goes, publicUntil: event.data.until } : goes;
}

/** The limit is the step's, whoever has it; what its office stopped the clock for goes with the step. */
function forwarded(clocks: ClaimClocks, event: Extract<ClaimEvent, { type: 'RouteStepForwarded' }>): ClaimClocks {
  const { step, to: office } = event.data;
  const route = clocks.route.map((clock) => (clock.step === step ? { ...clock, office } : clock));
  return { ...clocks, route, suspension: isOf(clocks.suspension, event) ? null : clocks.suspension };
}

/** Whether the office that stopped the clock is the one that acts; of a route several have the word. */
function isOf(suspension: Suspension | null, { meta: { actor } }: ClaimEvent): boolean {
  const { division, department } = suspension?.office ?? actor;
  return division === actor.division && department === actor.department;
}

/** Sets the clocks as the status has them. */
function onTheirWay(clocks: ClaimClocks, status: ClaimStatus, walked: ClaimRoute | null, on: PlainDate): ClaimClocks {
  const { whole, first } = clocks;
  if (hasEnded(clocks, status)) {
    return { ...clocks, whole: whole && stopped(whole, on), step: null, route: [], endedOn: clocks.endedOn ?? on };
  }
  const goes = { on, from: countsFrom(clocks, status, on) };
  const open = status === 'accepted' && walked !== null ? openSteps(walked) : [];
  const step = open.length > 0 ? awaiting(clocks.step, on) : stepAfter(clocks, status, goes);
  const begun = Math.max(clocks.attempts, step?.attempt ?? 0);
  const route = routeAfter(clocks, open, goes, begun);
  const attempts = Math.max(begun, ...route.map(({ attempt }) => attempt));
  return { ...clocks, whole: whole && setTo(whole, goes, first), step, route, attempts, endedOn: null };
}

function hasEnded({ isLoanLimit }: ClaimClocks, status: ClaimStatus): boolean {
  return ENDED.has(status) || (isLoanLimit && status === 'publicised');
}

interface Goes {
  readonly on: PlainDate;
  /** The first day that counts from here; null while it is paused. */
  readonly from: PlainDate | null;
}

function countsFrom(clocks: ClaimClocks, status: ClaimStatus, on: PlainDate): PlainDate | null {
  const { suspension, publicUntil, limits } = clocks;
  if (suspension !== null) return suspension.until === null ? null : dayAfter(suspension.until, on);
  const pauses = limits?.pauses ?? [];
  const pause = PAUSED_BY[status];
  if (pause !== undefined) return pauses.includes(pause) ? null : on;
  if (status !== 'publicised' || publicUntil === null || !pauses.includes('publicity')) return on;
  return dayAfter(publicUntil, on);
}

/** The day after a pause of which the last day is known, today at the earliest. */
function dayAfter(until: PlainDate, on: PlainDate): PlainDate {
  const after = addDays(until, 1);
  return after < on ? on : after;
}

/** The suspension that stands on a day; null where none does, or its last day is over. */
export function standingSuspension({ suspension }: Pick<ClaimClocks, 'suspension'>, on: PlainDate): Suspension | null {
  return suspension === null || (suspension.until !== null && suspension.until < on) ? null : suspension;
}

/** A clock that is paused, goes on, or goes on later. */
function setTo<Clock extends LimitClock>(clock: Clock, { on, from }: Goes, first: PlainDate): Clock {
  if (from === null) return stopped(clock, on);
  const start = from < first ? first : from;
  // Days that are still to come are counted anew: a pause may end before its last day.
  const isAhead = clock.runs.some((run) => run.until === null && run.from > on);
  return going(from > on || isAhead ? stopped(clock, on) : clock, start);
}

/** What the lead department's review has left while other offices answer; its own days begin with their last word. */
function awaiting(step: StepClock | null, on: PlainDate): StepClock | null {
  return step?.of.includes('review') === true ? stopped(step, on) : null;
}

/** The office keeps its clock while others have the word; another step begins its own on the next day. */
function stepAfter({ limits, step, attempts, first }: ClaimClocks, status: ClaimStatus, goes: Goes): StepClock | null {
  if (PAUSED_BY[status] !== undefined) return step === null ? null : stopped(step, goes.on);
  const next = STEP_IN[status];
  const limit = limits?.steps.find(({ of }) => next !== undefined && of.includes(next));
  if (limit === undefined) return null;
  if (step !== null && next !== undefined && step.of.includes(next)) return setTo(step, goes, first);
  return { ...fresh(limit.days, goes), of: limit.of, attempt: attempts + 1 };
}

/** An open step keeps its clock while it is the same office's; another begins its own on the next day. */
function routeAfter(
  { route, first }: ClaimClocks,
  open: ReturnType<typeof openSteps>,
  goes: Goes,
  attempts: number,
): RouteClock[] {
  let attempt = attempts;
  return open.flatMap(({ key, office, limit }): RouteClock[] => {
    if (limit === null) return [];
    const known = route.find((each) => each.step === key && isSameOffice(each.office, office));
    if (known !== undefined) return [setTo({ ...known, days: limit }, goes, first)];
    attempt += 1;
    return [{ ...fresh(limit, goes), step: key, office, attempt }];
  });
}

/** Of which the next day is the first. */
function fresh(days: number, { on, from }: Goes): LimitClock {
  const begins = addDays(on, 1);
  const clock: LimitClock = { days, runs: [], pausedSince: on };
  return from === null ? clock : going(clock, from < begins ? begins : from);
}
