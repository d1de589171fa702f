import { createHash } from 'node:crypto';

/** The columns of an entry over which its hash is made, in this order, each as text. */
export type HashedColumns = readonly (string | null)[];

/** What the first entry of a city follows on. */
export const GENESIS = Buffer.alloc(32);

/**
 * SHA-256 over the hash before and each column as `<bytes>:<text>`, or `-` for null: no two entries have the same text.
 * `identity.record_security` computes the same when it writes; here it is computed again without trusting the database.
 */
export function entryHash(previous: Buffer, columns: HashedColumns): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const column of columns) hash.update(column === null ? '-' : `${Buffer.byteLength(column)}:${column}`);
  return hash.digest();
}
