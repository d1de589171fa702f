import { describe, expect, it } from '@jest/globals';
import { Budgets, networkOf } from './budget.js';

describe('a budget', () => {
  it('is spent, says how long to wait, and comes back evenly', () => {
    let now = 0;
    const budgets = new Budgets(6_000, () => now);

    expect(budgets.charge('a', 5_000)).toEqual({ granted: true, left: 1_000 });
    expect(budgets.charge('a', 2_000)).toEqual({ granted: false, retryAfterS: 10 });
    now = 10_000;
    expect(budgets.charge('a', 2_000)).toEqual({ granted: true, left: 0 });
  });

  it('is one for each key, and a refused request costs nothing of it', () => {
    const budgets = new Budgets(1_000, () => 0);
    budgets.charge('a', 900);
    budgets.charge('a', 200);

    expect(budgets.charge('a', 100)).toEqual({ granted: true, left: 0 });
    expect(budgets.charge('b', 1_000)).toEqual({ granted: true, left: 0 });
  });

  it('grants what costs more than a minute to a full account only', () => {
    const budgets = new Budgets(1_000, () => 0);

    expect(budgets.charge('a', 5_000).granted).toBe(true);
    expect(budgets.charge('a', 1).granted).toBe(false);
  });

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
    ['2001:0DB8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('of %s is that of the network %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
