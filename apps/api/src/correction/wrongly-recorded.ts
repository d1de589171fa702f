import { EventFormatError, type RecordedWrongly, type StoredEvent } from '@duixian/casework';
import { EventStore, readSetAside } from '@duixian/event-store';
import { parseEvent } from '@duixian/treasury';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { readProjection } from '../log/read-projection.js';

/** Finds what is to be corrected, and what is wrong with it. */
@Injectable()
export class WronglyRecorded {
  constructor(
    private readonly store: EventStore,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  /** The event at a position of the city's log, as it was recorded; null when there is none. */
  async at(tenant: string, position: string): Promise<RecordedWrongly | null> {
    const before = BigInt(position) - 1n;
    const [event] = before < 0n ? [] : await this.store.readAll(tenant, before, 1);
    if (event === undefined) return null;
    const { type, meta, eventId, stream, correction, schemaVersion, occurredOn, data } = event;
    const [aside] = await readSetAside(this.pool, readProjection.name, tenant, { after: before, limit: 1 });
    const isAside = aside?.position === event.position && aside.because === null;
    return {
      position,
      event: eventId,
      stream,
      type,
      original: { type, meta, ...(correction?.original ?? { schemaVersion, occurredOn, data }) },
      fault: isAside ? aside.error : (event.fault ?? problemOf(event)),
    };
  }
}

/** Why nobody can read it; null when it is an event as its type says. */
export function problemOf(event: StoredEvent): string | null {
  try {
    parseEvent(event);
    return null;
  } catch (error) {
    if (error instanceof EventFormatError) return error.message;
    throw error;
  }
}
