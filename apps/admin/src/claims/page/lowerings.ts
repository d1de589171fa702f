import type { Bilingual } from '../../api/fragments.js';
import type { TraceStep } from '../../policies/assessment/fragments.js';
import { fenOf } from '../../ui/money.js';

/** One step at which the sum became less; both sums in yuan. */
export interface Lowering {
  text: Bilingual;
  from: string;
  to: string;
}

const sum = /^\d+\.\d{2}$/;

/** The steps that lead from what was asked for down to the amount. Together they account for the whole difference. */
export function loweringsFrom(requested: string, trace: Pick<TraceStep, 'text' | 'outcome'>[]): Lowering[] {
  const lowerings: Lowering[] = [];
  let current = requested;
  for (const { text, outcome } of trace) {
    if (!sum.test(outcome)) continue;
    if (fenOf(outcome) < fenOf(current)) lowerings.push({ text, from: current, to: outcome });
    current = outcome;
  }
  return lowerings;
}
