import { z } from 'zod';

/** A day of the calendar, `YYYY-MM-DD`. Such texts sort as the days do. */
export type PlainDate = string;

const MS_PER_DAY = 86_400_000;
const LAST_DAY = '9999-12-31';
const LAST_DAY_MS = Date.parse(`${LAST_DAY}T00:00:00Z`);

export const plainDateSchema = z.iso.date();

/** Whether the text is a day that exists. */
export function isPlainDate(text: string): text is PlainDate {
  return plainDateSchema.safeParse(text).success;
}

/** The day `days` after `date`, and the last day of four digits where it would be a later one. @throws RangeError when `date` is no day. */
export function addDays(date: PlainDate, days: number): PlainDate {
  const ms = Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY;
  return ms > LAST_DAY_MS ? LAST_DAY : new Date(ms).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when that is earlier. */
export function daysBetween(from: PlainDate, until: PlainDate): number {
  return (Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY;
}

/** The calendar year of a day. */
export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** The same day `years` later; of 29 February the 28th where that year has none. */
export function addYears(date: PlainDate, years: number): PlainDate {
  const year = yearOf(date) + years;
  if (year > yearOf(LAST_DAY)) return LAST_DAY;
  const day = `${String(year).padStart(4, '0')}${date.slice(4)}`;
  return plainDateSchema.safeParse(day).success ? day : `${day.slice(0, 8)}28`;
}
