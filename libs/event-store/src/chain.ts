import { createHash, hash } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { GuardChange } from './command.js';
import type { NewEvent } from './event.js';

/** What the first event of a tenant follows on. */
export const GENESIS = Buffer.alloc(32);

/** SHA-256, in hex, over the canonical JSON of the envelope. */
export function leafOf(tenant: string, stream: string, nonce: string, event: NewEvent): string {
  // The members by name in the order of RFC 8785, since this is done for every event that is appended.
  const { data, eventId, meta, occurredOn, schemaVersion, type } = event;
  return hash(
    'sha256',
    `{"data":${canonicalJson(data)},"eventId":${canonicalJson(eventId)},"meta":${canonicalJson(meta)},` +
      `"nonce":${canonicalJson(nonce)},"occurredOn":${canonicalJson(occurredOn)},"schemaVersion":${schemaVersion},` +
      `"stream":${canonicalJson(stream)},"tenant":${canonicalJson(tenant)},"type":${canonicalJson(type)}}`,
  );
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
export function linkOf(previous: Buffer, leaf: string, place: Place, command: LinkedCommand): Buffer {
  const { commandId, requestHash, moves } = command;
  const text =
    `${place.position}:${place.version}:${place.recordedAt}:` +
    `${lengthOf(commandId)}:${commandId}:${lengthOf(requestHash)}:${requestHash}:${moves}`;
  return createHash('sha256').update(previous).update(leaf, 'hex').update(text).digest();
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
