import { compareRatios, fen, formatYuan, type Ratio } from '@duixian/money';

import type { Amount, Band } from '../schema/amount.js';
import { BrokenInvariant, moneyAt, ratioAt } from './run.js';
import type { Scope } from './scope.js';
import { moneyConstant, ratioConstant, showRatio, type AmountOf, type Value } from './values.js';

/** The start of a band: a number, and whether it belongs to the band. */
export interface Edge {
  readonly at: Ratio;
  readonly included: boolean;
}

/** The edge at which a band starts; money in fen. */
export function bandStart(band: Band, money: boolean): Edge {
  if (band.from !== undefined) return { at: edgeValue(band.from, money), included: true };
  if (band.above !== undefined) return { at: edgeValue(band.above, money), included: false };
  throw new BrokenInvariant('A band has no start.');
}

/** The edge at which a band ends; null if it is open. */
export function bandEnd(band: Band, money: boolean): Edge | null {
  if (band.to !== undefined) return { at: edgeValue(band.to, money), included: true };
  if (band.below !== undefined) return { at: edgeValue(band.below, money), included: false };
  return null;
}

function edgeValue(end: string | number, money: boolean): Ratio {
  return money ? { num: moneyConstant(String(end)), den: 1n } : ratioConstant(end);
}

/** Whole-amount tiers: the band that holds the fact pays; below the first band nothing is due. */
export function compileTiers(
  tiers: { of: string; bands: readonly Band[] },
  inner: (amount: Amount) => AmountOf,
  scope: Scope,
): AmountOf {
  const money = scope.type(tiers.of) === 'money';
  const bands = tiers.bands.map((band) => ({ start: bandStart(band, money), pays: inner(band.pays) })).reverse();
  const size = sizeOf(scope.slot(tiers.of), money);
  return (run) => {
    const at = size(run);
    for (const { start, pays } of bands) {
      const compared = compareRatios(at, start.at);
      if (compared > 0 || (compared === 0 && start.included)) return pays(run);
    }
    if (run.recorder !== null) run.recorder.formula = money ? formatYuan(fen(0n)) : showRatio({ num: 0n, den: 1n });
    return { num: 0n, den: 1n };
  };
}

function sizeOf(slot: number, money: boolean): Value<Ratio> {
  return money ? (run) => ({ num: moneyAt(run, slot), den: 1n }) : (run) => ratioAt(run, slot);
}
