import { Injectable, Inject } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';
import { newToken, tokenHash } from '../token.js';

/** Devices of one person that are remembered; the one that was not used for longest is forgotten first. */
const PER_USER_MAX = 10;
const UNUSED_DAYS_MAX = 180;
const DAY_MS = 24 * 3_600_000;

/**
 * The browsers on which somebody has signed in. Whoever guesses at his password elsewhere slows down himself, and not
 * him here. A device proves nothing: the password is asked all the same.
 */
@Injectable()
export class KnownDevices {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** @param token as the browser sent it; null when it sent none. */
  async isKnown(username: string, token: string | null): Promise<boolean> {
    if (token === null) return false;
    const { rowCount } = await this.pool.query(
      `select from identity.known_device d
         join identity."user" u on u.tenant = d.tenant and u.id = d.user_id
        where u.username = $1 and d.token_hash = $2 and d.used_at > $3`,
      [username, tokenHash(token), this.oldest()],
    );
    return rowCount === 1;
  }

  /** Remembers the browser; gives its token, a new one if it had none. Several people may share it. */
  async remember(tenant: string, userId: string, token: string | null): Promise<string> {
    const kept = token ?? newToken();
    await this.pool.query(
      `insert into identity.known_device (tenant, user_id, token_hash, used_at) values ($1, $2, $3, $4)
       on conflict (tenant, user_id, token_hash) do update set used_at = excluded.used_at`,
      [tenant, userId, tokenHash(kept), this.clock.now()],
    );
    await this.pool.query(
      `delete from identity.known_device
        where tenant = $1 and user_id = $2
          and (used_at <= $3 or token_hash in (
            select token_hash from identity.known_device where tenant = $1 and user_id = $2
             order by used_at desc, token_hash offset $4))`,
      [tenant, userId, this.oldest(), PER_USER_MAX],
    );
    return kept;
  }

  private oldest(): Date {
    return new Date(this.clock.now().getTime() - UNUSED_DAYS_MAX * DAY_MS);
  }
}
