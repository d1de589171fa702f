/** Whatever officials do, and in whatever order: the invariants of money hold after each command. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RandomLife, type Move } from './spec/random-life.spec.js';
import { FUZHOU_WORLD, QUANZHOU_WORLD, XIAMEN_WORLD } from './spec/worlds.spec.js';

/** Fixed, so that what is seen to come about below always does. */
const SEED = 32_101;

const moves: fc.Arbitrary<Move> = fc.record({
  kind: fc.constantFrom('submit', 'forward', 'forward', 'forward', 'forward', 'treasury', 'any', 'wild'),
  pick: fc.nat({ max: 9999 }),
  other: fc.nat({ max: 9999 }),
  thousands: fc.integer({ min: 40, max: 1500 }),
  document: fc.nat({ max: 12 }),
});

describe.each([
  [
    'split, county line, overlap and a firm that moved',
    QUANZHOU_WORLD,
    ['paid', 'withdrawn', 'declined', 'returned by the bank', 'reopened'],
  ],
  ['a pool that runs dry, and loan limits', XIAMEN_WORLD, ['paid', 'POOL_LIMIT', 'returned by the bank', 'reopened']],
  ['quotas that fill up', FUZHOU_WORLD, ['paid', 'QUOTA_EXHAUSTED', 'returned by the bank', 'reopened']],
])('any sequence of commands, with %s', (_, world, outcomes) => {
  it('keeps lines, guards, offices and evidence in order', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.array(moves, { minLength: 60, maxLength: 110 }), (sequence) => {
        const life = new RandomLife(world);
        for (const move of sequence) {
          life.make(move);
          life.check();
        }
        life.outcomes().forEach((outcome) => seen.add(outcome));
      }),
      // Each life takes a second: to look for a shorter one that fails as well would take hours.
      { numRuns: 8, seed: SEED, endOnFailure: true },
    );
    expect([...seen]).toEqual(expect.arrayContaining(outcomes));
  });
});
