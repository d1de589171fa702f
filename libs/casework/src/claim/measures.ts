import {
  isPayable,
  type Begins,
  type Catalogue,
  type Clause,
  type Fact,
  type GrantClause,
  type Measure,
} from '@duixian/policy';
import { PROPOSED_AMOUNT } from './facts.js';

/** The measure of a claim on record. @throws Error when the catalogue has lost it. */
export function measureOf(catalogue: Catalogue, id: string): Measure {
  const measure = catalogue.measure(id);
  if (measure === undefined) throw new Error(`The catalogue has no measure ${id}, under which a claim was submitted.`);
  return measure;
}

export function factsOf(measure: Measure): readonly Fact[] {
  return isPayable(measure.clause) ? (measure.clause.facts ?? []) : [];
}

/** Whether the lead department states an amount with its review (最高、不超过 with no formula). */
export function needsProposedAmount(measure: Measure): boolean {
  return factsOf(measure).some((fact) => fact.name === PROPOSED_AMOUNT);
}

/** Whether the claimant names the subject. */
export function needsSubject(measure: Measure): boolean {
  const { clause } = measure;
  return clause.kind === 'grant' && clause.basis === 'subject' && (clause.subject ?? 'given') === 'given';
}

/**
 * Whether nothing bounds what the lead department proposes (一事一议): neither the clause nor a formula does. Two of its
 * reviewers then agree, since there is no decision of a meeting on record yet.
 */
export function isUnlimited({ clause }: Measure): boolean {
  if (clause.kind !== 'grant' || !('asProposed' in clause.amount)) return false;
  const { item, year, total } = clause.limits ?? {};
  return item === undefined && year === undefined && total === undefined;
}

/** Whether the clause is reckoned by the year and promises several of them (连续五年). */
export function isPromiseOfYears(clause: Clause): clause is GrantClause & { readonly begins: Begins } {
  return clause.kind === 'grant' && clause.basis === 'annual' && clause.begins !== undefined;
}
