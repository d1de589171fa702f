import type { Catalogue } from '@duixian/policy';
import type { FundingLine } from '../claim/determination.js';
import { fenOf } from '../common/event-schema.js';
import { paymentId } from '../common/streams.js';
import { measureOf } from '../claim/measures.js';
import type { ReservedLine } from './entitlement-event.js';

/** What the enterprise was granted under the measure in the year, all payers together. */
export const yearAccount = (uscc: string, measure: string, year: number): string =>
  `enterprise:${uscc}:${measure}:${year}`;
/** The same over all years, where the clause caps the total. */
export const totalAccount = (uscc: string, measure: string): string => `enterprise:${uscc}:${measure}:all`;
/** What all enterprises were granted under the measure in the year, where it has a pool. */
export const poolAccount = (measure: string, year: number): string => `pool:${measure}:${year}`;
/** How many subjects were granted under the measure in the year, where it has a quota. A count. */
export const quotaAccount = (measure: string, year: number): string => `quota:${measure}:${year}`;
/** One funding line: never more reserved and paid than determined. */
export const lineAccount = (payment: string): string => `line:${payment}`;
/** One settlement at a payer's bank; its ceiling of 1 lets a reference settle one payment once. */
export const bankReferenceAccount = (payer: string, reference: string): string =>
  `bank-reference:${payer}:${reference}`;

/** Whose grant, under what. */
export interface GrantKey {
  readonly claim: string;
  readonly uscc: string;
  readonly measure: string;
  readonly year: number;
}

/** Ceilings by account; null = none. */
export type Ceilings = ReadonlyMap<string, bigint | null>;

/** The guards whose balance an assessment needs: those of all enterprises together. */
export function programmeAccounts(catalogue: Catalogue, measure: string, year: number): readonly string[] {
  const limits = catalogue.limitsFor(measure);
  return [
    ...(limits?.pool == null ? [] : [poolAccount(measure, year)]),
    ...(limits?.quota == null ? [] : [quotaAccount(measure, year)]),
  ];
}

/** The lines with the guards on which each is reserved, and the ceilings of all of them. */
export function placeLines(
  key: GrantKey,
  lines: readonly FundingLine[],
  catalogue: Catalogue,
): { readonly lines: ReservedLine[]; readonly ceilings: Ceilings } {
  const placed = lines.map((line) => ({ line, ceilings: ceilingsOf(key, line, catalogue) }));
  return {
    lines: placed.map(({ line, ceilings }) => ({ ...line, accounts: [...ceilings.keys()] })),
    ceilings: new Map(placed.flatMap(({ ceilings }) => [...ceilings])),
  };
}

/** The guards on which a line is reserved, with their ceilings. */
export function ceilingsOf(key: GrantKey, line: FundingLine, catalogue: Catalogue): Ceilings {
  const { claim, uscc, measure, year } = key;
  const pool = catalogue.limitsFor(measure)?.pool ?? null;
  const ceilings = new Map<string, bigint | null>();
  for (const counted of countedUnder(measure, line, catalogue)) {
    const limits = catalogue.limitsFor(counted);
    ceilings.set(yearAccount(uscc, counted, year), limits?.year ?? null);
    if (limits?.total != null) ceilings.set(totalAccount(uscc, counted), limits.total);
  }
  if (pool !== null) ceilings.set(poolAccount(measure, year), pool);
  ceilings.set(lineAccount(paymentId(claim, line.payer)), fenOf(line.amount));
  return ceilings;
}

/**
 * The measures whose ceilings a line takes up: its own; the county's own measure where that is its legal basis; and
 * the city's measure whose county line it is. City and county stay together under one ceiling that way.
 */
function countedUnder(measure: string, line: FundingLine, catalogue: Catalogue): ReadonlySet<string> {
  const { clause } = measureOf(catalogue, measure);
  const counterpart = clause.kind === 'grant' ? clause.countyLineOf : undefined;
  return new Set([measure, line.basis, ...(counterpart === undefined ? [] : [counterpart])]);
}
