import type {
  ClaimAction,
  Distinction,
  PlainDate,
  ReturnAnswer,
  StatedApplication,
  StatedReturnItem,
  SuspensionGround,
  TakeStep,
  UpheldStep,
} from '@duixian/casework';
import type { Fen } from '@duixian/money';
import type { Measure } from '@duixian/policy';
import type { TreasuryLevel } from './claim-columns.js';
import type { RowPlace } from './row-problem.js';

/** The steps by which a claim goes back, ends, or is to end. */
export const ENDING_ACTIONS = ['RETURN', 'REJECT', 'WITHDRAW', 'SETTLE'] as const satisfies readonly ClaimAction[];
export type EndingAction = (typeof ENDING_ACTIONS)[number];

/** What an office said in a step of the claim's route. */
export type SaidStep = Pick<TakeStep, 'step' | 'outcome' | 'opinion' | 'paper' | 'scores'>;

/** What an office did, as one or several cells of a row say. */
export type Deed =
  | { readonly kind: 'accept-lacking'; readonly kinds: readonly string[] }
  | { readonly kind: 'submit' | 'accept' | 'instruct' | 'agree-settlement' }
  | {
      readonly kind: 'determine';
      /** What meets the lead department's condition; null where it agreed on none. */
      readonly met: string | null;
    }
  | { readonly kind: 'report-overdue' }
  | {
      readonly kind: 'suspend';
      readonly ground: SuspensionGround;
      readonly basis: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'review';
      readonly opinion: string;
      readonly agreedAmount: Fen | null;
      readonly distinction: Distinction | null;
      readonly conditions: string | null;
    }
  | { readonly kind: 'route-step'; readonly said: SaidStep }
  | { readonly kind: 'publicise'; readonly days: number }
  | {
      readonly kind: 'object';
      /** Which objection of the row. */
      readonly number: number;
      /** Null where it is anonymous. */
      readonly objector: { readonly name: string; readonly phone: string } | null;
      readonly what: string;
    }
  | {
      readonly kind: 'answer-objection';
      readonly number: number;
      /** Null where it is not upheld. */
      readonly then: UpheldStep | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'ending';
      readonly action: EndingAction;
      readonly reason: string;
      /** Of a return: what is to be corrected. */
      readonly items: readonly StatedReturnItem[];
    }
  | { readonly kind: 'confirm'; readonly level: TreasuryLevel; readonly bankReference: string }
  | { readonly kind: 'bank-return'; readonly level: TreasuryLevel; readonly reason: string }
  | { readonly kind: 'reinstruct'; readonly level: TreasuryLevel };

/** A deed, when it was done, and the cell that says so. */
export interface DatedDeed {
  readonly deed: Deed;
  readonly on: PlainDate;
  readonly place: RowPlace;
}

/** One row of a claims file: what was stated, and what was done with it. A second row of a claim states it anew. */
export interface ClaimRow {
  readonly claim: string;
  readonly uscc: string;
  readonly measure: Measure;
  readonly year: number;
  readonly application: StatedApplication;
  /** What is said to what the claim was returned for; of a row that states it anew. */
  readonly answers: readonly ReturnAnswer[];
  /** In the order in which they were done; the submission is the first. */
  readonly deeds: readonly DatedDeed[];
}
