import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../../clock/clock.js';
import { POOL } from '../../../database/database.module.js';
import { inTransaction } from '../../../database/transaction.js';
import { PROPOSAL_DAYS } from '@duixian/office';

/** What a proposal keeps outside the log until it is answered. */
export interface ProposedPassword {
  readonly tenant: string;
  readonly proposal: string;
  readonly official: string;
  /** Of a new account. */
  readonly username: string | null;
  /** As `hashPassword` writes it. */
  readonly hash: string;
}

const DAY_MS = 86_400_000;

/** Passwords that are proposed and not agreed to yet, with the usernames that nobody else can propose meanwhile. */
@Injectable()
export class ProposedPasswords {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** Keeps it, before it is proposed; what the same command kept earlier stays. False when the username is taken. */
  async keep({ tenant, proposal, official, username, hash }: ProposedPassword): Promise<boolean> {
    const now = this.clock.now();
    return inTransaction(this.pool, async (connection) => {
      // A proposal that lapsed lets go of its name; it lapses by the day, so that one is added.
      await connection.query('delete from identity.proposed_password where created_at < $1', [
        new Date(now.getTime() - (PROPOSAL_DAYS + 2) * DAY_MS),
      ]);
      await connection.query(
        `insert into identity.proposed_password (tenant, proposal, official, username, password, created_at)
         values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [tenant, proposal, official, username, hash, now],
      );
      // Looked at afterwards: whoever was let in under the name meanwhile is seen.
      const { rows } = await connection.query<{ free: boolean }>(
        `select $3::text is null
             or (exists (select from identity.proposed_password where tenant = $1 and proposal = $2 and username = $3)
                 and not exists (select from identity."user" where username = $3))
             or exists (select from identity."user" where tenant = $1 and id = $4 and username = $3) as free`,
        [tenant, proposal, username, official],
      );
      return rows[0]?.free === true;
    });
  }

  /** Lets go of what a refused command kept. */
  async forget(tenant: string, proposal: string): Promise<void> {
    await this.pool.query('delete from identity.proposed_password where tenant = $1 and proposal = $2', [
      tenant,
      proposal,
    ]);
  }
}
