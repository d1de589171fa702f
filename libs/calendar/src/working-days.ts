import { SCHEDULES } from './schedules.js';
import { isWeekendDay } from './weekend.js';

const MS_PER_DAY = 86_400_000;

/** Whether a day is a working day; or that nobody has published yet what its year's are. */
export type WorkingDay =
  { readonly known: true; readonly works: boolean } | { readonly known: false; readonly year: number };

/** The day that was counted to; or the first year on the way whose working days nobody has published. */
export type CountedDay =
  { readonly known: true; readonly day: string } | { readonly known: false; readonly year: number };

/** Years whose schedule is in the data, in order. */
export const knownYears: readonly number[] = [...SCHEDULES.keys()].sort((a, b) => a - b);

/**
 * Whether work is done on a day, by the notice of its year. A year without one is not guessed: an ordinary week would
 * count days of the Spring Festival.
 *
 * @param day `YYYY-MM-DD`. @throws RangeError when it is no day.
 */
export function workingDay(day: string): WorkingDay {
  // The day after the last of the year 9999 is written with five digits and a sign.
  const year = Number(day.slice(0, day.indexOf('-')));
  const isWeekend = isWeekendDay(day);
  const schedule = SCHEDULES.get(year);
  if (schedule === undefined) return { known: false, year };
  const short = day.slice(5);
  return { known: true, works: isWeekend ? schedule.worked.includes(short) : !schedule.off.includes(short) };
}

/** A year of the calendar as its notices have it. Days are `YYYY-MM-DD`. */
export interface PublishedYear {
  readonly year: number;
  /** Numbers of the notices (文号), in order. */
  readonly notices: readonly string[];
  /** Mondays to Fridays without work. */
  readonly off: readonly string[];
  /** Saturdays and Sundays with work (调休上班). */
  readonly worked: readonly string[];
}

/** How the days of a year depart from Monday to Friday; null where nobody has published it. */
export function workingYear(year: number): PublishedYear | null {
  const schedule = SCHEDULES.get(year);
  if (schedule === undefined) return null;
  const inFull = (days: readonly string[]): string[] => days.map((day) => `${String(year)}-${day}`);
  return { year, notices: schedule.notices, off: inFull(schedule.off), worked: inFull(schedule.worked) };
}

/** Numbers of the notices by which a year is counted; none where nobody has published it. */
export function noticesOf(year: number): readonly string[] {
  return SCHEDULES.get(year)?.notices ?? [];
}

/**
 * The `count`-th working day from `day` on, which counts itself if it is one; or the first year on the way that nobody has
 * published, with the earliest day that it can be: if every day of it were worked.
 *
 * @param day `YYYY-MM-DD`. @throws RangeError when it is no day, or `count` is no whole number from 1.
 */
export function nthWorkingDay(
  day: string,
  count: number,
): Extract<CountedDay, { known: true }> | { readonly known: false; readonly year: number; readonly earliest: string } {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`${count} is no number of working days.`);
  let left = count;
  for (let reached = day; ; reached = nextDay(reached)) {
    const answer = workingDay(reached);
    if (!answer.known) return { known: false, year: answer.year, earliest: addDays(reached, left - 1) };
    if (answer.works) left -= 1;
    if (left === 0) return { known: true, day: reached };
  }
}

/**
 * How many working days there are from one day to before another; null where they lie in a year that nobody has published.
 *
 * @param from `YYYY-MM-DD`. @param until `YYYY-MM-DD`, not counted. @throws RangeError when either is no day.
 */
export function workingDaysFrom(from: string, until: string): number | null {
  isWeekendDay(until);
  let count = 0;
  for (let day = from; day < until; day = nextDay(day)) {
    const answer = workingDay(day);
    if (!answer.known) return null;
    if (answer.works) count += 1;
  }
  return count;
}

/**
 * The first day on which `count` whole working days have passed since `day`, which itself does not count: three from a
 * Monday is Friday.
 *
 * @param day `YYYY-MM-DD`. @throws RangeError when it is no day, or `count` is no whole number from 0.
 */
export function dayAfterWorkingDays(day: string, count: number): CountedDay {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} is no number of working days.`);
  isWeekendDay(day);
  if (count === 0) return { known: true, day };
  let reached = day;
  for (let passed = 0; passed < count;) {
    reached = nextDay(reached);
    const answer = workingDay(reached);
    if (!answer.known) return answer;
    if (answer.works) passed += 1;
  }
  return { known: true, day: nextDay(reached) };
}

/**
 * Days without work that stand together at most, as long as the notices have been published: nine (2026-02-15 to 23).
 * {@link cautiousDayAfter} adds more than it.
 */
const RECESS_DAYS_MAX = 10;

/**
 * The same where no notice says more: Monday to Friday are counted, and ten days are added for every thirty, since a
 * recess may lie in them. It comes later than the true day, never earlier.
 */
export function cautiousDayAfter(day: string, count: number): string {
  let reached = day;
  for (let passed = 0; passed < count;) {
    reached = nextDay(reached);
    if (!isWeekendDay(reached)) passed += 1;
  }
  const spans = Math.ceil((count + 1) / 20);
  return addDays(nextDay(reached), RECESS_DAYS_MAX * spans);
}

function nextDay(day: string): string {
  return addDays(day, 1);
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}
