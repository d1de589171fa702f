import type { SimulationInput } from '../../policies/documents.js';
import type { Claim } from '../fragments.js';
import { factValues } from '../../policies/try/fact-values.js';

/** The claim as a case for the engine, with what the lead department agreed to and the enterprise's history. */
export function expectedCase(claim: Claim): SimulationInput | null {
  const { measure } = claim;
  const stated = Object.fromEntries(claim.facts.map((fact) => [fact.name, fact.value]));
  const proposed = claim.agreedAmount ?? (measure.needsProposedAmount ? claim.requestedAmount : null);
  const facts = factValues(measure.facts, proposed === null ? stated : { ...stated, proposedAmount: proposed });
  if (facts === null) return null;
  return {
    measure: measure.id,
    year: claim.year,
    occurredOn: claim.occurredOn,
    division: claim.division.code,
    subject: measure.subject === 'GIVEN' ? claim.subject : null,
    facts,
    uscc: claim.enterprise.uscc,
  };
}
