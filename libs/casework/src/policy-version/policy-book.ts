import type { Person } from '../correction/correction-event.js';
import type { PlainDate } from '../common/plain-date.js';
import type { Proposal } from '../common/proposal.js';
import type { PolicyVersionEvent, VersionOccasion } from './policy-version-event.js';

/** A version with its content, for ever. */
export interface RecordedVersion {
  readonly version: string;
  readonly occasion: VersionOccasion;
  readonly yaml: string;
  readonly text: string;
  readonly on: PlainDate;
}

/** A version that decides matters. */
export interface VersionInForce {
  readonly version: string;
  /** Matters from this day on; null: of every day. */
  readonly from: PlainDate | null;
  /** Its place in the log: what was decided before knew nothing of it. Null: it decided already before it was recorded. */
  readonly position: bigint | null;
}

/** A version that an official proposes, and what was said of it. */
export interface VersionProposal {
  readonly proposal: Proposal;
  readonly version: string;
  readonly from: PlainDate;
  readonly reason: string;
  readonly proposedBy: Person;
  /** Who agreed, refused or took it back; null while it is open. */
  readonly answeredBy: Person | null;
}

/** A version that something on record names and nobody has: how many claims do. */
export interface MissedVersion {
  readonly version: string;
  readonly claims: number;
}

/** What is on record of the versions of one policy. */
export interface PolicyBook {
  /** Number of events that it follows. */
  readonly length: number;
  /** In the order in which they were recorded. */
  readonly versions: readonly RecordedVersion[];
  /** In the order in which they came into force: a later one decides the matters of its days instead of those before. */
  readonly inForce: readonly VersionInForce[];
  readonly proposals: readonly VersionProposal[];
  readonly missed: readonly MissedVersion[];
}

export const initialPolicyBook: PolicyBook = { length: 0, versions: [], inForce: [], proposals: [], missed: [] };

/**
 * @param position of the event in the log.
 * @throws Error when an answer stands before its proposal.
 */
export function evolvePolicyBook(book: PolicyBook, event: PolicyVersionEvent, position: bigint): PolicyBook {
  return { ...book, ...changeBy(book, event, position), length: book.length + 1 };
}

function changeBy(book: PolicyBook, event: PolicyVersionEvent, position: bigint): Partial<PolicyBook> {
  switch (event.type) {
    case 'PolicyVersionRecorded':
      return recorded(book, event, position);
    case 'PolicyVersionMissed': {
      const { version, claims } = event.data;
      return { missed: [...book.missed, { version, claims }] };
    }
    case 'PolicyVersionProposed':
      return { proposals: [...book.proposals, proposed(event)] };
    case 'PolicyVersionAgreed': {
      const { version, from } = event.data;
      return { ...answered(book, event), inForce: [...book.inForce, { version, from, position }] };
    }
    case 'PolicyVersionRefused':
    case 'PolicyVersionWithdrawn':
      return answered(book, event);
  }
}

type EventOf<Type extends PolicyVersionEvent['type']> = Extract<PolicyVersionEvent, { type: Type }>;

/** The first version that decides anything comes into force by itself; any other waits for two persons. */
function recorded(book: PolicyBook, event: EventOf<'PolicyVersionRecorded'>, position: bigint): Partial<PolicyBook> {
  const { version, occasion, yaml, text } = event.data;
  const isFirst = book.inForce.length === 0 && occasion !== 'found-in-folder';
  const first: VersionInForce = { version, from: null, position: occasion === 'first-use' ? position : null };
  return {
    versions: [...book.versions, { version, occasion, yaml, text, on: event.occurredOn }],
    missed: book.missed.filter((missed) => missed.version !== version),
    ...(isFirst && { inForce: [first] }),
  };
}

function proposed({ data, meta, occurredOn }: EventOf<'PolicyVersionProposed'>): VersionProposal {
  const { proposal: id, opensUntil, version, from, reason } = data;
  const { userId, username, displayName } = meta.actor;
  const proposal: Proposal = { id, proposedBy: userId, proposedOn: occurredOn, opensUntil, answer: null };
  return { proposal, version, from, reason, proposedBy: { userId, username, displayName }, answeredBy: null };
}

type Answer = EventOf<'PolicyVersionAgreed' | 'PolicyVersionRefused' | 'PolicyVersionWithdrawn'>;

function answered({ proposals }: PolicyBook, event: Answer): Pick<PolicyBook, 'proposals'> {
  const { proposal: id } = event.data;
  if (!proposals.some(({ proposal }) => proposal.id === id)) throw new Error(`${event.type} stands before ${id}.`);
  const { userId, username, displayName } = event.meta.actor;
  const answeredBy = { userId, username, displayName };
  return {
    proposals: proposals.map((each) =>
      each.proposal.id === id ? { ...each, proposal: { ...each.proposal, answer: answerOf(event) }, answeredBy } : each,
    ),
  };
}

function answerOf(event: Answer): NonNullable<Proposal['answer']> {
  const given = { by: event.meta.actor.userId, on: event.occurredOn };
  switch (event.type) {
    case 'PolicyVersionAgreed':
      return { kind: 'agreed', ...given, effectiveFrom: event.data.effectiveFrom };
    case 'PolicyVersionRefused':
      return { kind: 'refused', ...given, reason: event.data.reason };
    case 'PolicyVersionWithdrawn':
      return { kind: 'withdrawn', ...given };
  }
}

/**
 * The version that decides a matter of a day; null where none is on record.
 *
 * @param asOf position in the log: what came later is left aside.
 */
export function versionOn({ inForce }: PolicyBook, day: PlainDate, asOf: bigint | null = null): string | null {
  const counts = ({ from, position }: VersionInForce): boolean =>
    (from === null || from <= day) && (asOf === null || position === null || position <= asOf);
  return inForce.findLast(counts)?.version ?? null;
}

export function versionOf({ versions }: PolicyBook, version: string): RecordedVersion | undefined {
  return versions.find((each) => each.version === version);
}
