import { EVENT_COLUMNS, toRecordedEvent, type EventRow, type RecordedEvent } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { RequestLoader } from '../graphql/request-loader.js';
import { Positions } from '../log/positions.js';
import { UPCASTERS } from '../log/upcasters.js';

const TEMPLATE = sqlFile(import.meta.url, 'claim-events.sql');
const EVENTS = TEMPLATE.replace('{{columns}}', EVENT_COLUMNS);
const POSITIONS = TEMPLATE.replace('{{columns}}', 'e.position');

/**
 * What happened to claims, by their number, in the order of the log: to themselves and their payments, what was reserved
 * and released for them, and which documents they rest on or no longer do.
 */
@Injectable()
export class ClaimEvents extends RequestLoader<readonly RecordedEvent[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {
    super();
  }

  /** Positions of one claim's events up to a position, in order. */
  async positionsOf(tenant: string, claim: string, upTo: bigint): Promise<string[]> {
    const { rows } = await this.pool.query<{ position: string }>({
      name: 'es.claim-positions',
      text: POSITIONS,
      values: [tenant, [claim], upTo.toString()],
    });
    return rows.map(({ position }) => position);
  }

  protected async loadAll(
    tenant: string,
    claims: readonly string[],
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    return this.read(tenant, claims, (await this.positions.of(tenant)).position);
  }

  protected override foldAll(
    context: GraphqlContext,
    claims: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    return this.read(userOf(context).tenant, claims, upTo);
  }

  private async read(
    tenant: string,
    claims: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
    const { rows } = await this.pool.query<EventRow & { claim: string }>({
      name: 'es.claim-events',
      text: EVENTS,
      values: [tenant, claims, upTo.toString()],
    });
    const events = new Map<string, RecordedEvent[]>(claims.map((claim) => [claim, []]));
    for (const row of rows) events.get(row.claim)?.push(toRecordedEvent(tenant, row, UPCASTERS));
    return events;
  }
}
