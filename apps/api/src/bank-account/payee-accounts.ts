import { createHash, randomBytes } from 'node:crypto';
import type { AccountDetails } from '@duixian/registry';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';

const SALT_BYTES = 32;

/** Whose number is kept, under which proposal. */
export interface KeptNumber {
  readonly uscc: string;
  readonly proposal: string;
}

/** Whole account numbers, outside the log: what is erased here is gone. */
@Injectable()
export class PayeeAccounts {
  constructor(@Inject(POOL) private readonly pool: pg.Pool) {}

  /**
   * Keeps the number under the id of its proposal, before that is recorded: then no proposal is ever without it. The same
   * proposal sent again finds the same salt, and so gives the same hash.
   *
   * @returns the salted SHA-256 of what is stated, in hexadecimal.
   */
  async keep(
    tenant: string,
    id: string,
    uscc: string,
    { holder, bank, cnaps, number }: AccountDetails,
  ): Promise<string> {
    await this.pool.query(
      `insert into identity.bank_account (tenant, id, uscc, holder, number, salt) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant, id) do nothing`,
      [tenant, id, uscc, holder, number, randomBytes(SALT_BYTES)],
    );
    const { rows } = await this.pool.query<{ salt: Buffer }>(
      'select salt from identity.bank_account where tenant = $1 and id = $2',
      [tenant, id],
    );
    const [row] = rows;
    if (row === undefined) throw new Error(`The account of proposal ${id} was erased while it was proposed.`);
    return accountHash(row.salt, { uscc, holder, bank, cnaps, number });
  }

  /** Removes the number of a proposal that was refused before it was one. */
  async drop(tenant: string, id: string): Promise<void> {
    await this.pool.query('delete from identity.bank_account where tenant = $1 and id = $2', [tenant, id]);
  }

  /** Proposals of other enterprises with the same number, by their codes; some may never have come on record. */
  async withSameNumber(tenant: string, uscc: string, number: string): Promise<readonly KeptNumber[]> {
    const { rows } = await this.pool.query<KeptNumber>(
      `select uscc, id::text as proposal from identity.bank_account
        where tenant = $1 and number = $3 and uscc <> $2 order by uscc`,
      [tenant, uscc, number],
    );
    return rows;
  }

  /** Erases the numbers of an enterprise but those that money still goes to. */
  async erase(tenant: string, uscc: string, kept: readonly string[]): Promise<void> {
    await this.pool.query(
      'delete from identity.bank_account where tenant = $1 and uscc = $2 and id <> all ($3::uuid[])',
      [tenant, uscc, kept],
    );
  }
}

/** Fields stand in one order, each with its length, so that no two accounts write the same text. */
function accountHash(salt: Buffer, account: Readonly<Record<string, string>>): string {
  const text = Object.entries(account)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value.length}:${value}`)
    .join('\n');
  return createHash('sha256').update(salt).update(text).digest('hex');
}
