import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { RequestLoader } from '../../graphql/request-loader.js';
import { Contact } from './enterprise.type.js';

/** Contacts by the enterprise's credit code; an erased one is left out. */
@Injectable()
export class ContactsByUscc extends RequestLoader<Contact> {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {
    super();
  }

  protected async loadAll(tenant: string, usccs: readonly string[]): Promise<ReadonlyMap<string, Contact>> {
    const { rows } = await this.pool.query<Contact & { uscc: string }>({
      name: 'identity.contacts-by-uscc',
      text: `select uscc, name, phone, email, bank_account as "bankAccount"
               from identity.contact where tenant = $1 and uscc = any ($2)`,
      values: [tenant, usccs],
    });
    return new Map(rows.map(({ uscc, ...contact }) => [uscc, Object.assign(new Contact(), contact)]));
  }
}
