import { isWeekendDay } from './weekend.js';

/** What the State Council's office publishes for a year, each November before: how its days depart from Monday to Friday. */
export interface YearSchedule {
  /** Number of the notice (文号), and of the one that changed it since, where there is one. */
  readonly notices: readonly string[];
  /** Mondays to Fridays without work, `MM-DD`. */
  readonly off: readonly string[];
  /** Saturdays and Sundays with work (调休上班), `MM-DD`. */
  readonly worked: readonly string[];
}

/** Days of a year that a notice can name, `MM-DD`. */
const SHORT = /^\d\d-\d\d$/;

/**
 * Schedules by their year, none of which contradicts the calendar or itself: else a mistyped day would be counted as if nobody
 * had written it, and of a year that stands there twice the earlier half would be lost.
 *
 * @throws RangeError naming the year, the day and what is wrong with it.
 */
export function checkedSchedules(
  entries: readonly (readonly [number, YearSchedule])[],
): ReadonlyMap<number, YearSchedule> {
  const found = new Map<number, YearSchedule>();
  for (const [year, schedule] of entries) {
    if (found.has(year)) throw new RangeError(`${year} stands in the schedules twice.`);
    if (schedule.notices.length === 0) throw new RangeError(`${year}: no notice is named.`);
    checkDays(year, 'off', schedule.off, false);
    checkDays(year, 'worked', schedule.worked, true);
    found.set(year, schedule);
  }
  return found;
}

function checkDays(year: number, word: 'off' | 'worked', days: readonly string[], atWeekend: boolean): void {
  const listed = new Set<string>();
  for (const day of days) {
    const wrong = (why: string): RangeError => new RangeError(`${year}, ${word}: ${day} ${why}.`);
    if (listed.has(day)) throw wrong('stands there twice');
    listed.add(day);
    if (!SHORT.test(day)) throw wrong('is not written as MM-DD');
    if (isWeekendDay(`${year}-${day}`) === atWeekend) continue;
    throw wrong(atWeekend ? 'is worked anyway, Monday to Friday' : 'is a Saturday or Sunday, without work anyway');
  }
}
