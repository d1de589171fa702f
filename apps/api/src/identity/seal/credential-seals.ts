import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import type { Connection } from '../../database/transaction.js';
import { lockUser } from '../lock-user.js';
import { acrossCities } from '../../request/request-scope.js';

/** A query of what every official proves himself with: `tenant`, `id`, its `seal` now, and the one on record. */
export const CREDENTIALS = sqlFile(import.meta.url, 'credentials.sql');
const SEAL = `
  select identity.record_security(c.tenant, $1, 'credentials-sealed', c.id, c.username, c.display_name, null, null, 1,
                                  json_build_object('seal', c.seal)::text)
    from (${CREDENTIALS}) c`;

/**
 * Puts on record, in the security log, a hash of what an official proves himself with: his password, second factor and
 * recovery codes. Who changes one of them past the application is found by the next verification. Whoever changes them
 * seals them, last of all in his transaction: the security log of a city is locked until it ends.
 */
@Injectable()
export class CredentialSeals {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  async seal(connection: Connection, tenant: string, userId: string): Promise<void> {
    // What another transaction changes of them at the same time is sealed by whichever ends last.
    await lockUser(connection, tenant, userId);
    const text = `${SEAL} where c.tenant = $2 and c.id = $3 and c.seal is distinct from c.last_seal`;
    await acrossCities(() => connection.query(text, [this.clock.now(), tenant, userId]));
  }

  /** Seals as found what is not sealed: of an earlier version, or sealed longer ago than the security log is kept. */
  async sealUnsealed(): Promise<void> {
    await this.pool.query(`${SEAL} where c.last_seal is null`, [this.clock.now()]);
  }
}
