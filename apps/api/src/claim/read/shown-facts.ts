import { isPayable, type Catalogue } from '@duixian/policy';
import { FactWords } from '../../policy/describe/words.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import type { FactValueShown } from './claim.type.js';

/** The facts of a claim with the labels of its measure, in the measure's order; unknown ones last, as they stand. */
export function shownFacts({ measure, facts }: ClaimRow, catalogue: Catalogue): FactValueShown[] {
  const clause = catalogue.measure(measure)?.clause;
  const words = clause !== undefined && isPayable(clause) ? new FactWords(clause) : null;
  const declared = clause !== undefined && isPayable(clause) ? (clause.facts ?? []).map((fact) => fact.name) : [];
  const names = [
    ...declared.filter((name) => name in facts),
    ...Object.keys(facts).filter((name) => !declared.includes(name)),
  ];
  return names.map((name) => {
    const value = facts[name] ?? '';
    const plain = { zh: String(value), en: String(value) };
    return {
      name,
      label: words?.label(name) ?? { zh: name, en: name },
      value: String(value),
      display: words?.value(name, value) ?? plain,
    };
  });
}
