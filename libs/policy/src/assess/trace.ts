import type { Bilingual } from '../schema/primitives.js';
import type { ReasonCode } from './reason-code.js';

/** In the order in which they are taken. */
export const TRACE_STEP_KINDS = [
  'jurisdiction',
  'period',
  'condition',
  'base',
  'item-cap',
  'total-cap',
  'year-cap',
  'joint-year-cap',
  'earlier-grants',
  'overlap',
  'pool',
  'quota',
  'split',
  'outcome',
] as const;
export type TraceStepKind = (typeof TRACE_STEP_KINDS)[number];

/** The words of the document on which a step rests. */
export interface ClauseReference {
  measure: string;
  /** The article's number as printed; empty where the words stand outside the articles. */
  article: string;
  quote: string;
}

/** One step of the reckoning, so that a reader can redo the sum by hand. */
export interface TraceStep {
  step: TraceStepKind;
  clause: Readonly<ClauseReference>;
  /** One sentence in both languages. */
  text: Bilingual;
  /** The sum with its numbers, for instance `30% × 1200000.00 = 360000.00`; empty where nothing is reckoned. */
  formula: string;
  /** What went into the step, by name: facts as the claim states them, grants and limits in yuan. */
  inputs: Readonly<Record<string, string>>;
  /** Yuan after the step, or `met` / `not met`. */
  outcome: string;
  /** The reason the step adds to the answer, if any. */
  code?: ReasonCode;
}

/**
 * Collects the steps of one explained assessment. The same closures reckon with and without a recorder: what they
 * evaluate leaves its formula in `formula`, and whoever asked for the value takes it from there.
 */
export class Recorder {
  readonly steps: TraceStep[] = [];
  /** The formula of the expression evaluated last. */
  formula = '';
  /** The text of each fact that was shown so far, by its slot: a fact is written out once. */
  private readonly texts: (string | undefined)[] = [];

  constructor(private readonly stated: Readonly<Record<string, unknown>>) {}

  /** A fact's value as text. */
  fact<T>(slot: number, value: T, show: (value: T) => string): string {
    return (this.texts[slot] ??= show(value));
  }

  /** The facts of these names, as the claim states them. */
  inputs(names: readonly string[]): Record<string, string> {
    const inputs: Record<string, string> = {};
    for (const name of names) inputs[name] = String(this.stated[name]);
    return inputs;
  }
}
