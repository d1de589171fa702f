/** A division, or a zone with a treasury of its own, while it had one name and lay in one place. */
export interface Division {
  /** Six digits: of GB/T 2260, or a city's own for a zone. City codes end in 00, province codes in 0000. */
  readonly code: string;
  /** In Chinese. */
  readonly name: string;
  /** A zone (开发区、投资区、高新区 …) is no division of the standard, and has enterprises, officials and a treasury like one. */
  readonly kind: 'administrative' | 'zone';
  /** Code of what it lies in; null for a province. */
  readonly parent: string | null;
  /** First day; null = before anything on record. */
  readonly from: string | null;
  /** First day on which it was no longer in force; null = it is. */
  readonly to: string | null;
  /** Codes that took its area over; the first goes on with what is open. */
  readonly successors: readonly string[];
}

export type DivisionLevel = 'province' | 'prefecture' | 'county';

export function levelOf(code: string): DivisionLevel {
  if (code.endsWith('0000')) return 'province';
  return code.endsWith('00') ? 'prefecture' : 'county';
}

/** The digits that all codes under a division begin with: 350500 → 3505. */
export function officePrefix(code: string): string {
  return code.replace(/(00){1,2}$/, '');
}

export function isInForce({ from, to }: Pick<Division, 'from' | 'to'>, day: string): boolean {
  return (from === null || from <= day) && (to === null || day < to);
}
