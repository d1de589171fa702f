import type { RecordedEvent } from '@duixian/event-store';
import { Inject } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { RequestLoader } from '../graphql/request-loader.js';
import { FoldStreams } from './fold-streams.js';
import { Positions } from './positions.js';

/** Loads what is made of one stream for each key: from its table, or for the answer of a mutation from the log. */
export abstract class StreamLoader<Row extends object, Value> extends RequestLoader<Value> {
  /** Asks the table for the rows of keys (`$2`) in a city (`$1`) at a position (`$3`). */
  protected abstract readonly query: { readonly name: string; readonly text: string };
  protected abstract readonly streamOf: (key: string) => string;

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected abstract valuesOf(rows: readonly Row[]): ReadonlyMap<string, Value>;
  /** Null where the events say nothing of it. */
  protected abstract foldOf(events: readonly RecordedEvent[]): Value | null;

  protected async loadAll(tenant: string, keys: readonly string[]): Promise<ReadonlyMap<string, Value>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<Row>({ ...this.query, values: [tenant, keys, position.toString()] });
    return this.valuesOf(rows);
  }

  protected override foldAll(
    context: GraphqlContext,
    keys: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, Value | Error>> {
    const { tenant } = userOf(context);
    return this.streams.by({ tenant, upTo }, keys, this.streamOf, (events) => this.foldOf(events));
  }
}

/** Rows by the enterprise that they are about, in their order. */
export function byEnterprise<Row extends { readonly uscc: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.uscc, [...(groups.get(row.uscc) ?? []), row]);
  return groups;
}
