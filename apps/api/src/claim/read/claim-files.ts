import { claimStream, foldClaim, parseClaimEvent, type Claim, type ClaimEvent } from '@duixian/casework';
import { EVENT_COLUMNS, toRecordedEvent, type EventRow, type RecordedEvent } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { unreadableRecord } from '../../graphql/errors.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Positions } from '../../log/positions.js';
import { UPCASTERS } from '../../log/upcasters.js';

/** All that the log holds on one claim. */
export interface ClaimFile {
  /** The claim as the deciders see it. */
  readonly claim: Claim;
  readonly claimEvents: readonly ClaimEvent[];
  /** Its own events and those of its payments, in the order of the log. */
  readonly events: readonly RecordedEvent[];
}

const SQL = sqlFile(import.meta.url, 'claim-files.sql').replace('{{columns}}', EVENT_COLUMNS);

/** The files of claims by number, all that a request opens in one query. */
@Injectable()
export class ClaimFiles extends RequestLoader<ClaimFile> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, ClaimFile | Error>> {
    return this.read(tenant, ids, (await this.positions.of(tenant)).position);
  }

  protected override foldAll(
    context: GraphqlContext,
    ids: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, ClaimFile | Error>> {
    return this.read(userOf(context).tenant, ids, upTo);
  }

  private async read(
    tenant: string,
    ids: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, ClaimFile | Error>> {
    const { rows } = await this.pool.query<EventRow & { claim: string }>({
      name: 'es.claim-files',
      text: SQL,
      values: [tenant, ids, upTo.toString()],
    });
    const events = new Map<string, RecordedEvent[]>(ids.map((id) => [id, []]));
    for (const row of rows) events.get(row.claim)?.push(toRecordedEvent(tenant, row, UPCASTERS));
    return new Map([...events].flatMap(([id, recorded]) => fileOf(id, recorded)));
  }
}

/** No file where there is no such claim. */
function fileOf(id: string, events: readonly RecordedEvent[]): [string, ClaimFile | Error][] {
  const stream = claimStream(id);
  try {
    const claimEvents = events.filter((event) => event.stream === stream).map(parseClaimEvent);
    const claim = foldClaim(claimEvents);
    return claim === null ? [] : [[id, { claim, claimEvents, events }]];
  } catch (error) {
    // Of the other claims that the request opens nothing is wrong.
    return [[id, unreadableRecord(stream, error)]];
  }
}
