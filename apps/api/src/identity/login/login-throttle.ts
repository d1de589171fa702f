import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';

/** How long an attempt counts. */
const WINDOW_MS = 15 * 60_000;
/** Attempts at one account in that time: enough for a person's slips, nothing for a guesser. */
const PER_USERNAME_MAX = 5;
/** Attempts from one address: a whole office may sit behind it. */
const PER_ADDRESS_MAX = 50;

/** Counts attempts to sign in, in the database, so that more processes do not mean more guesses. */
@Injectable()
export class LoginThrottle {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts this attempt before it is judged, so that attempts made at once are counted too; false = one too many. Such a
   * one is not kept: who has to wait waits no longer for having tried, and a guesser fills no table.
   */
  async admit(username: string, address: string): Promise<boolean> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - WINDOW_MS);
    const subjects = [byUsername(username), byAddress(address)];
    await this.pool.query('delete from identity.login_attempt where at <= $1', [since]);
    const { rows: counted } = await this.pool.query<{ id: string }>(
      'insert into identity.login_attempt (subject, at) select subject, $2 from unnest($1::text[]) subject returning id',
      [subjects, now],
    );
    const { rows } = await this.pool.query<{ subject: string; attempts: number }>(
      'select subject, count(*)::int as attempts from identity.login_attempt where subject = any ($1) group by subject',
      [subjects],
    );
    const attempts = new Map(rows.map((row) => [row.subject, row.attempts]));
    const admitted =
      (attempts.get(byUsername(username)) ?? 0) <= PER_USERNAME_MAX &&
      (attempts.get(byAddress(address)) ?? 0) <= PER_ADDRESS_MAX;
    if (!admitted) {
      const ids = counted.map(({ id }) => id);
      await this.pool.query('delete from identity.login_attempt where id = any ($1)', [ids]);
    }
    return admitted;
  }

  /** Forgets the attempts at an account whose owner has proved himself. */
  async forget(username: string): Promise<void> {
    await this.pool.query('delete from identity.login_attempt where subject = $1', [byUsername(username)]);
  }
}

/** A hash, since anybody may send a name of any length. */
function byUsername(username: string): string {
  return `user:${createHash('sha256').update(username).digest('base64url')}`;
}

function byAddress(address: string): string {
  return `address:${address}`;
}
