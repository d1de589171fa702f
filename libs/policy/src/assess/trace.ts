import type { Bilingual } from '../schema/primitives.js';
import type { ReasonCode } from './answer.js';

/** In the order in which they are taken. */
export type TraceStepKind =
  | 'jurisdiction'
  | 'period'
  | 'condition'
  | 'base'
  | 'item-cap'
  | 'total-cap'
  | 'year-cap'
  | 'earlier-grants'
  | 'overlap'
  | 'pool'
  | 'quota'
  | 'split'
  | 'outcome';

/** The words of the document on which a step rests. */
export interface ClauseReference {
  measure: string;
  article: string;
  quote: string;
}

/** One step of the reckoning, so that a reader can redo the sum by hand. */
export interface TraceStep {
  step: TraceStepKind;
  clause: ClauseReference;
  /** One sentence in both languages. */
  text: Bilingual;
  /** The sum with its numbers, for instance `30% × 1200000.00 = 360000.00`; empty where nothing is reckoned. */
  formula: string;
  /** What went into the step, by name. */
  inputs: Record<string, string>;
  /** Yuan after the step, or `met` / `not met`. */
  outcome: string;
  /** The reason the step adds to the answer, if any. */
  code?: ReasonCode;
}
