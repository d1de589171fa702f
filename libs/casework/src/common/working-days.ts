import { cautiousDayAfter, dayAfterWorkingDays } from '@duixian/calendar';
import { addDays, type PlainDate } from './plain-date.js';

/** The last of some working days after a day; `cautious` where a year on the way has no published schedule. */
export function dayWithin(
  on: PlainDate,
  workingDays: number,
): { readonly day: PlainDate; readonly counted: 'schedule' | 'cautious' } {
  const after = dayAfterWorkingDays(on, workingDays);
  return after.known
    ? { day: addDays(after.day, -1), counted: 'schedule' }
    : { day: addDays(cautiousDayAfter(on, workingDays), -1), counted: 'cautious' };
}
