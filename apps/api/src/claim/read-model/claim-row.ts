import type { Capacity, ClaimStatus, EvidenceDocument, Facts } from '@duixian/casework';

/**
 * What one treasury owes on a claim; `returned` by the bank until it is instructed again, `released` by a withdrawal or a settlement.
 * `amount` is fen, written out: JSON has no numbers of that size.
 */
export interface LineRow {
  readonly payer: string;
  readonly amount: string;
  readonly state: 'reserved' | 'paid' | 'returned' | 'released';
}

/** A row of `read.claim`; money is fen as a text, as PostgreSQL gives a bigint. */
export interface ClaimRow {
  readonly tenant: string;
  readonly id: string;
  readonly status: ClaimStatus;
  readonly measure: string;
  readonly policy_version: string;
  readonly uscc: string;
  readonly enterprise_name: string;
  readonly division: string;
  readonly year: number;
  readonly occurred_on: string;
  readonly subject: string | null;
  readonly facts: Facts;
  readonly evidence: readonly EvidenceDocument[];
  readonly held: boolean;
  readonly requested: string;
  readonly agreed: string | null;
  readonly determined: string | null;
  readonly kind: 'grant' | 'loan-limit' | null;
  readonly reasons: readonly string[];
  readonly lines: readonly LineRow[];
  readonly reserved: string;
  readonly paid: string;
  readonly returned: string;
  readonly publicity_from: string | null;
  readonly publicity_until: string | null;
  readonly submitted_on: string;
  /** ISO 8601, UTC. */
  readonly updated_at: string;
  /** User id. */
  readonly last_actor: string;
  /** `<capacity>:<user id>` of everybody who took a step on it or on its payments. */
  readonly participants: readonly string[];
}

/** How {@link ClaimRow.participants} writes that somebody took part in a capacity. */
export function participation(capacity: Capacity, userId: string): string {
  return `${capacity}:${userId}`;
}

/** The row with these lines, and the sums that follow from them. */
export function withLines(row: ClaimRow, lines: readonly LineRow[]): ClaimRow {
  const [reserved, paid, returned] = [sumOf(lines, 'reserved'), sumOf(lines, 'paid'), sumOf(lines, 'returned')];
  return { ...row, lines, reserved, paid, returned };
}

function sumOf(lines: readonly LineRow[], state: LineRow['state']): string {
  const amounts = lines.filter((line) => line.state === state).map((line) => BigInt(line.amount));
  return amounts.reduce((sum, amount) => sum + amount, 0n).toString();
}
