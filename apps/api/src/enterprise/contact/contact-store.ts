import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { ContactDetails } from './contact-details.js';

const SALT_BYTES = 32;

/** Contacts of enterprises, in a table outside the log: what is erased here is gone. */
@Injectable()
export class ContactStore {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /**
   * Keeps the contact under the id of the command that changes it, before that is recorded. The same command sent again
   * finds the same salt, and so gives the same hash.
   *
   * @returns the salted SHA-256 of what is stated, in hexadecimal.
   */
  async keep(tenant: string, id: string, uscc: string, { name, phone, email }: ContactDetails): Promise<string> {
    await this.pool.query(
      `insert into identity.contact (tenant, id, uscc, name, phone, email, salt) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant, id) do nothing`,
      [tenant, id, uscc, name, phone, email, randomBytes(SALT_BYTES)],
    );
    const { rows } = await this.pool.query<{ salt: Buffer }>(
      'select salt from identity.contact where tenant = $1 and id = $2',
      [tenant, id],
    );
    const salt = rows[0]?.salt ?? randomBytes(SALT_BYTES);
    return createHash('sha256')
      .update(salt)
      .update(JSON.stringify([uscc, name, phone, email]))
      .digest('hex');
  }

  /** Removes a contact whose change was refused. */
  async drop(tenant: string, id: string): Promise<void> {
    await this.pool.query('delete from identity.contact where tenant = $1 and id = $2', [tenant, id]);
  }

  /** Erases what is known of an enterprise's contacts, those of before too. */
  async erase(tenant: string, uscc: string): Promise<void> {
    await this.pool.query('delete from identity.contact where tenant = $1 and uscc = $2', [tenant, uscc]);
  }
}
