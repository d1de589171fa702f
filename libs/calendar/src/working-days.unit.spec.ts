import { describe, expect, it } from '@jest/globals';
import {
  cautiousDayAfter,
  dayAfterWorkingDays,
  knownYears,
  noticesOf,
  nthWorkingDay,
  workingDay,
  workingDaysFrom,
} from './working-days.js';

describe('a working day', () => {
  // 国办发明电〔2025〕7号 of 2025-11-04: the Spring Festival of 2026 is from 15 to 23 February, 14 and 28 are worked.
  it.each([
    ['2026-02-13', true, 'a Friday'],
    ['2026-02-14', true, 'a Saturday that is worked'],
    ['2026-02-15', false, 'a Sunday of the festival'],
    ['2026-02-16', false, 'a Monday of the festival'],
    ['2026-02-23', false, 'its last Monday'],
    ['2026-02-24', true, 'the Tuesday after it'],
    ['2026-03-01', false, 'an ordinary Sunday'],
  ])('%s: %s, %s', (day, works) => {
    expect(workingDay(day)).toEqual({ known: true, works });
  });

  it('is not guessed for a year whose schedule is not published', () => {
    expect(workingDay('2027-02-08')).toEqual({ known: false, year: 2027 });
    expect(dayAfterWorkingDays('9999-12-31', 1)).toEqual({ known: false, year: 10_000 });
    expect(knownYears.at(-1)).toBe(2026);
  });

  it('is said by a notice with a number, for each year', () => {
    expect(noticesOf(2026)).toEqual(['国办发明电〔2025〕7号']);
    expect(
      knownYears.filter((year) => noticesOf(year).every((each) => !/^国办发明电〔20\d\d〕\d+号$/.test(each))),
    ).toEqual([]);
    expect(noticesOf(2027)).toEqual([]);
  });

  it.each(['tomorrow', '2026-02-30', '2026-11-31', '2026-13-01', '2026-1-1'])(
    'asks for a day, which %s is not',
    (day) => {
      expect(() => workingDay(day)).toThrow(RangeError);
      expect(() => nthWorkingDay(day, 1)).toThrow(RangeError);
      expect(() => dayAfterWorkingDays(day, 0)).toThrow(RangeError);
    },
  );
});

describe('waiting', () => {
  it.each([
    ['2026-08-03', 0, '2026-08-03'],
    ['2026-08-03', 3, '2026-08-07'],
    ['2026-08-06', 3, '2026-08-12'],
    // Thursday before the festival: Friday, the Saturday that is worked, and the Tuesday after it.
    ['2026-02-12', 3, '2026-02-25'],
  ])('from %s for %i working days ends on %s', (day, count, until) => {
    expect(dayAfterWorkingDays(day, count)).toEqual({ known: true, day: until });
  });

  it('names the year that is missing', () => {
    expect(dayAfterWorkingDays('2026-12-30', 3)).toEqual({ known: false, year: 2027 });
  });

  it('that is counted cautiously never ends before the published one does, whatever the day and the count', () => {
    for (let time = Date.parse('2019-01-01'); time < Date.parse('2026-11-01'); time += 86_400_000) {
      const day = new Date(time).toISOString().slice(0, 10);
      for (const count of [1, 3, 5, 10, 20, 30]) {
        const counted = dayAfterWorkingDays(day, count);
        if (counted.known)
          expect([day, count, cautiousDayAfter(day, count) >= counted.day]).toEqual([day, count, true]);
      }
    }
  });
});

describe('the nth working day', () => {
  // From the day after: a limit does not count the day on which it begins.
  it.each([
    ['2026-02-14', 3, '2026-02-25'],
    ['2026-05-01', 5, '2026-05-11'],
    ['2026-10-01', 5, '2026-10-13'],
    ['2026-09-25', 10, '2026-10-15'],
  ])('from %s on, the %ith, is %s', (from, count, day) => {
    expect(nthWorkingDay(from, count)).toEqual({ known: true, day });
    expect(workingDaysFrom(from, day)).toBe(count - 1);
  });

  it('is not guessed where a year is missing, but for the earliest day that it can be', () => {
    expect(nthWorkingDay('2026-12-31', 4)).toEqual({ known: false, year: 2027, earliest: '2027-01-03' });
    expect(nthWorkingDay('2027-01-01', 1)).toEqual({ known: false, year: 2027, earliest: '2027-01-01' });
    expect(workingDaysFrom('2026-12-31', '2027-01-05')).toBeNull();
  });

  it('is asked for by a number from 1', () => {
    expect(() => nthWorkingDay('2026-02-14', 0)).toThrow(RangeError);
    expect(() => nthWorkingDay('soon', 1)).toThrow(RangeError);
    expect(() => workingDaysFrom('2026-02-14', 'later')).toThrow(RangeError);
  });
});
