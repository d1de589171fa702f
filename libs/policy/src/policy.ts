import type { Clause, PayableClause } from './schema/clause.js';
import type { Article, PolicyDocument, WrittenPeriod } from './schema/policy.js';
import type { Path, Position } from './load/problem.js';

/** When a document is in force. */
export interface Period extends Pick<WrittenPeriod, 'quote' | 'interpretation'> {
  /** First day, YYYY-MM-DD. */
  readonly from: string;
  /** Last day, YYYY-MM-DD; null where the document sets no end. */
  readonly to: string | null;
}

/** A document that was loaded and checked. */
export interface Policy extends Omit<PolicyDocument, 'period'> {
  /** The policy's name, for instance quanzhou-2024-7: the same as `policy`. */
  readonly id: string;
  readonly period: Period;
  /** The name of the file it was read from, as shown in problems. */
  readonly file: string;
  /** SHA-256 of policy.yaml and source.txt, in hexadecimal: a determination names it, so that a sum can be redone. */
  readonly version: string;
  /** policy.yaml as it was read. */
  readonly yaml: string;
  /** The document's text as published. */
  readonly text: string;
  /** Where a value stands in policy.yaml. */
  readonly locate: (path: Path) => Position;
}

/** One clause of a policy under its full name. */
export interface Measure {
  /** `policy/clause`, for instance quanzhou-2024-7/2. */
  readonly id: string;
  readonly policy: Policy;
  readonly article: Article;
  readonly clause: Clause;
}

/** Whether claims under the clause can be assessed: a grant or a loan limit. */
export function isPayable(clause: Clause): clause is PayableClause {
  return clause.kind === 'grant' || clause.kind === 'loan-limit';
}
