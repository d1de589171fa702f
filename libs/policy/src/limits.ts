import type { Fen } from '@duixian/money';

import type { CompiledLimit } from './compile/limits.js';
import type { CompiledMeasure } from './compile/measure.js';

/** The ceilings of a measure; null where the clause sets none. */
export interface MeasureLimits {
  /** On one claim; null also where the limit is reckoned from the facts. */
  item: Fen | null;
  /** Per enterprise, over all years. */
  total: Fen | null;
  /** Per enterprise and year, all payers together. */
  year: Fen | null;
  /** Over all enterprises in a year. */
  pool: Fen | null;
  /** Subjects in a year, over all enterprises. */
  quota: number | null;
}

const NO_LIMITS: MeasureLimits = { item: null, total: null, year: null, pool: null, quota: null };

export function limitsOf({ grant }: CompiledMeasure): MeasureLimits {
  if (grant === null) return NO_LIMITS;
  return {
    item: greatest(grant.item),
    total: greatest(grant.total),
    year: greatest(grant.year),
    pool: greatest(grant.pool),
    quota: grant.quota,
  };
}

function greatest(limit: CompiledLimit | null): Fen | null {
  return limit === null ? null : limit.greatest;
}
