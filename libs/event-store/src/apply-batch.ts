import type pg from 'pg';
import type { RecordedEvent } from './event.js';
import type { Projection } from './projection.js';
import { moveProgress, noteCorrections } from './read-schema.js';
import { applyWithoutFaults, type SetAside } from './set-aside.js';

/** Brings the tables in `schema` from before the batch to after it, inside a transaction. */
export async function applyBatch(
  projection: Projection,
  batch: readonly RecordedEvent[],
  tx: pg.ClientBase,
  schema: string,
): Promise<readonly SetAside[]> {
  const last = batch.at(-1);
  if (last === undefined) return [];
  const found = await applyWithoutFaults(projection, batch, tx, schema);
  await moveProgress(tx, schema, last.tenant, last.position);
  await noteCorrections(tx, schema, batch);
  return found;
}
