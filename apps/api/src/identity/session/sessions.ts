import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { POOL } from '../../database/database.module.js';
import type { RequestSession } from '../../graphql/context.js';
import type { Role } from '../permission.js';

/** A session that was just begun. The token leaves the server once; only its hash is kept. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

interface SessionRow {
  readonly tenant: string;
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
}

const TOKEN_BYTES = 32;
const HOUR_MS = 3_600_000;

/** Begins, finds and ends sessions. Who reads the table cannot sign in with what he finds there. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async begin(tenant: string, userId: string): Promise<NewSession> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + this.config.sessionHours * HOUR_MS);
    await this.pool.query('delete from identity.session where expires_at <= $1', [now]);
    await this.pool.query(
      'insert into identity.session (token_hash, tenant, user_id, expires_at) values ($1, $2, $3, $4)',
      [hashOf(token), tenant, userId, expiresAt],
    );
    return { token, expiresAt };
  }

  /** The session of this token, unless it has ended or its user was disabled. */
  async find(token: string): Promise<RequestSession | null> {
    const tokenHash = hashOf(token);
    const { rows } = await this.pool.query<SessionRow>({
      name: 'identity.session',
      text: `select u.tenant, u.id, u.username, u.display_name, u.division, u.department, u.roles
               from identity.session s
               join identity."user" u on u.tenant = s.tenant and u.id = s.user_id
              where s.token_hash = $1 and s.expires_at > $2 and not u.disabled`,
      values: [tokenHash, this.clock.now()],
    });
    const row = rows[0];
    if (row === undefined) return null;
    const { display_name: displayName, ...user } = row;
    return { user: { ...user, displayName }, tokenHash };
  }

  async end(session: RequestSession): Promise<void> {
    await this.pool.query('delete from identity.session where token_hash = $1', [session.tokenHash]);
  }

  /** Signs a user out everywhere: after a new password, or when he is disabled. */
  async endAll(tenant: string, userId: string): Promise<void> {
    await this.pool.query('delete from identity.session where tenant = $1 and user_id = $2', [tenant, userId]);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
