import { add, fen, leftOf, lesser, splitByShares, subtract, ZERO, type Fen, type Ratio } from '@duixian/money';

import type { Granted } from './history.js';

/** What the city and the county owe on one claim. */
export interface Levels {
  readonly city: Fen;
  readonly county: Fen;
}

/** The shares of the county and of the city; they add up to 1. */
export type Shares = readonly [county: Ratio, city: Ratio];

/** The county's share rounded down to the fen; the city takes the rest. */
export function splitBetweenLevels(amount: Fen, shares: Shares): Levels {
  const [county = ZERO, city = ZERO] = splitByShares(amount, shares);
  return { city, county };
}

/**
 * Each level owes its share of the entitlement less what that level granted before. Where granted and due together
 * would pass the entitlement (one level granted more than its share), the county's line gives way first.
 */
export function owedByLevels(entitlement: Fen, shares: Levels, granted: Granted): Levels {
  if (granted.total === 0n) return shares;
  const cityGranted = subtract(granted.total, granted.county);
  const owed = { city: leftOf(shares.city, cityGranted), county: leftOf(shares.county, granted.county) };
  return lowerTo(owed, leftOf(entitlement, granted.total));
}

/** Lowers the county's line first, then the city's, until both together come to no more than `total`. */
export function lowerTo(levels: Levels, total: Fen): Levels {
  const excess = leftOf(add(levels.city, levels.county), total);
  if (excess === 0n) return levels;
  const offCounty = lesser(excess, levels.county);
  return { county: subtract(levels.county, offCounty), city: fen(levels.city - (excess - offCounty)) };
}
