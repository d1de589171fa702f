import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { ContactDetails } from './contact-details.js';

/** Contacts of enterprises, in a table outside the log: what is erased here is gone. */
@Injectable()
export class ContactStore {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /** Keeps the contact that came with a registration, unless there is one: that is the newer, if they differ. */
  async saveFirst(tenant: string, uscc: string, { name, phone, email, bankAccount }: ContactDetails): Promise<void> {
    await this.pool.query(
      `insert into identity.contact (tenant, uscc, name, phone, email, bank_account) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant, uscc) do nothing`,
      [tenant, uscc, name, phone, email, bankAccount],
    );
  }

  async save(tenant: string, uscc: string, { name, phone, email, bankAccount }: ContactDetails): Promise<void> {
    await this.pool.query(
      `insert into identity.contact (tenant, uscc, name, phone, email, bank_account) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant, uscc) do update
          set name = excluded.name, phone = excluded.phone, email = excluded.email, bank_account = excluded.bank_account`,
      [tenant, uscc, name, phone, email, bankAccount],
    );
  }

  async erase(tenant: string, uscc: string): Promise<void> {
    await this.pool.query('delete from identity.contact where tenant = $1 and uscc = $2', [tenant, uscc]);
  }
}
