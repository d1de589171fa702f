import type { Refusal } from '../api/refusals.js';
import { useBilingual } from '../i18n/locale.js';

/** Gives the sentence for a field, if the last answer had one. */
export type ProblemOf = (field: string) => string | undefined;

/** What a refusal says of each field. */
export function useProblemOf(refusal: Refusal | null): ProblemOf {
  const bilingual = useBilingual();
  return (field) => {
    const problem = refusal?.problems.find((one) => one.field === field);
    if (problem) return bilingual(problem.message);
    return refusal?.field === field ? bilingual(refusal.message) : undefined;
  };
}
