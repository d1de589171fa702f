const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DASH = 45;

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export function isDate(text: unknown): text is string {
  if (typeof text !== 'string' || text.length !== 10) return false;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 0 && day >= 1 && day <= daysIn(year, month);
}

/** The number written between two positions; -1 if one of the characters is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function daysIn(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function yearOf(date: string): number {
  return digits(date, 0, 4);
}

/** The same day some years later; 29 February becomes 28 February where there is none. */
export function plusYears(date: string, years: number): string {
  const year = yearOf(date) + years;
  const day = date.slice(4) === '-02-29' && !isLeapYear(year) ? '-02-28' : date.slice(4);
  return String(year).padStart(4, '0') + day;
}

/** The last day of so many years from a first day on: the day before that day comes round again. */
export function endOfPeriod(from: string, years: number): string {
  const last = new Date(Date.UTC(yearOf(from) + years, digits(from, 5, 7) - 1, digits(from, 8, 10) - 1));
  return last.toISOString().slice(0, 10);
}
