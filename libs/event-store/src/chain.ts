import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { GuardChange } from './command.js';
import type { NewEvent } from './event.js';

/** What the first event of a tenant follows on. */
export const GENESIS = Buffer.alloc(32);

/** What an event says, with where it says it; when it is recorded, and in which place, is the log's part. */
export interface Envelope extends NewEvent {
  readonly tenant: string;
  readonly stream: string;
  /** 16 random bytes in hex: who knows the leaf alone cannot try contents until one fits. */
  readonly nonce: string;
}

/** SHA-256 over the canonical JSON of the envelope. */
export function leafOf({
  tenant,
  stream,
  nonce,
  eventId,
  type,
  schemaVersion,
  occurredOn,
  data,
  meta,
}: Envelope): Buffer {
  const envelope = { data, eventId, meta, nonce, occurredOn, schemaVersion, stream, tenant, type };
  return createHash('sha256').update(canonicalJson(envelope)).digest();
}

/** The command by which an event came, as the log keeps it. */
export interface LinkedCommand {
  readonly commandId: string;
  readonly requestHash: string;
  /** What it did to the guards; see {@link movesOf}. */
  readonly moves: string;
}

/** What the log adds to a leaf. */
export interface Place {
  readonly position: bigint;
  readonly version: number;
  /** ISO 8601 in UTC with microseconds. */
  readonly recordedAt: string;
}

/** The link of one event: SHA-256 over the link before, the leaf, and what `es.append` says of its place and command. */
export function linkOf(previous: Buffer, leaf: Buffer, place: Place, command: LinkedCommand): Buffer {
  const { commandId, requestHash, moves } = command;
  const text =
    `${place.position}:${place.version}:${place.recordedAt}:` +
    `${lengthOf(commandId)}:${commandId}:${lengthOf(requestHash)}:${requestHash}:${moves}`;
  return createHash('sha256').update(previous).update(leaf).update(text).digest();
}

/**
 * What a command does to the guards, as `es.command` keeps it: `[[account, reserve, paid], [account, reserve, paid,
 * ceiling], …]`, amounts as texts. A change that only compares does nothing, and is left out.
 */
export function movesOf(changes: readonly GuardChange[]): string {
  const moves = changes
    .filter(({ ceiling, reserve, paid }) => ceiling !== undefined || reserve !== undefined || paid !== undefined)
    .map(({ account, ceiling, reserve, paid }) => {
      const move = [account, (reserve ?? 0n).toString(), (paid ?? 0n).toString()];
      return ceiling === undefined ? move : [...move, ceiling === null ? null : ceiling.toString()];
    });
  return moves.length === 0 ? '' : JSON.stringify(moves);
}

function lengthOf(text: string): number {
  return Buffer.byteLength(text);
}
