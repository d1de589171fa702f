import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { Gathered } from '@duixian/event-store';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { inTransaction } from '../../database/transaction.js';
import { Divisions } from '../../division/divisions.js';
import type { RequestSession } from '../../graphql/context.js';
import type { SecurityEventKind } from '../../security-log/security-event-kind.js';
import { SecurityLog } from '../../security-log/security-log.js';
import type { Origin } from '../origin.js';
import type { Role } from '../permission.js';
import { isSensitive } from '../sensitive-roles.js';
import { newToken, tokenHash } from '../token.js';
import { acrossCities } from '../../request/request-scope.js';

/** A session that was just begun. The token leaves the server once; only its hash is kept. */
export interface NewSession {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Whose session begins, and on which of his passwords it rests. */
export interface Beginning {
  readonly tenant: string;
  readonly userId: string;
  readonly passwordVersion: number;
  readonly origin: Origin;
  /** What the identity provider says of who signed in with it: whether he proved a second factor there. */
  readonly provider?: { readonly secondFactor: boolean };
}

/** A session as its owner sees it in his list. */
export interface OwnSession {
  readonly id: string;
  readonly begunAt: string;
  readonly usedAt: string;
  readonly address: string | null;
  readonly agent: string | null;
  readonly current: boolean;
}

interface SessionRow {
  readonly token_hash: Buffer;
  readonly tenant: string;
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
  readonly session_id: string;
  readonly begun_at: string;
  readonly used_at: string;
  readonly must_change_password: boolean;
  readonly is_demo: boolean;
  readonly has_second_factor: boolean;
}

interface Owner {
  readonly username: string;
  readonly display_name: string;
  readonly roles: readonly Role[];
  readonly password_version: number;
  readonly disabled: boolean;
}

/** Sessions of one person at a time: a computer, another one, and a telephone. */
const PER_USER_MAX = 3;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A query of every session, with the `seal` of what its row says now. */
export const SEALED_SESSIONS = sqlFile(import.meta.url, 'sealed-sessions.sql');
const FIND = sqlFile(import.meta.url, 'find-session.sql');
const LIST = sqlFile(import.meta.url, 'list-sessions.sql');

/** Begins, finds and ends sessions. Who reads the table cannot sign in with what he finds there. */
@Injectable()
export class Sessions {
  /** Sessions of requests that come at about the same time are looked up together, each anew: none is kept. */
  private readonly found = new Gathered<Buffer, SessionRow | null>(
    (hashes) => this.findTogether(hashes),
    new AsyncResource('Sessions'),
  );

  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly log: SecurityLog,
    private readonly divisions: Divisions,
  ) {}

  /**
   * Begins a session on the password that was checked. The user's row is locked, so that it cannot be changed meanwhile;
   * if it was changed since it was checked, or he was disabled, nothing begins. Who has three sessions loses the one
   * that was not used for longest. The sign-in seals the session: whoever changes its row is found by the next
   * verification.
   */
  async begin({ tenant, userId, passwordVersion, origin, provider }: Beginning): Promise<NewSession | null> {
    const token = newToken();
    const now = this.clock.now();
    return inTransaction(this.pool, async (connection) => {
      const { rows } = await connection.query<Owner>(
        `select username, display_name, roles, password_version, disabled
           from identity."user" where tenant = $1 and id = $2 for update`,
        [tenant, userId],
      );
      const [owner] = rows;
      if (owner === undefined || owner.disabled || owner.password_version !== passwordVersion) return null;
      await this.forgetEnded(connection, now);
      const { rows: tooMany } = await connection.query<{ id: string; address: string | null }>(
        `delete from identity.session where token_hash in (
           select token_hash from identity.session where tenant = $1 and user_id = $2
            order by used_at desc, begun_at desc offset $3)
         returning id, address`,
        [tenant, userId, PER_USER_MAX - 1],
      );
      const entry = { tenant, userId, username: owner.username, displayName: owner.display_name, subject: null };
      const { address, agent } = origin;
      for (const ended of tooMany) {
        const details = { because: 'too many sessions', session: ended.id, sessionAddress: ended.address };
        await this.log.record({ ...entry, address, kind: 'session-ended', details }, connection);
      }
      const id = randomUUID();
      await connection.query(
        `insert into identity.session
                (token_hash, id, tenant, user_id, password_version, begun_at, used_at, address, agent, proved_by_provider)
         values ($1, $2, $3, $4, $5, $6, $6, $7, $8, $9)`,
        [tokenHash(token), id, tenant, userId, passwordVersion, now, address, agent, provider?.secondFactor ?? false],
      );
      const { rows: begun } = await connection.query<{ seal: string }>(
        `select seal from (${SEALED_SESSIONS}) s where s.id = $1`,
        [id],
      );
      const seal = begun[0]?.seal ?? null;
      const details = { session: id, seal, ...(provider && { by: 'identity provider' }) };
      await this.log.record({ ...entry, address, kind: 'signed-in', details }, connection);
      return { token, expiresAt: new Date(now.getTime() + this.lifetimeMs(owner.roles)) };
    });
  }

