import { recusalStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { rowsOf } from '../log/rows.js';
import { StreamLoader } from '../log/stream-loader.js';
import { foldIntoRecusals, type RecusalRow } from './read-model/recusal-table.js';
import { Recusal } from './recusal.type.js';

/** In what officials take no part, by their user ids. */
@Injectable()
export class RecusalRows extends StreamLoader<RecusalRow, readonly RecusalRow[]> {
  protected readonly query = {
    name: 'read.recusals-by-official',
    text: 'select * from read.recusal_at($1, $3) where official = any ($2)',
  };
  protected readonly streamOf = recusalStream;

  protected valuesOf(rows: readonly RecusalRow[]): ReadonlyMap<string, readonly RecusalRow[]> {
    const found = new Map<string, RecusalRow[]>();
    for (const row of rows) found.set(row.official, [...(found.get(row.official) ?? []), row]);
    return found;
  }

  protected foldOf(events: readonly RecordedEvent[]): readonly RecusalRow[] {
    return rowsOf(events, foldIntoRecusals);
  }
}

/** A recusal as it stands. */
export function toRecusal(row: RecusalRow): Recusal {
  return Object.assign(new Recusal(), {
    id: row.id,
    official: row.official_name,
    claim: row.claim,
    uscc: row.uscc,
    since: row.since,
    reason: row.reason,
    orderedBy: row.declared_by.userId === row.official ? null : row.declared_by,
    liftedBy: row.lifted_by,
    liftedOn: row.lifted_on,
    liftReason: row.lift_reason,
  });
}
