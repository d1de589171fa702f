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
import type { ProvedIdentity } from './identity-provider.js';

type Person = RequestSession['user'];

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

  /** In place of the one before. False when it is somebody else's. */
  async link(person: Person, identity: ProvedIdentity, address: string): Promise<boolean> {
    try {
      await inTransaction(this.pool, (connection) => this.linkOn(connection, person, identity, address));
      return true;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return false;
      throw error;
    }
  }

  private async linkOn(
    connection: Connection,
    person: Person,
    { issuer, subject }: ProvedIdentity,
    address: string,
  ): Promise<void> {
    const { tenant, id } = person;
    await lockUser(connection, tenant, id);
    await connection.query(
      `insert into identity.linked_identity (tenant, user_id, issuer, subject, linked_at) values ($1, $2, $3, $4, $5)
       on conflict (tenant, user_id) do update
          set issuer = excluded.issuer, subject = excluded.subject, linked_at = excluded.linked_at`,
      [tenant, id, issuer, subject, this.clock.now()],
    );
    await this.seals.seal(connection, tenant, id);
    await this.record('identity-linked', person, address, connection);
  }

  /** False when there was none. */
  async unlink(person: Person, address: string): Promise<boolean> {
    return inTransaction(this.pool, async (connection) => {
      if (!(await this.unlinkOn(connection, person.tenant, person.id))) return false;
      await this.seals.seal(connection, person.tenant, person.id);
      await this.record('identity-unlinked', person, address, connection);
      return true;
    });
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

  private async record(kind: SecurityEventKind, person: Person, address: string, connection: Connection) {
    const { tenant, id: userId, username, displayName } = person;
    await this.log.record({ tenant, userId, username, displayName, address, kind, subject: null }, connection);
  }
}
