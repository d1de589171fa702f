import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';
import { newToken, tokenHash } from '../token.js';

/** Somebody whose password was right, and who has yet to prove his second factor. */
export interface HalfSignedIn {
  readonly tenant: string;
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly passwordVersion: number;
}

const LIFETIME_MS = 5 * 60_000;
/** Codes that may be tried on one ticket. */
const ATTEMPTS_MAX = 5;

/** What lies between the two steps of signing in: good for five minutes, five codes, and one session. */
@Injectable()
export class SignInTickets {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  async issue({ tenant, userId, passwordVersion }: HalfSignedIn): Promise<string> {
    const ticket = newToken();
    const now = this.clock.now();
    await this.pool.query('delete from identity.sign_in_ticket where expires_at <= $1', [now]);
    await this.pool.query(
      `insert into identity.sign_in_ticket (token_hash, tenant, user_id, password_version, expires_at)
       values ($1, $2, $3, $4, $5)`,
      [tokenHash(ticket), tenant, userId, passwordVersion, new Date(now.getTime() + LIFETIME_MS)],
    );
    return ticket;
  }

  /** Whose ticket it is; null when it is good no more. */
  async find(ticket: string): Promise<HalfSignedIn | null> {
    const { rows } = await this.pool.query<HalfSignedIn>(
      `select t.tenant, t.user_id as "userId", u.username, u.display_name as "displayName",
              t.password_version as "passwordVersion"
         from identity.sign_in_ticket t
         join identity."user" u on u.tenant = t.tenant and u.id = t.user_id
        where t.token_hash = $1 and t.expires_at > $2 and t.attempts < $3 and not u.disabled`,
      [tokenHash(ticket), this.clock.now(), ATTEMPTS_MAX],
    );
    return rows[0] ?? null;
  }

  /** Takes one of the ticket's attempts, before it is judged; false when none is left. */
  async attempt(ticket: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'update identity.sign_in_ticket set attempts = attempts + 1 where token_hash = $1 and attempts < $2',
      [tokenHash(ticket), ATTEMPTS_MAX],
    );
    return rowCount === 1;
  }

  /** Takes the ticket itself; false when somebody else was faster. */
  async use(ticket: string): Promise<boolean> {
    const { rowCount } = await this.pool.query('delete from identity.sign_in_ticket where token_hash = $1', [
      tokenHash(ticket),
    ]);
    return rowCount === 1;
  }
}
