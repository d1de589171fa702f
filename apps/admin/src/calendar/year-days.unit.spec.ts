import { describe, expect, it } from '@jest/globals';
import { isWorkedOn, monthsOf, weeksOf } from './year-days.js';

const YEAR = { year: 2026, notices: [], off: ['2026-02-16', '2026-02-17'], worked: ['2026-02-14'] };

describe('the days of a year', () => {
  const months = monthsOf(YEAR);
  const [, february = []] = months;
  const kindOf = (number: number) => february.find((day) => day.number === number)?.kind;

  it('are all of it', () => {
    expect(months.map(({ length }) => length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect(monthsOf({ ...YEAR, year: 2028 })[1]).toHaveLength(29);
  });

  it('are worked from Monday to Friday, but where the notice says otherwise', () => {
    expect([13, 14, 15, 16, 17, 18].map(kindOf)).toEqual(['WORKING', 'WORKED', 'WEEKEND', 'OFF', 'OFF', 'WORKING']);
    // 20 Mondays to Fridays, two of them off, and one Saturday.
    expect(february.filter(isWorkedOn)).toHaveLength(19);
  });

  it('stand in weeks that begin on Monday', () => {
    // 1 February 2026 is a Sunday.
    const weeks = weeksOf(february).map((week) => week.map((day) => day?.number ?? null));
    expect(weeks[0]).toEqual([null, null, null, null, null, null, 1]);
    expect(weeks[1]).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(weeks.at(-1)).toEqual([23, 24, 25, 26, 27, 28, null]);
  });
});
