import type { Places } from './places/places.js';
import type { Policy } from './policy.js';
import { passages } from './schema/primitives.js';
import type { PublicityUnit } from './schema/publicity.js';

/** How long a determination is shown to the public (公示) at the least. */
export interface PublicityRule {
  /** In `unit`, from 1. */
  readonly least: number;
  readonly unit: PublicityUnit;
  /** The document's words, or what the city goes by; null where neither says anything. */
  readonly source: string | null;
}

/** Where nobody says anything of it. */
const COMMON: PublicityRule = { least: 7, unit: 'days', source: null };

export function publicityOf(policy: Policy | undefined, places: Places): PublicityRule {
  if (policy === undefined) return COMMON;
  const { publicity: written, tenant } = policy;
  if (written !== undefined) {
    return { least: written.least, unit: written.unit, source: passages(written.quote).join(' ') };
  }
  return places.publicity.get(tenant) ?? COMMON;
}
