import { labelOf, nextNonce, sealOf, type Sealed } from './chain.js';
import type { AppendCommand, AppendResult, GuardChange, StreamAppend } from './command.js';
import { EventStoreError } from './errors.js';
import type { NewEvent } from './event.js';
import { movesOf } from './moves.js';

/** What es.append answers to one command; a result, or an invariant that the command would have broken. */
export type GroupAnswer =
  | { outcome: 'appended' | 'repeated'; first: string; last: string }
  | { outcome: 'command-mismatch' }
  | { outcome: 'stream-conflict'; stream: string; expected: number; actual: number }
  | { outcome: 'guard-conflict' | 'guard-below-zero'; account: string }
  | { outcome: 'ceiling-refused'; account: string; ceiling: string; used: string; asked: string };

/** Gives each name an index from 1, in order of first mention. */
class Names {
  readonly list: string[] = [];
  private readonly indexes = new Map<string, number>();

  indexOf(name: string): number {
    const known = this.indexes.get(name);
    if (known !== undefined) return known;
    const index = this.list.push(name);
    this.indexes.set(name, index);
    return index;
  }
}

/** The group as es.append takes it: `es.append_group` in `migrations/` (0002, 0007, 0010, 0011) describes the columns. */
export function encodeGroup(group: readonly AppendCommand[]): string {
  const streams = new Names();
  const accounts = new Names();
  const appends = group.flatMap(appendsOf);
  const changes = group.flatMap((command) => command.guards);
  const events = sealedEvents(group);
  const amounts = changes.map(amountsOf);
  const columns = JSON.stringify({
    command_ids: group.map((command) => command.commandId),
    command_hashes: group.map((command) => command.requestHash),
    command_moves: group.map((command) => movesOf(command.guards)),
    command_labels: group.map(labelOf),
    command_appends: group.map((command) => appendsOf(command).length),
    command_changes: group.map((command) => command.guards.length),
    append_stream: appends.map((append) => streams.indexOf(append.stream)),
    append_expected: appends.map((append) => append.expectedVersion),
    append_events: appends.map((append) => append.events.length),
    change_account: changes.map((change) => accounts.indexOf(change.account)),
    change_sets: changes.map((change) => change.ceiling !== undefined),
    change_ceiling: changes.map((change) => change.ceiling?.toString() ?? null),
    change_expected: changes.map((change) => change.expectedVersion?.toString() ?? null),
    change_reserve: amounts.map((amount) => amount.reserve),
    change_paid: amounts.map((amount) => amount.paid),
    event_append: events.map(({ append }) => append),
    event_n: events.map(({ n }) => n),
    event_ids: events.map(({ event }) => event.eventId),
    event_types: events.map(({ event }) => event.type),
    event_schemas: events.map(({ event }) => event.schemaVersion),
    event_dates: events.map(({ event }) => event.occurredOn),
    event_seals: events.map(({ nonce, leaf }) => `\\x${nonce}${leaf}`),
    streams: streams.list,
    accounts: accounts.list,
  });
  // Written already, to be hashed: a second time would cost as much as the hash.
  const data = events.map((event) => event.data).join();
  const meta = events.map((event) => event.meta).join();
  return `${columns.slice(0, -1)},"event_data":[${data}],"event_meta":[${meta}]}`;
}

interface SealedEvent extends Sealed {
  readonly event: NewEvent;
  /** Index of its append, from 1, and its place there, from 1. */
  readonly append: number;
  readonly n: number;
  readonly nonce: string;
}

/** All events in order, each with the hash of what it says. */
function sealedEvents(group: readonly AppendCommand[]): SealedEvent[] {
  const sealed: SealedEvent[] = [];
  let append = 0;
  for (const command of group) {
    for (const { stream, events } of appendsOf(command)) {
      append += 1;
      for (const [offset, event] of events.entries()) {
        const nonce = nextNonce();
        sealed.push({ event, append, n: offset + 1, nonce, ...sealOf(command.tenant, stream, nonce, event) });
      }
    }
  }
  return sealed;
}

/** What was only seen is an append without events. */
function appendsOf({ streams, seen = [] }: AppendCommand): readonly StreamAppend[] {
  return [...streams, ...seen.map(({ stream, version }) => ({ stream, expectedVersion: version, events: [] }))];
}

function amountsOf({ ceiling, reserve, paid }: GuardChange) {
  const compares = ceiling === undefined && reserve === undefined && paid === undefined;
  if (compares) return { reserve: null, paid: null };
  return { reserve: (reserve ?? 0n).toString(), paid: (paid ?? 0n).toString() };
}

/**
 * The result of one command.
 *
 * @throws EventStoreError `GUARD_BELOW_ZERO` when more was released or taken back than the guard held.
 */
export function decodeAnswer(answer: GroupAnswer): AppendResult {
  switch (answer.outcome) {
    case 'appended':
    case 'repeated':
      return { outcome: answer.outcome, first: BigInt(answer.first), last: BigInt(answer.last) };
    case 'ceiling-refused':
      return {
        outcome: answer.outcome,
        account: answer.account,
        ceiling: BigInt(answer.ceiling),
        used: BigInt(answer.used),
        asked: BigInt(answer.asked),
      };
    case 'guard-conflict':
      return { outcome: answer.outcome, account: answer.account };
    case 'guard-below-zero':
      throw new EventStoreError(
        'GUARD_BELOW_ZERO',
        `${answer.account} holds less than the command takes off it: let the decider read what is reserved and paid.`,
        answer.account,
      );
    case 'command-mismatch':
    case 'stream-conflict':
      return answer;
  }
}
