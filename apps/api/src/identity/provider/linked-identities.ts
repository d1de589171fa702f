import { Inject, Injectable } from '@nestjs/common';
import pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';
import { inTransaction, type Connection } from '../../database/transaction.js';
import type { RequestSession } from '../../graphql/context.js';
import type { SecurityEventKind } from '../../security-log/security-event-kind.js';
import { SecurityLog } from '../../security-log/security-log.js';
import { lockUser } from '../lock-user.js';
import { CredentialSeals } from '../seal/credential-seals.js';
import { Sessions } from '../session/sessions.js';
import type { ProvedIdentity } from './identity-provider.js';

const UNIQUE_VIOLATION = '23505';

/**
 * By which subject of the provider an official is known. He links it himself, signed in with what he has: no name that a
 * provider gives out makes anybody an official.
 */
@Injectable()
export class LinkedIdentities {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
    private readonly seals: CredentialSeals,
    private readonly log: SecurityLog,
  ) {}

  /** Whose identity it is. */
  async ownerOf({ issuer, subject }: ProvedIdentity): Promise<{ tenant: string; id: string } | null> {
    const { rows } = await this.pool.query<{ tenant: string; id: string }>(
      'select tenant, user_id as id from identity.linked_identity where issuer = $1 and subject = $2',
      [issuer, subject],
    );
    return rows[0] ?? null;
  }

  /** Since when somebody has one; null when he has none. */
  async since(tenant: string, userId: string): Promise<string | null> {
    const { rows } = await this.pool.query<{ linkedAt: string }>(
      'select linked_at as "linkedAt" from identity.linked_identity where tenant = $1 and user_id = $2',
      [tenant, userId],
    );
    return rows[0]?.linkedAt ?? null;
  }

  /**
   * In place of the one before; whoever signed in elsewhere, perhaps with that one, is signed out. False when it is somebody
   * else's.
   *
   * @param session in which it is done.
   */
  async link(session: RequestSession, identity: ProvedIdentity, address: string): Promise<boolean> {
    try {
      await inTransaction(this.pool, (connection) => this.linkOn(connection, session, identity, address));
      return true;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }

  private async linkOn(
    connection: Connection,
    session: RequestSession,
    { issuer, subject }: ProvedIdentity,
    address: string,
  ): Promise<void> {
    const { tenant, id } = session.user;
    await lockUser(connection, tenant, id);
    await connection.query(
      `insert into identity.linked_identity (tenant, user_id, issuer, subject, linked_at) values ($1, $2, $3, $4, $5)
       on conflict (tenant, user_id) do update
          set issuer = excluded.issuer, subject = excluded.subject, linked_at = excluded.linked_at`,
      [tenant, id, issuer, subject, this.clock.now()],
    );
    await this.endOthers(connection, session);
    await this.seals.seal(connection, tenant, id);
    await this.record('identity-linked', session.user, address, connection);
  }

  /** Whoever signed in elsewhere, perhaps with it, is signed out. False when there was none. */
  async unlink(session: RequestSession, address: string): Promise<boolean> {
    const { user } = session;
    return inTransaction(this.pool, async (connection) => {
      if (!(await this.unlinkOn(connection, user.tenant, user.id))) return false;
      await this.endOthers(connection, session);
      await this.seals.seal(connection, user.tenant, user.id);
      await this.record('identity-unlinked', user, address, connection);
      return true;
    });
  }

  /** Sessions elsewhere, and sign-ins that have come half the way. */
  private async endOthers(connection: Connection, { id: except, user }: RequestSession): Promise<void> {
    const { tenant, id } = user;
    await connection.query('delete from identity.sign_in_ticket where tenant = $1 and user_id = $2', [tenant, id]);
    await this.sessions.endAll(tenant, id, { except, connection });
  }

  /** The same within a transaction of others, who seal it. */
  async unlinkOn(connection: Connection, tenant: string, userId: string): Promise<boolean> {
    await lockUser(connection, tenant, userId);
    const { rowCount } = await connection.query(
      'delete from identity.linked_identity where tenant = $1 and user_id = $2',
      [tenant, userId],
    );
    return rowCount === 1;
  }

  private async record(
    kind: SecurityEventKind,
    { tenant, id: userId, username, displayName }: RequestSession['user'],
    address: string,
    connection: Connection,
  ): Promise<void> {
    await this.log.record({ tenant, userId, username, displayName, address, kind, subject: null }, connection);
  }
}
