import { describe, expect, it } from '@jest/globals';
import { Slowdown } from './slowdown.js';

describe('whoever is refused again and again', () => {
  it('is slowed down after so many in a minute, and as fast as before when he stops', () => {
    let now = 0;
    const slowdown = new Slowdown(20, () => now);
    const turns = (): number[] =>
      [1, 2, 3].map(() => {
        const turn = slowdown.turnOf('a');
        return turn.granted ? turn.waitMs : NaN;
      });
    for (let refusal = 1; refusal < 20; refusal += 1) slowdown.refused('a');
    expect(turns()).toEqual([0, 0, 0]);

    slowdown.refused('a');
    expect(turns()).toEqual([0, 250, 500]);

    now = 60_000;
    expect(turns()).toEqual([0, 0, 0]);
  });

  it('keeps nobody else waiting', () => {
    const slowdown = new Slowdown(1, () => 0);
    slowdown.refused('a');
    slowdown.turnOf('a');

    expect(slowdown.turnOf('a')).toEqual({ granted: true, waitMs: 250 });
    expect(slowdown.turnOf('b')).toEqual({ granted: true, waitMs: 0 });
  });

  it('is told to come again where too many of his wait, and is read once they are through', () => {
    let now = 0;
    const slowdown = new Slowdown(1, () => now);
    slowdown.refused('a');
    const turns = Array.from({ length: 40 }, () => slowdown.turnOf('a'));

    expect(turns.filter(({ granted }) => granted)).toHaveLength(21);
    expect(turns.at(-1)).toEqual({ granted: false, retryAfterS: 5 });
    slowdown.refused('a');
    now = 5_000;
    expect(slowdown.turnOf('a')).toEqual({ granted: true, waitMs: 250 });
  });
});
