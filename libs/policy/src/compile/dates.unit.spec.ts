import { describe, expect, it } from '@jest/globals';

import { endOfPeriod, isDate, plusYears, yearOf } from './dates.js';

describe('isDate', () => {
  it.each(['2024-02-29', '2000-02-29', '2025-12-31', '0001-01-01'])('takes %s', (text) =>
    expect(isDate(text)).toBe(true),
  );

  it.each(['2025-02-29', '1900-02-29', '2025-13-01', '2025-00-10', '2025-04-31', '2025-01-00', '2025-1-1'])(
    'refuses %s: there is no such day',
    (text) => expect(isDate(text)).toBe(false),
  );

  it.each(['2025/01/01', '20250101', '2025-01-01T00:00:00', ' 2025-01-01', 20_250_101, null, undefined])(
    'refuses %p: it is written otherwise',
    (text) => expect(isDate(text)).toBe(false),
  );
});

describe('plusYears', () => {
  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-02-28', 1, '2024-02-28'],
    ['2024-10-07', 5, '2029-10-07'],
  ])('%s plus %d', (date, years, expected) => expect(plusYears(date, years)).toBe(expected));
});

describe('endOfPeriod', () => {
  it.each([
    ['2019-10-16', 5, '2024-10-15'],
    ['2024-01-01', 2, '2025-12-31'],
    ['2024-02-29', 1, '2025-02-28'],
    ['2023-03-01', 1, '2024-02-29'],
  ])('%s for %d years', (from, years, expected) => expect(endOfPeriod(from, years)).toBe(expected));
});

it('knows the year of a date', () => expect(yearOf('2025-07-15')).toBe(2025));
