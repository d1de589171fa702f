import type { AccountDetails } from '@duixian/registry';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../database/database.module.js';
import { PersonalRows } from '../personal-data/personal-rows.js';
import { beyondOffice } from '../request/request-scope.js';
import { saltedHash } from '../personal-data/salted-hash.js';

/** Whose number is kept, under which proposal. */
export interface KeptNumber {
  readonly uscc: string;
  readonly proposal: string;
}

/** Whole account numbers, outside the log: what is erased here is gone. */
@Injectable()
export class PayeeAccounts {
  private readonly rows: PersonalRows<'holder' | 'number'>;

  constructor(@Inject(POOL) private readonly pool: pg.Pool) {
    this.rows = new PersonalRows(pool, 'identity.bank_account', ['holder', 'number']);
  }

  /**
   * Keeps the number under the id of its proposal, before that is recorded.
   *
   * @returns the salted SHA-256 of what is stated, in hexadecimal.
   */
  async keep(
    tenant: string,
    id: string,
    uscc: string,
    { holder, bank, cnaps, number }: AccountDetails,
  ): Promise<string> {
    const salt = await this.rows.keep(tenant, id, uscc, { holder, number });
    return accountHash(salt, { uscc, holder, bank, cnaps, number });
  }

  /** Removes the number of a proposal that was refused before it was one. */
  async drop(tenant: string, id: string): Promise<void> {
    await this.rows.drop(tenant, id);
  }

  /** Proposals of other enterprises with the same number, by their codes; some may never have come on record. */
  async withSameNumber(tenant: string, uscc: string, number: string): Promise<readonly KeptNumber[]> {
    const { rows } = await beyondOffice(() =>
      this.pool.query<KeptNumber>(
        `select uscc, id::text as proposal from identity.bank_account
          where tenant = $1 and number = $3 and uscc <> $2 order by uscc`,
        [tenant, uscc, number],
      ),
    );
    return rows;
  }

  /** Erases the numbers of proposals for good. */
  async erase(tenant: string, proposals: readonly string[]): Promise<void> {
    await this.rows.erase(tenant, proposals);
  }
}

/** What of an account its hash covers. */
export interface HashedAccount {
  readonly uscc: string;
  readonly holder: string;
  readonly bank: string;
  readonly cnaps: string;
  readonly number: string;
}

/** Fields stand in one order, each with its length, so that no two accounts write the same text. */
export function accountHash(salt: Buffer, { uscc, holder, bank, cnaps, number }: HashedAccount): string {
  const text = Object.entries({ bank, cnaps, holder, number, uscc })
    .map(([name, value]) => `${name}:${value.length}:${value}`)
    .join('\n');
  return saltedHash(salt, text);
}
