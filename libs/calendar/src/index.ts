export {
  cautiousDayAfter,
  dayAfterWorkingDays,
  knownYears,
  noticesOf,
  nthWorkingDay,
  workingDay,
  workingDaysFrom,
  type CountedDay,
  type WorkingDay,
} from './working-days.js';
