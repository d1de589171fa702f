import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { PersonalRows } from '../../personal-data/personal-rows.js';
import { saltedHash } from '../../personal-data/salted-hash.js';
import type { ContactDetails } from './contact-details.js';

/** Contacts of enterprises, in a table outside the log: what is erased here is gone. */
@Injectable()
export class ContactStore {
  private readonly rows: PersonalRows<'name' | 'phone' | 'email'>;

  constructor(@Inject(POOL) pool: pg.Pool) {
    this.rows = new PersonalRows(pool, 'identity.contact', ['name', 'phone', 'email']);
  }

  /**
   * Keeps the contact under the id of the command that proposes it, before that is recorded.
   *
   * @returns the salted SHA-256 of what is stated, in hexadecimal.
   */
  async keep(tenant: string, id: string, uscc: string, { name, phone, email }: ContactDetails): Promise<string> {
    const salt = await this.rows.keep(tenant, id, uscc, { name, phone, email });
    return contactHash(salt, uscc, { name, phone, email });
  }

  /** Removes a contact whose proposal was refused before it was one. */
  async drop(tenant: string, id: string): Promise<void> {
    await this.rows.drop(tenant, id);
  }

  /** Erases the contacts of proposals for good. */
  async erase(tenant: string, proposals: readonly string[]): Promise<void> {
    await this.rows.erase(tenant, proposals);
  }
}

export function contactHash(salt: Buffer, uscc: string, { name, phone, email }: ContactDetails): string {
  return saltedHash(salt, JSON.stringify([uscc, name, phone, email]));
}
