import { nthWorkingDay, workingDaysFrom } from '@duixian/calendar';
import { addDays, type PlainDate } from '../../common/plain-date.js';

/** Days that count for a limit: from one day to before another; null = it goes on. */
export interface Run {
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** A limit in working days, and the days that count for it, in order and apart. */
export interface LimitClock {
  readonly days: number;
  readonly runs: readonly Run[];
  /** Since when it stands; null while it goes. */
  readonly pausedSince: PlainDate | null;
}

/**
 * The last day of a limit; or the year whose working days nobody has published, with the earliest day that it can be; or
 * none, since the clock stands before it has come to it.
 */
export type Due =
  | { readonly is: 'known'; readonly day: PlainDate }
  | { readonly is: 'unpublished'; readonly year: number; readonly earliest: PlainDate }
  | { readonly is: 'paused' };

/** The day on which the `count`-th working day of the clock lies. @param count from 1. */
export function nthDayOf({ runs }: Pick<LimitClock, 'runs'>, count: number): Due {
  let left = count;
  for (const { from, until } of runs) {
    const reached = nthWorkingDay(from, left);
    if (until === null || (reached.known ? reached.day : reached.earliest) < until) return asDue(reached);
    const counted = workingDaysFrom(from, until);
    // It ended in a year that nobody has published: nobody knows what of it counts.
    if (counted === null) return asDue(reached);
    left -= counted;
  }
  return { is: 'paused' };
}

export function dueOf(clock: LimitClock): Due {
  return nthDayOf(clock, clock.days);
}

/** From which day on it is reminded of: `remind` working days are left then. Null while that is not known. */
export function remindOf(clock: LimitClock, remind: number): PlainDate | null {
  const count = clock.days - remind;
  if (count < 1) return clock.runs[0]?.from ?? null;
  const day = nthDayOf(clock, count);
  return day.is === 'known' ? day.day : null;
}

/** Working days that are left after today; below zero once it is passed, null where nobody has published what counts. */
export function daysLeft({ days, runs }: LimitClock, today: PlainDate): number | null {
  const tomorrow = addDays(today, 1);
  return runs.reduce<number | null>((left, { from, until }) => {
    const end = until !== null && until < tomorrow ? until : tomorrow;
    const counted = from < end ? workingDaysFrom(from, end) : 0;
    return left === null || counted === null ? null : left - counted;
  }, days);
}

function asDue(day: ReturnType<typeof nthWorkingDay>): Due {
  return day.known ? { is: 'known', day: day.day } : { is: 'unpublished', year: day.year, earliest: day.earliest };
}

/** The clock stands from a day on, which does not count any more. */
export function stopped<Clock extends LimitClock>(clock: Clock, on: PlainDate): Clock {
  const runs = clock.runs.flatMap((run): Run[] => {
    if (run.until !== null) return [run];
    return run.from < on ? [{ from: run.from, until: on }] : [];
  });
  return { ...clock, runs, pausedSince: clock.pausedSince ?? on };
}

/** It goes on from a day on, which counts. */
export function going<Clock extends LimitClock>(clock: Clock, from: PlainDate): Clock {
  const isGoing = clock.runs.some(({ until }) => until === null);
  return isGoing ? clock : { ...clock, runs: [...clock.runs, { from, until: null }], pausedSince: null };
}
