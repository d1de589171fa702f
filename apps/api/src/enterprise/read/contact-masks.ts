import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import type { ContactChangeRow } from '../read-model/contact-table.js';

/** Changes of contacts by the enterprise's code, masked, the newest first. */
@Injectable()
export class ContactMasks extends RequestLoader<readonly ContactChangeRow[]> {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {
    super();
  }

  protected async loadAll(
    tenant: string,
    usccs: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ContactChangeRow[]>> {
    const { rows } = await this.pool.query<ContactChangeRow>({
      name: 'read.contact-changes',
      text: 'select * from read.contact_change where tenant = $1 and uscc = any ($2) order by position desc',
      values: [tenant, usccs],
    });
    const changes = new Map<string, ContactChangeRow[]>();
    for (const row of rows) changes.set(row.uscc, [...(changes.get(row.uscc) ?? []), row]);
    return changes;
  }
}
