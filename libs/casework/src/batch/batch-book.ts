import type { StepPaper } from '../claim/route-schema.js';
import type { PlainDate } from '../common/plain-date.js';
import type { Person } from '../correction/correction-event.js';
import type { BatchEvent } from './batch-event.js';

/** Who did something to a batch, as he was called then, and on which day. */
export interface BatchAct {
  readonly by: Person;
  readonly on: PlainDate;
}

/** A claim that was put into a batch. */
export interface BatchedClaim {
  readonly claim: string;
  readonly put: BatchAct;
  /** Null while it is in. */
  readonly out: (BatchAct & { readonly reason: string }) | null;
}

/** The collective decision (集体研究) on a batch. */
export interface BatchMinutes extends BatchAct {
  readonly opinion: string;
  readonly paper: StepPaper;
  /** The claims on which it decided. */
  readonly claims: readonly string[];
}

/** Claims of one clause that go to the collective decision together. */
export interface Batch {
  readonly id: string;
  readonly name: string;
  readonly policy: string;
  /** Full id of the clause. */
  readonly measure: string;
  readonly opened: BatchAct;
  /** In the order in which they were put there; one that was split out and put there again stands twice. */
  readonly claims: readonly BatchedClaim[];
  /** Null until it is decided on. */
  readonly minutes: BatchMinutes | null;
}

/** The batches of a document, by their ids, in the order in which they were opened. */
export type BatchBook = ReadonlyMap<string, Batch>;

export const NO_BATCHES: BatchBook = new Map();

/** @throws Error when something happens to a batch before it is opened. */
export function foldBatches(events: readonly BatchEvent[]): BatchBook {
  return events.reduce(evolveBatches, NO_BATCHES);
}

function evolveBatches(book: BatchBook, event: BatchEvent): BatchBook {
  const { userId, username, displayName } = event.meta.actor;
  const act: BatchAct = { by: { userId, username, displayName }, on: event.occurredOn };
  return new Map(book).set(event.data.batch.id, after(book.get(event.data.batch.id), event, act));
}

function after(batch: Batch | undefined, event: BatchEvent, act: BatchAct): Batch {
  if (event.type === 'ClaimsGathered') {
    const { policy, measure, claims } = event.data;
    const { claims: before, ...opened } = batch ?? {
      ...{ ...event.data.batch, policy, measure, opened: act, claims: [], minutes: null },
    };
    return { ...opened, claims: [...before, ...claims.map((claim) => ({ claim, put: act, out: null }))] };
  }
  if (batch === undefined) throw new Error(`${event.type} stands before ${event.data.batch.id} was opened.`);
  if (event.type === 'BatchMinuted') {
    const { opinion, paper, claims } = event.data;
    return { ...batch, minutes: { ...act, opinion, paper, claims } };
  }
  const { claims: out, reason } = event.data;
  return {
    ...batch,
    claims: batch.claims.map((each) =>
      each.out === null && out.includes(each.claim) ? { ...each, out: { ...act, reason } } : each,
    ),
  };
}

/** The claims that are in it, by their numbers. */
export function claimsIn({ claims }: Batch): readonly string[] {
  return claims.flatMap(({ claim, out }) => (out === null ? [claim] : []));
}
