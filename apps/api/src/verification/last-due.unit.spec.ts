import { describe, expect, it } from '@jest/globals';
import { lastDue } from './last-due.js';

describe('the hour of the nightly verification', () => {
  it.each([
    ['2026-11-25T02:30:00+08:00', '2026-11-25T02:30:00+08:00'],
    ['2026-11-25T02:29:59+08:00', '2026-11-24T02:30:00+08:00'],
    ['2026-11-25T23:59:00+08:00', '2026-11-25T02:30:00+08:00'],
    ['2026-01-01T00:00:00+08:00', '2025-12-31T02:30:00+08:00'],
  ])('at %s was last at %s', (now, due) => {
    expect(lastDue(Date.parse(now), 150)).toBe(Date.parse(due));
  });
});
