import { AsyncResource } from 'node:async_hooks';
import { claimStream, foldClaim, parseClaimEvent, type Claim, type ClaimEvent } from '@duixian/casework';
import {
  EVENT_COLUMNS_OF_TENANT,
  Gathered,
  toRecordedEvent,
  type EventRow,
  type RecordedEvent,
} from '@duixian/event-store';
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

/** A claim by its number, as the log held it at a position. */
interface Asked {
  readonly id: string;
  readonly upTo: bigint;
}

const SQL = sqlFile(import.meta.url, 'claim-files.sql').replace('{{columns}}', EVENT_COLUMNS_OF_TENANT);

/** The files of claims by number, all that a request opens in one query. */
@Injectable()
export class ClaimFiles extends RequestLoader<ClaimFile> {
  /** By city: every mutation of a claim answers with its file, and those that answer together read it together. */
  private readonly answers = new Map<string, Gathered<Asked, readonly RecordedEvent[]>>();
  private readonly outside = new AsyncResource('ClaimFiles');

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, ids: readonly string[]): Promise<ReadonlyMap<string, ClaimFile | Error>> {
    const { position: upTo } = await this.positions.of(tenant);
    const asked = ids.map((id) => ({ id, upTo }));
    return filesOf(ids, await this.read(tenant, asked));
  }

  protected override async foldAll(
    context: GraphqlContext,
    ids: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, ClaimFile | Error>> {
    const answers = this.answersIn(userOf(context).tenant);
    return filesOf(ids, await Promise.all(ids.map((id) => answers.ask({ id, upTo }))));
  }

  private answersIn(tenant: string): Gathered<Asked, readonly RecordedEvent[]> {
    const known = this.answers.get(tenant);
    if (known !== undefined) return known;
    const answers = new Gathered<Asked, readonly RecordedEvent[]>((asked) => this.read(tenant, asked), this.outside);
    this.answers.set(tenant, answers);
    return answers;
  }

  /** The events of each, in the order in which they were asked for. */
  private async read(tenant: string, asked: readonly Asked[]): Promise<(readonly RecordedEvent[])[]> {
    const { rows } = await this.pool.query<EventRow & { asked: number }>({
      name: 'es.claim-files',
      text: SQL,
      values: [tenant, asked.map(({ id }) => id), asked.map(({ upTo }) => upTo.toString())],
    });
    const events = asked.map(() => new Array<RecordedEvent>());
    for (const row of rows) events[row.asked - 1]?.push(toRecordedEvent(tenant, row, UPCASTERS));
    return events;
  }
}

function filesOf(
  ids: readonly string[],
  events: readonly (readonly RecordedEvent[])[],
): ReadonlyMap<string, ClaimFile | Error> {
  return new Map(ids.flatMap((id, index) => fileOf(id, events[index] ?? [])));
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
