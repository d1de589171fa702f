import { describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Outage } from './outage.js';

function heard() {
  const lines: string[] = [];
  const clock = { now: 0 };
  const hear = (line: string): void => void lines.push(line);
  return { lines, clock, outage: new Outage({ error: hear, warn: hear }, () => clock.now) };
}

function databaseError(code: string, message: string): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code });
}

describe('an outage of the database', () => {
  it('is a line when it begins and one when it is over, by whichever errors it is met', () => {
    const { lines, clock, outage } = heard();
    for (clock.now = 0; clock.now < 200_000; clock.now += 1_000) {
      expect(outage.covers(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))).toBe(true);
      expect(outage.covers(new Error('Connection terminated unexpectedly'))).toBe(true);
      expect(outage.covers(new Error('wrapped', { cause: databaseError('57P01', 'shutting down') }))).toBe(true);
    }
    outage.over();
    outage.over();

    expect(lines).toEqual([
      'The database is away: connect ECONNREFUSED. Requests are answered with SERVICE_UNAVAILABLE.',
      'The database is back after 200 s.',
    ]);
  });

  it('of room is said in both languages once a minute, and stands until no write has found none for a minute', () => {
    const { lines, clock, outage } = heard();
    for (clock.now = 0; clock.now <= 60_000; clock.now += 1_000) {
      expect(outage.covers(databaseError('53100', 'could not extend file'))).toBe(true);
    }

    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/磁盘已满[^]*make room[^]*could not extend file/);
    expect(outage.isFull).toBe(true);
    clock.now += 60_000;
    expect(outage.isFull).toBe(false);
  });

  it('of somebody who holds what others wait for stands until no request was given up for half a minute', () => {
    const { lines, clock, outage } = heard();
    expect(outage.isBusy).toBe(false);
    for (; clock.now < 50_000; clock.now += 10_000) {
      expect(outage.covers(databaseError('55P03', 'canceling statement due to lock timeout'))).toBe(true);
      expect(outage.isBusy).toBe(true);
    }
    expect(lines).toHaveLength(1);
    clock.now += 20_000;
    expect(outage.isBusy).toBe(false);
  });

  it('covers no fault of ours', () => {
    const { lines, outage } = heard();

    expect(
      [new Error('x'), databaseError('23505', 'twice'), databaseError('57014', 'cancelled')].map((error) =>
        outage.covers(error),
      ),
    ).toEqual([false, false, false]);
    expect(lines).toEqual([]);
  });
});
