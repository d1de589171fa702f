import { describe, expect, it } from '@jest/globals';
import { checkedSchedules } from './check-schedules.js';

const YEAR = { notices: ['国办发明电〔2025〕7号'], off: ['01-01'], worked: ['01-04'] };

describe('schedules of years', () => {
  it('are those that are listed, each by its year', () => {
    expect([...checkedSchedules([[2026, YEAR]])]).toEqual([[2026, YEAR]]);
  });

  it.each([
    ['a year that is listed twice', [YEAR, YEAR], '2026 stands in the schedules twice'],
    [
      'a Sunday that is worked twice',
      [{ ...YEAR, worked: ['01-04', '01-04'] }],
      '2026, worked: 01-04 stands there twice',
    ],
    ['a holiday that is worked', [{ ...YEAR, worked: ['01-01'] }], '2026, worked: 01-01 is worked anyway'],
    ['a working Sunday that is off', [{ ...YEAR, off: ['01-04'] }], '2026, off: 01-04 is a Saturday or Sunday'],
    ['a day that does not exist', [{ ...YEAR, off: ['02-30'] }], '2026-02-30 is no day'],
    ['a day of the 13th month', [{ ...YEAR, off: ['13-01'] }], '2026-13-01 is no day'],
    ['a day of another year', [{ ...YEAR, off: ['2027-01-01'] }], '2027-01-01 is not written as MM-DD'],
    ['a year without a notice', [{ ...YEAR, notices: [] }], '2026: no notice is named'],
    [
      'a year of 400 days',
      [{ ...YEAR, off: Array.from({ length: 400 }, (_, day) => `01-${String(day + 1).padStart(2, '0')}`) }],
      '2026, off: 01-03 is a Saturday or Sunday',
    ],
  ])('are not read with %s', (_, years, says) => {
    expect(() => checkedSchedules(years.map((year) => [2026, year] as const))).toThrow(says);
  });
});
