import { createHash, hash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import type { NewEvent } from './event.js';

/** What the first event of a tenant follows on. */
export const GENESIS = Buffer.alloc(32);

const NONCE_BYTES = 16;
/** Drawn at once, since a call for each would cost as much as its hash. */
const NONCES_DRAWN = 256;
let drawn = '';
let taken = 0;

/** 16 random bytes in hex: who knows a leaf alone cannot try contents until one fits. */
export function nextNonce(): string {
  if (taken === drawn.length) {
    drawn = randomBytes(NONCE_BYTES * NONCES_DRAWN).toString('hex');
    taken = 0;
  }
  const from = taken;
  taken += 2 * NONCE_BYTES;
  return drawn.slice(from, taken);
}

/** What is hashed of an event, and its larger parts as they are written in it. */
export interface Sealed {
  /** SHA-256, in hex, over the canonical JSON of the envelope. */
  readonly leaf: string;
  /** Canonical JSON. */
  readonly data: string;
  readonly meta: string;
}

/** Hashes what an event says; see {@link Sealed}. */
export function sealOf(tenant: string, stream: string, nonce: string, event: NewEvent): Sealed {
  const data = canonicalJson(event.data);
  const meta = canonicalJson(event.meta);
  const { eventId, occurredOn, schemaVersion, type } = event;
  // The members by name in the order of RFC 8785, since this is done for every event that is appended.
  const leaf = hash(
    'sha256',
    `{"data":${data},"eventId":${canonicalJson(eventId)},"meta":${meta},` +
      `"nonce":"${nonce}","occurredOn":${canonicalJson(occurredOn)},"schemaVersion":${schemaVersion},` +
      `"stream":${canonicalJson(stream)},"tenant":${canonicalJson(tenant)},"type":${canonicalJson(type)}}`,
  );
  return { leaf, data, meta };
}

/** The command by which an event came, as the log keeps it. */
export interface LinkedCommand {
  readonly commandId: string;
  readonly requestHash: string;
  /** What it did to the guards, as `moves.ts` writes it. */
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
  const text = `${place.position}:${place.version}:${place.recordedAt}:${labelOf(command)}${command.moves}`;
  return createHash('sha256').update(previous).update(leaf, 'hex').update(text).digest();
}

/** What a link says of a command before its moves. */
export function labelOf({ commandId, requestHash }: Pick<LinkedCommand, 'commandId' | 'requestHash'>): string {
  return `${lengthOf(commandId)}:${commandId}:${lengthOf(requestHash)}:${requestHash}:`;
}

function lengthOf(text: string): number {
  return Buffer.byteLength(text);
}
