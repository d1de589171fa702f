import { foldCorrection, parseCorrectionEvent, type Correction } from '@duixian/casework';
import {
  CORRECTION_STREAM_PREFIX,
  EVENT_COLUMNS,
  toRecordedEvent,
  type EventRow,
  type RecordedEvent,
} from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { UPCASTERS } from '../../log/upcasters.js';

/** Corrections shown: the latest; a city that had more of them has other troubles. */
export const CORRECTIONS_MAX = 100;

/** The streams are found by the index on their names: whatever begins with the prefix sorts before the next character. */
const SQL = `
  select ${EVENT_COLUMNS}
    from (select stream from es.stream
           where tenant = $1 and stream >= $2 and stream < $3
           limit 10000) s
    join es.event e on e.tenant = $1 and e.stream = s.stream
   order by e.position`;

/** What was proposed in place of events that nobody can read, read from the log itself. */
@Injectable()
export class CorrectionList {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /** The latest proposal for each event, the newest first. */
  async of(tenant: string): Promise<Correction[]> {
    const end = `${CORRECTION_STREAM_PREFIX.slice(0, -1)}.`;
    const { rows } = await this.pool.query<EventRow>(SQL, [tenant, CORRECTION_STREAM_PREFIX, end]);
    const streams = new Map<string, RecordedEvent[]>();
    for (const row of rows) {
      const event = toRecordedEvent(tenant, row, UPCASTERS);
      // The one that something was said of last comes last.
      const earlier = streams.get(event.stream) ?? [];
      streams.delete(event.stream);
      streams.set(event.stream, [...earlier, event]);
    }
    const folded = [...streams.values()].map((events) => foldCorrection(events.map(parseCorrectionEvent)));
    return folded
      .filter((each) => each !== null)
      .toReversed()
      .slice(0, CORRECTIONS_MAX);
  }
}
