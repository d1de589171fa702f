import type { Bilingual } from '../schema/primitives.js';
import type { ReasonCode } from './reason-code.js';
import type { TraceStep } from './trace.js';

export type AssessErrorCode = 'INVALID_CASE' | 'INVALID_FACT' | 'UNKNOWN_MEASURE' | 'NOT_PAYABLE';

/** What one treasury pays, and on which measure's legal basis. `amount` is yuan with two decimals. */
export interface FundingLine {
  payer: string;
  amount: string;
  basis: string;
}

/** The answer to a case that could be assessed; `id` is the case's own, null if it had none. */
export interface Assessment {
  id: unknown;
  eligible: boolean;
  kind: 'grant' | 'loan-limit';
  amount: string;
  lines: FundingLine[];
  subject: string | null;
  reasons: ReasonCode[];
}

/** The answer to a case that could not be read. `fact` is there with INVALID_FACT only. */
export interface AssessFailure {
  id: unknown;
  error: { code: AssessErrorCode; fact?: string; message: Bilingual };
}

export type AssessAnswer = Assessment | AssessFailure;
export type ExplainedAssessment = Assessment & { trace: TraceStep[] };
export type ExplainedAnswer = ExplainedAssessment | AssessFailure;

export function isFailure(answer: AssessAnswer | ExplainedAnswer): answer is AssessFailure {
  return 'error' in answer;
}