  /**
   * The session of this token, unless it has ended, was not used for too long, its user was disabled, or his password is
   * another by now.
   */
  async find(token: string): Promise<RequestSession | null> {
    const hash = tokenHash(token);
    const now = this.clock.now();
    const row = await this.found.ask(hash);
    if (row === null || new Date(row.begun_at).getTime() + this.lifetimeMs(row.roles) <= now.getTime()) return null;
    if (now.getTime() - new Date(row.used_at).getTime() >= MINUTE_MS) {
      const text = 'update identity.session set used_at = $2 where token_hash = $1';
      await acrossCities(() => this.pool.query(text, [hash, now]));
    }
    const { tenant, id, username, display_name: displayName, division, department, roles } = row;
    return {
      id: row.session_id,
      user: {
        ...{ tenant, id, username, displayName, division, department, roles },
        reach: this.divisions.reachOf({ division, department }),
        nameOf: this.divisions.nameOf,
      },
      tokenHash: hash,
      demand: this.demandOf(row),
      machine: null,
    };
  }

  private async findTogether(hashes: readonly Buffer[]): Promise<(SessionRow | null)[]> {
    const values = [hashes, new Date(this.clock.now().getTime() - this.idleMs())];
    const { rows } = await this.pool.query<SessionRow>({ name: 'identity.session', text: FIND, values });
    const byHash = new Map(rows.map((row) => [row.token_hash.toString('hex'), row]));
    return hashes.map((hash) => byHash.get(hash.toString('hex')) ?? null);
  }

  /** The sessions of a person that have not ended, the one used last first. */
  async list({ user: { tenant, id, roles }, id: current }: RequestSession): Promise<OwnSession[]> {
    const now = this.clock.now().getTime();
    const { rows } = await this.pool.query<Omit<OwnSession, 'current'>>(LIST, [
      tenant,
      id,
      new Date(now - this.idleMs()),
      new Date(now - this.lifetimeMs(roles)),
    ]);
    return rows.map((row) => ({ ...row, current: row.id === current }));
  }

  /** Ends one's own session; false when there is no such one. */
  async end(
    { user }: RequestSession,
    id: string,
    kind: 'signed-out' | 'session-ended',
    address: string,
  ): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'delete from identity.session where tenant = $1 and user_id = $2 and id::text = $3',
      [user.tenant, user.id, id],
    );
    if (rowCount === 0) return false;
    await this.recordEnd(user, kind, id, address);
    return true;
  }

  /** Signs a user out everywhere, but for one session if it is named: after a new password, or when he is disabled. */
  async endAll(
    tenant: string,
    userId: string,
    {
      except = null,
      connection = this.pool,
    }: { except?: string | null; connection?: Pick<pg.ClientBase, 'query'> } = {},
  ): Promise<void> {
    await connection.query(
      `delete from identity.session where tenant = $1 and user_id = $2 and ($3::uuid is null or id <> $3)`,
      [tenant, userId, except],
    );
  }

  /** Ends those of an earlier version, whose sign-in sealed nothing: their owners sign in again. */
  async endUnsealed(): Promise<void> {
    await this.pool.query(
      `delete from identity.session s using identity.security_log l
        where l.tenant = s.tenant and l.kind = 'signed-in' and l.user_id = s.user_id
          and l.details ->> 'session' = s.id::text and l.details ->> 'seal' is null`,
    );
  }

  private async recordEnd(
    { tenant, id: userId, username, displayName }: RequestSession['user'],
    kind: SecurityEventKind,
    session: string,
    address: string,
  ): Promise<void> {
    await this.log.record({
      tenant,
      userId,
      username,
      displayName,
      address,
      kind,
      subject: null,
      details: { session },
    });
  }

  private async forgetEnded(connection: pg.PoolClient, now: Date): Promise<void> {
    await connection.query('delete from identity.session where used_at <= $1 or begun_at <= $2', [
      new Date(now.getTime() - this.idleMs()),
      new Date(now.getTime() - this.config.sessionHours * HOUR_MS),
    ]);
  }

  private demandOf({ must_change_password, is_demo, has_second_factor, roles }: SessionRow): RequestSession['demand'] {
    if (must_change_password) return 'password';
    const needsFactor = this.config.secondFactor === 'roles' && isSensitive(roles) && !is_demo;
    return needsFactor && !has_second_factor ? 'second-factor' : null;
  }

  private lifetimeMs(roles: readonly Role[]): number {
    return (isSensitive(roles) ? this.config.sensitiveSessionHours : this.config.sessionHours) * HOUR_MS;
  }

  private idleMs(): number {
    return this.config.sessionIdleMinutes * MINUTE_MS;
  }
}
