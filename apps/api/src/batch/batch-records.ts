import {
  batchesStream,
  foldBatches,
  NO_BATCHES,
  parseBatchEvent,
  policyOfBatch,
  type AskedClaim,
  type Batch,
  type BatchBook,
} from '@duixian/casework';
import type { Records } from '../command/records.js';

/** The batches of a document. */
export function batchBook(records: Records, policy: string): Promise<BatchBook> {
  return records.fold(batchesStream(policy), parseBatchEvent, foldBatches);
}

/** A batch by its id; null where there is none. */
export async function batchOf(records: Records, id: string): Promise<Batch | null> {
  const policy = policyOfBatch(id);
  const book = policy === null ? NO_BATCHES : await batchBook(records, policy);
  return book.get(id) ?? null;
}

/** Claims by their numbers, in the order in which they were asked for. */
export function askedClaims(records: Records, ids: readonly string[]): Promise<AskedClaim[]> {
  return Promise.all(ids.map(async (id) => ({ id, claim: await records.claim(id) })));
}
