import { formatYuan, type Fen } from '@duixian/money';

import type { CompiledGrant } from '../compile/measure.js';
import type { Measure } from '../policy.js';
import type { FundingLine } from './answer.js';
import type { Case } from './case.js';
import type { Reckoning } from './reckoning.js';

/** What each treasury pays, the city first; lines of 0.00 are left out. */
export function fundingLines(
  due: Reckoning,
  amount: string,
  measure: Measure,
  grant: CompiledGrant,
  given: Case,
): FundingLine[] {
  if (due.amount === 0n) return [];
  const { division } = measure.policy;
  if (due.levels === null) return [{ payer: division, amount, basis: measure.id }];
  const lines: FundingLine[] = [];
  addLine(lines, division, due.levels.city, measure.id);
  addLine(lines, given.division, due.levels.county, countyBasis(measure, grant, given));
  return lines;
}

function addLine(lines: FundingLine[], payer: string, amount: Fen, basis: string): void {
  if (amount > 0n) lines.push({ payer, amount: formatYuan(amount), basis });
}

/** A county with a clause of its own for its line pays on that legal basis, for matters within its policy's dates. */
function countyBasis(measure: Measure, grant: CompiledGrant, { division, occurredOn }: Case): string {
  const line = grant.relations.countyLines.find(
    ({ division: county, from, to }) => county === division && from <= occurredOn && (to === null || occurredOn <= to),
  );
  return line?.measure ?? measure.id;
}
