import type { JsonObject, RecordedEvent } from './event.js';
import { upcast, type Upcasters } from './upcasters.js';

/** Columns of es.event as {@link toRecordedEvent} takes them; dates as text, so that no time zone touches them. */
export const EVENT_COLUMNS = `
  e.position, e.stream, e.version, e.event_id, e.type, e.schema_version,
  to_char(e.occurred_on, 'YYYY-MM-DD') as occurred_on,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  e.data, e.meta`;

export interface EventRow {
  position: string;
  stream: string;
  version: number;
  event_id: string;
  type: string;
  schema_version: number;
  occurred_on: string;
  recorded_at: string;
  data: JsonObject;
  meta: JsonObject;
}

/** The event in its newest shape. */
export function toRecordedEvent(tenant: string, row: EventRow, upcasters: Upcasters): RecordedEvent {
  const { schemaVersion, data } = upcast(upcasters, row.type, row.schema_version, row.data);
  return {
    tenant,
    position: BigInt(row.position),
    stream: row.stream,
    version: row.version,
    eventId: row.event_id,
    type: row.type,
    schemaVersion,
    occurredOn: row.occurred_on,
    recordedAt: row.recorded_at,
    data,
    meta: row.meta,
  };
}
