import { PROPOSAL_DAYS } from '@duixian/office';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../../clock/clock.js';
import { POOL } from '../../../database/database.module.js';
import { inTransaction } from '../../../database/transaction.js';
import { acrossCities } from '../../../request/request-scope.js';

/** What the proposal of a new account keeps outside the log until it is answered. */
export interface ReservedUsername {
  readonly tenant: string;
  readonly proposal: string;
  readonly official: string;
  readonly username: string;
}

const DAY_MS = 86_400_000;

/** Usernames of accounts that are proposed and not agreed to yet, which nobody else can propose meanwhile. */
@Injectable()
export class ReservedUsernames {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** Reserves it, before it is proposed; what the same command reserved earlier stays. False when it is taken. */
  reserve(asked: ReservedUsername): Promise<boolean> {
    // A name is one official's, in whichever city he is.
    return acrossCities(() => this.reserveOfAll(asked));
  }

  private reserveOfAll({ tenant, proposal, official, username }: ReservedUsername): Promise<boolean> {
    const now = this.clock.now();
    return inTransaction(this.pool, async (connection) => {
      // A proposal that lapsed lets go of its name; it lapses by the day, so that one is added.
      await connection.query('delete from identity.reserved_username where created_at < $1', [
        new Date(now.getTime() - (PROPOSAL_DAYS + 2) * DAY_MS),
      ]);
      await connection.query(
        `insert into identity.reserved_username (tenant, proposal, official, username, created_at)
         values ($1, $2, $3, $4, $5) on conflict do nothing`,
        [tenant, proposal, official, username, now],
      );
      // Looked at afterwards: whoever was let in under the name meanwhile is seen.
      const { rows } = await connection.query<{ free: boolean }>(
        `select (exists (select from identity.reserved_username where tenant = $1 and proposal = $2 and username = $3)
                 and not exists (select from identity."user" where username = $3))
             or exists (select from identity."user" where tenant = $1 and id = $4 and username = $3) as free`,
        [tenant, proposal, username, official],
      );
      return rows[0]?.free === true;
    });
  }

  /** Lets go of what a refused command reserved. */
  async release(tenant: string, proposal: string): Promise<void> {
    await this.pool.query('delete from identity.reserved_username where tenant = $1 and proposal = $2', [
      tenant,
      proposal,
    ]);
  }
}
