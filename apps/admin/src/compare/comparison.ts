import type { EvidenceKind } from '../api/schema/enums.generated.js';
import type { ComparedClaim } from './documents.js';

/** One thing that is said of both claims, as people read it; null where nothing is said of a claim. */
export interface ComparedRow {
  readonly key: string;
  readonly label: string;
  readonly left: string | null;
  readonly right: string | null;
}

/** Documents that both state. */
export interface SharedPaper {
  readonly kind: EvidenceKind;
  readonly number: string;
}

/** Whether the two differ in it. */
export function differs({ left, right }: ComparedRow): boolean {
  return left !== right;
}

/** What is said of either claim under one key, the left one's first; `said` gives what stands under a key. */
export function rowsOf<Item>(
  left: readonly Item[],
  right: readonly Item[],
  keyOf: (item: Item) => string,
  labelOf: (item: Item) => string,
  said: (item: Item) => string,
): ComparedRow[] {
  const labels = new Map<string, string>();
  for (const item of [...left, ...right]) if (!labels.has(keyOf(item))) labels.set(keyOf(item), labelOf(item));
  const saidUnder = (items: readonly Item[], key: string) => {
    const found = items.filter((item) => keyOf(item) === key).map(said);
    return found.length === 0 ? null : found.join('\n');
  };
  return [...labels].map(([key, label]) => ({ key, label, left: saidUnder(left, key), right: saidUnder(right, key) }));
}

/**
 * The papers that both state: under one number, or such as the system knows for one, since a paper may have been stated as
 * another kind.
 */
export function sharedPapers(left: ComparedClaim, right: ComparedClaim): SharedPaper[] {
  return left.evidence.filter(
    ({ kind, number, contestedBy }) =>
      contestedBy.some(({ id }) => id === right.id) ||
      right.evidence.some((other) => other.kind === kind && other.number === number),
  );
}

/** The days on which steps were taken, each the last time, in the order in which they follow each other. */
const DATED_STEPS = [
  'ClaimSubmitted',
  'ClaimReturned',
  'ClaimResubmitted',
  'ClaimAccepted',
  'ClaimReviewed',
  'ClaimDetermined',
  'DeterminationPublicised',
  'PaymentsInstructed',
  'PaymentConfirmed',
  'ClaimPaid',
  'ClaimSettled',
  'ClaimRejected',
  'ClaimWithdrawn',
  'ClaimDeclined',
] as const;

export type DatedStep = ComparedClaim['timeline'][number];

/** Of each step that leads a claim on, the last time that it was taken. */
export function datedSteps({ timeline }: ComparedClaim): DatedStep[] {
  return DATED_STEPS.flatMap((type) => timeline.findLast((entry) => entry.type === type) ?? []);
}

/** Steps of both claims in one order, so that one that only the right one has stands where it belongs. */
export function inOrderOfSteps(rows: readonly ComparedRow[]): ComparedRow[] {
  const placeOf = ({ key }: ComparedRow) => DATED_STEPS.findIndex((type) => type === key);
  return [...rows].sort((one, other) => placeOf(one) - placeOf(other));
}
