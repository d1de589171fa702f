import { z } from 'zod';

/** A day of the calendar, `YYYY-MM-DD`. Such texts sort as the days do. */
export type PlainDate = string;

const MS_PER_DAY = 86_400_000;

export const plainDateSchema = z.iso.date();

/** Whether the text is a day that exists. */
export function isPlainDate(text: string): text is PlainDate {
  return plainDateSchema.safeParse(text).success;
}

/** The day `days` after `date`. @throws RangeError when `date` is no day. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
}
