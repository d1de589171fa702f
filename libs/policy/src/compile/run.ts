import type { Fen, Ratio } from '@duixian/money';

import type { RefusalCode } from '../assess/reason-code.js';
import type { History } from '../assess/history.js';
import type { Recorder } from '../assess/trace.js';

/** A fact after parsing: money, integer, number or percent, date or choice, boolean. */
export type FactValue = Fen | number | Ratio | string | boolean;

/** The state of one assessment while the closures of its measure run. */
export interface Run {
  /** In the order in which the clause declares them. */
  readonly facts: readonly FactValue[];
  /** The programme year. */
  readonly year: number;
  readonly history: History;
  /** Null on the fast face. */
  readonly recorder: Recorder | null;
  /** Set by an amount that the claim does not reach: a step not risen, a schedule run out. */
  refusal: RefusalCode | null;
  /** Set by an `upTo` amount: the limit that acts as the item cap. */
  upTo: Fen | null;
  /** Set by a `steps` amount: the threshold reached, in whole yuan. */
  threshold: string | null;
  /** What the parts of a composite came to, so far. */
  parts: readonly Ratio[];
}

export class BrokenInvariant extends Error {}

/** The value in a slot that the check of the policy proved to be of the type asked for. */
export function moneyAt(run: Run, slot: number): Fen {
  const value = run.facts[slot];
  if (typeof value !== 'bigint') throw new BrokenInvariant(`Fact ${slot} is not money.`);
  return value;
}

export function integerAt(run: Run, slot: number): number {
  const value = run.facts[slot];
  if (typeof value !== 'number') throw new BrokenInvariant(`Fact ${slot} is not an integer.`);
  return value;
}

export function ratioAt(run: Run, slot: number): Ratio {
  const value = run.facts[slot];
  if (typeof value === 'number') return { num: BigInt(value), den: 1n };
  if (typeof value !== 'object') throw new BrokenInvariant(`Fact ${slot} is not a number.`);
  return value;
}

export function textAt(run: Run, slot: number): string {
  const value = run.facts[slot];
  if (typeof value !== 'string') throw new BrokenInvariant(`Fact ${slot} is not a text.`);
  return value;
}

/** The key under which a `choose` lists the value of a choice or a boolean. */
export function choiceAt(run: Run, slot: number): string {
  const value = run.facts[slot];
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value !== 'string') throw new BrokenInvariant(`Fact ${slot} is not a choice.`);
  return value;
}
