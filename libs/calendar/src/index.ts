export {
  cautiousDayAfter,
  dayAfterWorkingDays,
  knownYears,
  workingDay,
  type CountedDay,
  type WorkingDay,
} from './working-days.js';
