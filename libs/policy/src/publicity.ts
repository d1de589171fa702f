import type { Policy } from './policy.js';
import { passages } from './schema/primitives.js';
import { OBJECTION_DAYS, type PublicityUnit } from './schema/publicity.js';

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

export function publicityOf(policy: Policy | undefined): PublicityRule {
  const written = policy?.publicity;
  if (written === undefined) return COMMON;
  const { least, unit } = written;
  return { least, unit, source: 'quote' in written ? passages(written.quote).join(' ') : written.source };
}

/** Working days within which the lead department answers an objection to what is shown. */
export function objectionDaysOf(policy: Policy | undefined): number {
  return policy?.publicity?.answerWithin ?? OBJECTION_DAYS;
}
