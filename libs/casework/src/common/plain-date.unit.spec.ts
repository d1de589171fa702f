import { describe, expect, it } from '@jest/globals';
import { addDays, isPlainDate } from './plain-date.js';

describe('plain date', () => {
  it('is a day that exists', () => {
    expect(isPlainDate('2024-02-29')).toBe(true);
    expect(
      ['2025-02-29', '2025-13-01', '2025-1-1', '20250101', '', '2025-01-01T00:00:00Z'].filter(isPlainDate),
    ).toEqual([]);
  });

  it.each([
    ['2026-02-26', 5, '2026-03-03'],
    ['2024-02-26', 5, '2024-03-02'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2026-03-03', 0, '2026-03-03'],
  ])('%s and %i days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });
});
