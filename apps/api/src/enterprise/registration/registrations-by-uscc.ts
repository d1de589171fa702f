import { enterpriseStream } from '@duixian/casework';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Positions } from '../../log/positions.js';
import { rowsOf } from '../../log/rows.js';
import { foldIntoRegistrations, type RegistrationRow } from './registration-table.js';

/** What was proposed to register under each code, all that a request names in one query. */
@Injectable()
export class RegistrationsByUscc extends RequestLoader<RegistrationRow> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(tenant: string, usccs: readonly string[]): Promise<ReadonlyMap<string, RegistrationRow>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<RegistrationRow>({
      name: 'read.registrations-by-uscc',
      text: 'select * from read.registration_at($1, $3) where uscc = any ($2)',
      values: [tenant, usccs, position.toString()],
    });
    return new Map(rows.map((row) => [row.uscc, row]));
  }

  protected override foldAll(
    context: GraphqlContext,
    usccs: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, RegistrationRow | Error>> {
    const { tenant } = userOf(context);
    return this.streams.by({ tenant, upTo }, usccs, enterpriseStream, (events) => {
      const [row] = rowsOf(events, foldIntoRegistrations);
      return row ?? null;
    });
  }
}
