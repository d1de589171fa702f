import type { Fen } from '@duixian/money';
import type { Bilingual } from '@duixian/policy';
import type { EvidenceRef } from '../evidence/evidence-ref.js';

/** What is wrong with one field of the input. `field` is a path such as `facts.serviceFee` or `evidence[0].number`. */
export interface FieldProblem {
  readonly field: string;
  readonly message: Bilingual;
}

/** Why a command was not carried out, in a sentence that says what to do. */
interface Refused<Code extends string> {
  readonly code: Code;
  readonly message: Bilingual;
  readonly field: string | null;
}

/** Refusals that need no more than their sentence. */
export type PlainRefusalCode =
  | 'NOT_FOUND'
  | 'NOT_YOUR_TURN'
  | 'SAME_PERSON'
  | 'CAPACITY_MIXED'
  | 'RECUSED'
  | 'LAST_ADMINISTRATOR'
  | 'USERNAME_TAKEN'
  | 'NOT_YOUR_OFFICE'
  | 'ALREADY_DECIDED'
  | 'CHANGED_SINCE'
  | 'NOTHING_TO_PAY'
  | 'NO_ACCOUNT'
  | 'PROPOSAL_OPEN'
  | 'NOTICE_NOT_GIVEN'
  | 'PUBLICITY_NOT_OVER'
  | 'OBJECTION_OPEN'
  | 'RECOGNITION_ENDED'
  | 'EXCLUDED'
  | 'LIMIT_IN_FORCE'
  | 'BANK_REFERENCE_USED'
  | 'DUPLICATE_CLAIM'
  | 'WRONG_JURISDICTION'
  | 'TRY_AGAIN'
  | 'ENTERPRISE_EXISTS'
  | 'ENTERPRISE_ENDED'
  | 'UNKNOWN_ENTERPRISE';

export type PlainRefusal = Refused<PlainRefusalCode>;

export interface InvalidInput extends Refused<'INVALID_INPUT'> {
  /** At least one; `field` and `message` of the refusal are those of the first. */
  readonly problems: readonly FieldProblem[];
}

export interface EvidenceContested extends Refused<'EVIDENCE_CONTESTED'> {
  readonly evidence: readonly EvidenceRef[];
  /** The other claims that hold it. */
  readonly claims: readonly string[];
}

export interface CeilingReached extends Refused<'CEILING_REACHED'> {
  readonly account: string;
  readonly ceiling: Fen;
  /** Reserved and paid before. */
  readonly used: Fen;
}

/** A refusal that a person can meet. Codes are stable; a broken invariant throws instead. */
export type Refusal = PlainRefusal | InvalidInput | EvidenceContested | CeilingReached;
export type RefusalCode = Refusal['code'];

export function refusal(code: PlainRefusalCode, message: Bilingual, field: string | null = null): PlainRefusal {
  return { code, message, field };
}

/** @throws RangeError when there is no problem. */
export function invalidInput(problems: readonly FieldProblem[]): InvalidInput {
  const [first] = problems;
  if (first === undefined) throw new RangeError('Input without a problem is not invalid.');
  return { code: 'INVALID_INPUT', message: first.message, field: first.field, problems };
}
