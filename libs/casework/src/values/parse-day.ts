import { isPlainDate } from '../common/plain-date.js';
import { read, unreadable, type Parsed } from './parsed.js';

declare const mark: unique symbol;

/** A day that an official can state: from the founding of the People's Republic to the last day of four digits. */
export type Day = string & { readonly [mark]: 'day' };

/** A year of the same span. */
export type Year = number & { readonly [mark]: 'year' };

export const DAY_MIN = '1949-10-01';
export const DAY_MAX = '9999-12-31';
const YEAR_MIN = 1949;
const YEAR_MAX = 9999;

export function parseDay(text: string): Parsed<Day> {
  if (isPlainDate(text) && text >= DAY_MIN && text <= DAY_MAX) return read(text as Day);
  return unreadable(
    `日期请写成YYYY-MM-DD，必须真实存在，且在${DAY_MIN}至${DAY_MAX}之间。`,
    `Write a day that exists as YYYY-MM-DD, from ${DAY_MIN} to ${DAY_MAX}.`,
  );
}

export function parseYear(year: number): Parsed<Year> {
  if (Number.isInteger(year) && year >= YEAR_MIN && year <= YEAR_MAX) return read(year as Year);
  return unreadable(
    `年度应为${YEAR_MIN}至${YEAR_MAX}之间的四位数年份。`,
    `State a year of four digits, ${YEAR_MIN} to ${YEAR_MAX}.`,
  );
}
