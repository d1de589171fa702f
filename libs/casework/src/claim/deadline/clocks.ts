import type { LimitedStep, Pause, TimeLimits } from '@duixian/policy';
import { addDays, type PlainDate } from '../../common/plain-date.js';
import { isBesideTheWay, type ClaimEvent } from '../claim-event.js';
import type { ClaimStatus } from '../claim-status.js';
import { STEP_IN, type Escalation, type SuspensionGround } from './deadline-schema.js';
import { going, stopped, type LimitClock } from './reckon.js';

/** The limit of the step that the claim waits for, or of several that share it. */
export interface StepClock extends LimitClock {
  readonly of: readonly LimitedStep[];
  /** Which of the claim's step limits it is, from 1: whoever gets a claim back begins anew. */
  readonly attempt: number;
}

/** An office stopped the clock, and says by which rule. */
export interface Suspension {
  readonly since: PlainDate;
  readonly ground: SuspensionGround;
  readonly basis: string;
  readonly reason: string;
  /** As he was called then. */
  readonly by: string;
}

/** The limits of a claim and the days that count for them: all that deadlines are reckoned from. */
export interface ClaimClocks {
  /** As they were when it was first submitted: a later rule is for later claims. */
  readonly limits: TimeLimits;
  /** The day after the submission: nothing counts before it. */
  readonly first: PlainDate;
  readonly whole: LimitClock;
  readonly step: StepClock | null;
  readonly attempts: number;
  readonly suspension: Suspension | null;
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
 * The clocks after one more event of the claim; null of a claim that was submitted while there was no rule.
 *
 * @param status of the claim after the event.
 */
export function clocksAfter(clocks: ClaimClocks | null, event: ClaimEvent, status: ClaimStatus): ClaimClocks | null {
  if (event.type === 'ClaimSubmitted') {
    const { limits } = event.data;
    return limits === undefined ? null : onTheirWay(begun(limits, event.occurredOn), status, event.occurredOn);
  }
  if (clocks === null) return null;
  return onTheirWay(noted(clocks, event), status, event.occurredOn);
}

function begun(limits: TimeLimits, on: PlainDate): ClaimClocks {
  return {
    limits,
    first: addDays(on, 1),
    whole: { days: limits.whole, runs: [], pausedSince: null },
    step: null,
    attempts: 0,
    suspension: null,
    endedOn: null,
    escalated: [],
    publicUntil: null,
    isLoanLimit: false,
  };
}

/** What the event itself says; a suspension ends with the step that it was for. */
function noted(clocks: ClaimClocks, event: ClaimEvent): ClaimClocks {
  if (event.type === 'DeadlineEscalated') return { ...clocks, escalated: [...clocks.escalated, event.data] };
  if (event.type === 'ClockSuspended') {
    const { ground, basis, reason } = event.data;
    const by = event.meta.actor.displayName;
    return { ...clocks, suspension: { since: event.occurredOn, ground, basis, reason, by } };
  }
  if (isBesideTheWay(event) && event.type !== 'ClockResumed') return clocks;
  const goes = { ...clocks, suspension: null };
  if (event.type === 'ClaimDetermined') return { ...goes, isLoanLimit: event.data.kind === 'loan-limit' };
  return event.type === 'DeterminationPublicised' ? { ...goes, publicUntil: event.data.until } : goes;
}

/** Sets the clocks as the status has them. */
function onTheirWay(clocks: ClaimClocks, status: ClaimStatus, on: PlainDate): ClaimClocks {
  const { whole, first } = clocks;
  if (hasEnded(clocks, status)) {
    return { ...clocks, whole: stopped(whole, on), step: null, endedOn: clocks.endedOn ?? on };
  }
  const from = countsFrom(clocks, status, on);
  const step = stepAfter(clocks, status, { on, from });
  const attempts = Math.max(clocks.attempts, step?.attempt ?? 0);
  return { ...clocks, whole: setTo(whole, { on, from }, first), step, attempts, endedOn: null };
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
  if (suspension !== null) return null;
  const pause = PAUSED_BY[status];
  if (pause !== undefined) return limits.pauses.includes(pause) ? null : on;
  if (status !== 'publicised' || publicUntil === null || !limits.pauses.includes('publicity')) return on;
  const after = addDays(publicUntil, 1);
  return after < on ? on : after;
}

/** A clock that is paused, goes on, or goes on later. */
function setTo<Clock extends LimitClock>(clock: Clock, { on, from }: Goes, first: PlainDate): Clock {
  if (from === null) return stopped(clock, on);
  const start = from < first ? first : from;
  return going(from > on ? stopped(clock, on) : clock, start);
}

/** The office keeps its clock while others have the word; another step begins its own on the next day. */
function stepAfter({ limits, step, attempts, first }: ClaimClocks, status: ClaimStatus, goes: Goes): StepClock | null {
  const { on, from } = goes;
  if (PAUSED_BY[status] !== undefined) return step === null ? null : stopped(step, on);
  const next = STEP_IN[status];
  const limit = limits.steps.find(({ of }) => next !== undefined && of.includes(next));
  if (limit === undefined) return null;
  if (step !== null && next !== undefined && step.of.includes(next)) return setTo(step, goes, first);
  const begins = addDays(on, 1);
  const fresh: StepClock = { days: limit.days, of: limit.of, attempt: attempts + 1, runs: [], pausedSince: on };
  return from === null ? fresh : going(fresh, from < begins ? begins : from);
}
