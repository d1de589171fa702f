import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { contactStream } from '@duixian/casework';
import { rowsOf } from '../../log/rows.js';
import { foldIntoContacts } from '../read-model/contact-table.js';
import { FoldStreams } from '../../log/fold-streams.js';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Positions } from '../../log/positions.js';
import type { ContactChangeRow } from '../read-model/contact-table.js';

/** Changes of contacts by the enterprise's code, masked, the newest first. */
@Injectable()
export class ContactMasks extends RequestLoader<readonly ContactChangeRow[]> {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly streams: FoldStreams,
    private readonly positions: Positions,
  ) {
    super();
  }

  protected async loadAll(
    tenant: string,
    usccs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ContactChangeRow[]>> {
    const { position } = await this.positions.of(tenant);
    const { rows } = await this.pool.query<ContactChangeRow>({
      name: 'read.contact-changes',
      text: 'select * from read.contact_change_at($1, $3) where uscc = any ($2) order by position desc',
      values: [tenant, usccs, position.toString()],
    });
    const changes = new Map<string, ContactChangeRow[]>();
    for (const row of rows) changes.set(row.uscc, [...(changes.get(row.uscc) ?? []), row]);
    return changes;
  }

  protected override foldAll(
    context: GraphqlContext,
    usccs: readonly string[],
    upTo: bigint,
  ): Promise<ReadonlyMap<string, readonly ContactChangeRow[] | Error>> {
    const { tenant } = userOf(context);
    return this.streams.by({ tenant, upTo }, usccs, contactStream, (events) =>
      newestFirst(rowsOf(events, foldIntoContacts)),
    );
  }
}

/** As the query orders them: one that was found stands before all others, wherever its event is. */
function newestFirst(rows: readonly ContactChangeRow[]): ContactChangeRow[] {
  return rows.toSorted((a, b) => Number(BigInt(b.position) - BigInt(a.position)));
}
