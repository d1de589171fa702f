import { expect, it } from '@jest/globals';
import { beijingTime, today } from './beijing-time.js';

it.each([
  ['2026-11-25T16:30:05.000Z', '2026-11-26 00:30:05'],
  ['2026-11-25T15:59:59Z', '2026-11-25 23:59:59'],
  ['2026-12-31T16:00:00.123456Z', '2027-01-01 00:00:00'],
])('shows %s as Beijing does', (instant, shown) => {
  expect(beijingTime(instant)).toBe(shown);
});

it('is today in Beijing, eight hours ahead of UTC', () => {
  const eightHoursOn = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  expect(today()).toBe(eightHoursOn);
});
