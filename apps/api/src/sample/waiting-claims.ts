import { EventStore } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { sqlFile } from '../database/sql-file.js';
import { Positions } from '../log/positions.js';
import { TablesWait } from '../log/tables-wait.js';

const PENDING = sqlFile(import.meta.url, 'pending.sql');
const WAITING = sqlFile(import.meta.url, 'waiting.sql');

/** Of a clause and a round, how many claims wait for a draw. */
export interface Pending {
  readonly measure: string;
  readonly round: string | null;
  readonly claims: number;
}

/** What waits for a draw at a position. */
export interface Waiting {
  readonly claims: readonly string[];
  /** Claims of the same enterprises, clause and year that were drawn once and have ended. */
  readonly ended: readonly string[];
  readonly at: bigint;
}

/** Which claims wait for a draw, as the tables have them. */
@Injectable()
export class WaitingClaims {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly positions: Positions,
    private readonly store: EventStore,
    private readonly tables: TablesWait,
  ) {}

  async pending(tenant: string): Promise<readonly Pending[]> {
    const { position } = await this.positions.of(tenant);
    const query = { name: 'read.pending-samples', text: PENDING, values: [tenant, position.toString()] };
    return (await this.pool.query<Pending>(query)).rows;
  }

  /** Their numbers, and the position up to which they were looked for: the tables are waited for, so that none is left out. */
  async of(
    tenant: string,
    { measure, round }: { readonly measure: string; readonly round: string | null },
  ): Promise<Waiting> {
    const head = await this.store.head(tenant);
    const holds = await this.tables.holds(tenant, head);
    const at = holds ? head : (await this.positions.of(tenant)).position;
    const query = { name: 'read.waiting-for-a-draw', text: WAITING, values: [tenant, measure, round, at.toString()] };
    const { rows } = await this.pool.query<{ id: string; ended: string[] }>(query);
    return { claims: rows.map(({ id }) => id), ended: [...new Set(rows.flatMap(({ ended }) => ended))], at };
  }
}
