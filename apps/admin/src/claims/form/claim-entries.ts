import { z } from 'zod';
import type { SimulationInput } from '../../policies/documents.js';
import { type Measure, evidenceKind, statedFacts } from '../../policies/measure/shapes.js';
import { factValues } from '../../policies/try/fact-values.js';
import type { StatedClaim } from '../documents.js';

const typed = z
  .string()
  .nullish()
  .transform((text) => text?.trim() ?? '');

/** What the form of a claim holds while it is being filled in. */
export const claimEntries = z.object({
  uscc: typed,
  measure: typed,
  occurredOn: typed,
  subject: typed,
  facts: z.record(z.string(), z.unknown()).catch({}),
  requestedAmount: typed,
  evidence: z.array(z.object({ kind: evidenceKind, number: typed })).catch([]),
});
export type ClaimEntries = z.infer<typeof claimEntries>;

/** The claim as stated, or null while its facts are incomplete. */
export function statedClaim(entries: ClaimEntries, measure: Measure): StatedClaim | null {
  const facts = factValues(statedFacts(measure), entries.facts);
  if (facts === null) return null;
  return {
    occurredOn: entries.occurredOn,
    subject: measure.subject === 'GIVEN' ? entries.subject : null,
    facts,
    requestedAmount: entries.requestedAmount,
    evidence: entries.evidence.filter((one) => one.number !== ''),
  };
}

/** The year in which a matter counts: the one in which it occurred. */
export function yearOf(occurredOn: string): number {
  return Number(occurredOn.slice(0, 4));
}

/** The case for the engine, or null while it is incomplete. */
export function simulationOf(entries: ClaimEntries, measure: Measure, division: string): SimulationInput | null {
  const facts = factValues(measure.facts, entries.facts);
  if (facts === null || !/^\d{4}-\d{2}-\d{2}$/.test(entries.occurredOn)) return null;
  if (measure.subject === 'GIVEN' && entries.subject === '') return null;
  return {
    measure: measure.id,
    year: yearOf(entries.occurredOn),
    occurredOn: entries.occurredOn,
    division,
    subject: measure.subject === 'GIVEN' ? entries.subject : null,
    facts,
    uscc: entries.uscc === '' ? null : entries.uscc,
  };
}
