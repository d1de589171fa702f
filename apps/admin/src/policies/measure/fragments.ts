import { type ResultOf, graphql } from '../../api/graphql.js';
import type { EvidenceKind } from '../../api/schema/enums.generated.js';

export const interpretation = graphql(
  'fragment Interpretation on Interpretation { quotes taken { zh en } other { zh en } why { zh en } }',
);
export type Interpretation = ResultOf<typeof interpretation>;

export const measure = graphql(
  `fragment Measure on Measure {
    id clauseId article title { zh en } kind payable quotes leadDepartment otherDepartments reason { zh en }
    basis rises subject facts { name type label { zh en } unit { zh en } values { value label { zh en } } }
    conditions { zh en } amountText { zh en } limits { item total year pool quota } split { payer share }
    overlapGroup evidenceKinds invoicedFact publicity { least most unit source }
    payee { kind says { zh en } } interpretations { ...Interpretation } findings { zh en }
    needsProposedAmount
  }`,
  [interpretation],
);
export type Measure = ResultOf<typeof measure>;
export type Fact = Measure['facts'][number];

/** The facts that the enterprise states; the amount to be proposed is the lead department's to say. */
export function statedFacts({ facts }: Pick<Measure, 'facts'>): Fact[] {
  return facts.filter((one) => one.name !== 'proposedAmount');
}

/** The kinds that a claim may name: a recognition is shown by its certificate as well. */
export function namedKinds(kinds: readonly EvidenceKind[]): EvidenceKind[] {
  const named = kinds.flatMap((kind): EvidenceKind[] => (kind === 'RECOGNITION' ? [kind, 'CERTIFICATE'] : [kind]));
  return [...new Set(named)];
}
