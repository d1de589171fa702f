const SATURDAY = 6;
const SUNDAY = 0;

/**
 * Whether a day is a Saturday or a Sunday.
 *
 * @param day `YYYY-MM-DD`. @throws RangeError when it is no day: 30 February is none, though JavaScript reads it as 2 March.
 */
export function isWeekendDay(day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(day)) throw new RangeError(`${day} is no day.`);
  return date.getUTCDay() === SATURDAY || date.getUTCDay() === SUNDAY;
}
