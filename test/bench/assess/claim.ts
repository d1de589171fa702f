/**
 * A case as the other engines get it: money already parsed to whole fen, dates to numbers such as 20250630. They are
 * spared the reading and checking that is part of our assessment.
 */
export interface Claim {
  readonly measure: string;
  readonly division: string;
  readonly year: number;
  readonly occurredOn: number;
  readonly subject: string;
  /** Numbers are money. */
  readonly facts: Readonly<Record<string, number | string>>;
  readonly granted: readonly Granted[];
}

export interface Granted {
  readonly measure: string;
  readonly year: number;
  readonly subject: string;
  readonly payer: string;
  readonly fen: number;
}

/** The case as the `assess` command and the API take it. */
export function toCase(claim: Claim, id: number): object {
  const date = claim.occurredOn.toString();
  return {
    id,
    measure: claim.measure,
    year: claim.year,
    occurredOn: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
    enterprise: { division: claim.division },
    subject: claim.subject,
    facts: Object.fromEntries(
      Object.entries(claim.facts).map(([name, value]) => [name, typeof value === 'number' ? yuan(value) : value]),
    ),
    granted: claim.granted.map(({ fen, ...grant }) => ({ ...grant, amount: yuan(fen) })),
  };
}

/** The case as one flat object, which is how rules in the other engines name what they look at. */
export function toFlatFacts(claim: Claim): Record<string, unknown> {
  const { facts, ...rest } = claim;
  return { ...rest, ...facts };
}

function yuan(fen: number): string {
  return `${Math.floor(fen / 100)}.${(fen % 100).toString().padStart(2, '0')}`;
}

/** Whole fen of yuan with two decimals. */
export function fenOf(yuan: string): number {
  return Number(yuan.replace('.', ''));
}
