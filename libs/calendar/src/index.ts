export {
  cautiousDayAfter,
  dayAfterWorkingDays,
  knownYears,
  noticesOf,
  nthWorkingDay,
  workingDay,
  workingDaysFrom,
  workingYear,
  type CountedDay,
  type PublishedYear,
  type WorkingDay,
} from './working-days.js';
