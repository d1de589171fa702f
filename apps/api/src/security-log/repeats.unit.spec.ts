import { describe, expect, it } from '@jest/globals';
import { Repeats } from './repeats.js';
import type { SecurityEvent } from './security-event.js';

const CITY = '350500';

function event(changes: Partial<SecurityEvent>): SecurityEvent {
  return {
    tenant: CITY,
    userId: null,
    username: 'zhang.san',
    displayName: '张三',
    address: '203.0.113.7',
    kind: 'permission-refused',
    subject: 'user.manage',
    ...changes,
  };
}

describe('what is written of what repeats itself', () => {
  it('is the first at once, and the others as one number', () => {
    const repeats = new Repeats();

    const first = Array.from({ length: 1_000 }, () => repeats.isFirst(event({})));

    expect(first.filter(Boolean)).toHaveLength(1);
    expect(repeats.take()).toEqual([{ event: event({}), times: 999 }]);
    expect(repeats.take()).toEqual([]);
    expect(repeats.isFirst(event({}))).toBe(true);
  });

  it('is each different read of an official', () => {
    const repeats = new Repeats();

    const first = Array.from({ length: 1_000 }, (_, index) =>
      repeats.isFirst(event({ kind: 'contact-read', subject: String(index) })),
    );

    expect(first.every(Boolean)).toBe(true);
  });

  it('stays bounded by address when an outsider invents names, and says how much there was', () => {
    const repeats = new Repeats();
    const guess = (index: number) => event({ tenant: null, kind: 'sign-in-failed', username: `guess${index}` });

    const written = Array.from({ length: 1_000 }, (_, index) => repeats.isFirst(guess(index))).filter(Boolean);

    expect(written.length).toBeLessThanOrEqual(21);
    const counted = repeats.take().reduce((sum, { times }) => sum + times, 0);
    expect(written.length + counted).toBe(1_000);
  });

  it('stays bounded when he has many addresses too, and other addresses are heard beside a noisy one', () => {
    const repeats = new Repeats();
    const guess = (index: number) =>
      event({ kind: 'sign-in-failed', username: `guess${index}`, address: `198.51.${index >> 8}.${index & 255}` });

    const written = Array.from({ length: 5_000 }, (_, index) => repeats.isFirst(guess(index))).filter(Boolean);

    expect(written.length).toBeLessThanOrEqual(501);
    expect(repeats.isFirst(event({ kind: 'signed-in' }))).toBe(true);
  });
});
