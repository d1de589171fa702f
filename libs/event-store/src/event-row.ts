import type { Correction, EventContent, JsonObject, RecordedEvent } from './event.js';
import { upcast, type Upcasters } from './upcasters.js';

/** A correction of an event stands in a stream of its own: this, and the event's id. */
export const CORRECTION_STREAM_PREFIX = 'correction-';
/** Type of the event from which on a correction holds; its data has an {@link EventContent} as `content`. */
export const CORRECTION_AGREED = 'CorrectionAgreed';

const RECORDED_AT = `to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const CORRECTION = `
  (select jsonb_build_object('position', c.position::text,
                             'recordedAt', ${RECORDED_AT.replace('recorded_at', 'c.recorded_at')},
                             'data', c.data, 'meta', c.meta)
     from es.event c
    where c.tenant = e.tenant and c.stream = '${CORRECTION_STREAM_PREFIX}' || e.event_id and c.type = '${CORRECTION_AGREED}'
    order by c.version desc limit 1)`;

// The upper bound is the prefix with the next byte in place of its last one.
const HAS_CORRECTIONS = `
  (select exists (select from es.stream
                   where tenant = $1 and stream >= '${CORRECTION_STREAM_PREFIX}' and stream < 'correction.'))`;

function columnsWith(correction: string): string {
  return `
  e.position, e.stream, e.version, e.event_id, e.type, e.schema_version,
  to_char(e.occurred_on, 'YYYY-MM-DD') as occurred_on,
  ${RECORDED_AT.replace('recorded_at', 'e.recorded_at')} as recorded_at,
  e.data, e.meta, ${correction} as correction`;
}

/**
 * Columns of es.event, called `e`, as {@link toRecordedEvent} takes them; dates as text, so that no time zone touches
 * them. The last one is the correction that holds: whoever reads events reads it along, and cannot forget to.
 */
export const EVENT_COLUMNS = columnsWith(CORRECTION);

/** The same for many events of one tenant, `$1`: where it has no correction at all, none is looked for. */
export const EVENT_COLUMNS_OF_TENANT = columnsWith(`case when ${HAS_CORRECTIONS} then ${CORRECTION} end`);

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
  correction: {
    position: string;
    recordedAt: string;
    data: JsonObject & { content: EventContent };
    meta: JsonObject;
  } | null;
}

/** The event in its newest shape, as corrected. */
export function toRecordedEvent(tenant: string, row: EventRow, upcasters: Upcasters): RecordedEvent {
  const original: EventContent = {
    schemaVersion: row.schema_version,
    occurredOn: row.occurred_on,
    data: row.data,
  };
  return {
    tenant,
    position: BigInt(row.position),
    stream: row.stream,
    version: row.version,
    eventId: row.event_id,
    type: row.type,
    recordedAt: row.recorded_at,
    meta: row.meta,
    correction: correctionOf(row, original),
    ...inNewestShape(upcasters, row.type, row.correction?.data.content ?? original),
  };
}

function correctionOf({ correction }: EventRow, original: EventContent): Correction | null {
  return correction === null ? null : { ...correction, position: BigInt(correction.position), original };
}

/** An upcast that fails is the fault of its event alone: the events around it are read. */
function inNewestShape(
  upcasters: Upcasters,
  type: string,
  content: EventContent,
): EventContent & { readonly fault: string | null } {
  const { schemaVersion, occurredOn, data } = content;
  try {
    return { occurredOn, fault: null, ...upcast(upcasters, type, schemaVersion, data) };
  } catch (error) {
    return { occurredOn, schemaVersion, data, fault: String(error) };
  }
}
