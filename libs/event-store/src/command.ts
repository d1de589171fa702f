import type { NewEvent } from './event.js';

/** `expectedVersion` of a stream that may have any version. */
export const ANY_VERSION = -1;

/** Events for one stream. */
export interface StreamAppend {
  readonly stream: string;
  /** Version the decision saw: 0 = the stream must not exist yet, {@link ANY_VERSION} = no matter. */
  readonly expectedVersion: number;
  /** At least one. */
  readonly events: readonly NewEvent[];
}

/** A stream that a decision read and does not write. */
export interface SeenStream {
  readonly stream: string;
  /** Version the decision saw: 0 = there was none. */
  readonly version: number;
}

/**
 * A change of one guard: a running total that may not pass its ceiling. Amounts are fen, or counts for a quota.
 * The change is applied whole (ceiling, then both deltas) and makes the guard's version one higher; a change that
 * names no ceiling and no delta only compares `expectedVersion`.
 */
export interface GuardChange {
  readonly account: string;
  /** Sets the ceiling; null = none. Left out: stays as it is. One below what is used is refused. */
  readonly ceiling?: bigint | null;
  /** Signed change of what is reserved. */
  readonly reserve?: bigint;
  /** Signed change of what is paid. Posting a reservation of x is `{ reserve: -x, paid: x }`. */
  readonly paid?: bigint;
  /** Version the decision depended on; 0 = never mentioned before. Left out: only the ceiling has to hold. */
  readonly expectedVersion?: bigint | number;
}

/** What one command wants recorded: all of it, or nothing. */
export interface AppendCommand {
  readonly tenant: string;
  /** Sent again with the same `requestHash`, it takes effect once and gets the first answer. */
  readonly commandId: string;
  readonly requestHash: string;
  /** At least one; each stream once. */
  readonly streams: readonly StreamAppend[];
  /** Nothing is recorded unless each of these still has its version. None of `streams`; each once. */
  readonly seen?: readonly SeenStream[];
  /** Each account once. */
  readonly guards: readonly GuardChange[];
  /** The database takes the time of recording; a caller cannot. */
  readonly recordedAt?: never;
}

/** What became of a command. Only `appended` wrote anything, and only `appended` and `repeated` are successes. */
export type AppendResult =
  | { readonly outcome: 'appended'; readonly first: bigint; readonly last: bigint }
  | { readonly outcome: 'repeated'; readonly first: bigint; readonly last: bigint }
  | { readonly outcome: 'command-mismatch' }
  | {
      readonly outcome: 'stream-conflict';
      readonly stream: string;
      readonly expected: number;
      readonly actual: number;
    }
  | { readonly outcome: 'guard-conflict'; readonly account: string }
  | {
      readonly outcome: 'ceiling-refused';
      readonly account: string;
      readonly ceiling: bigint;
      readonly used: bigint;
      readonly asked: bigint;
    };

/** A guard as it stands. `reserved + paid` never passes `ceiling`. */
export interface Guard {
  readonly account: string;
  readonly ceiling: bigint | null;
  readonly reserved: bigint;
  readonly paid: bigint;
  /** Number of changes so far; 0 = never mentioned. */
  readonly version: bigint;
}

/** What is stored of a command that took effect: its request and the positions of its events. */
export interface StoredCommand {
  readonly requestHash: string;
  readonly first: bigint;
  readonly last: bigint;
}
