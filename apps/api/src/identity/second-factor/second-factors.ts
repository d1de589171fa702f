import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';
import { inTransaction, type Connection } from '../../database/transaction.js';
import { lockUser } from '../lock-user.js';
import { newReadableCode, readableCodeHash } from '../readable-code.js';
import { CredentialSeals } from '../seal/credential-seals.js';
import { SecretBox } from '../secret/secret-box.js';
import { Sessions } from '../session/sessions.js';
import { isCode, newSecret, stepOf, uriOf } from './totp.js';

/** With what somebody proved that he has his second factor; null when he did not. */
export type Proof = 'code' | 'recovery-code' | null;

/** A secret that its owner takes into his authenticator; it counts once he has sent a code made with it. */
export interface Offer {
  readonly secret: string;
  readonly uri: string;
}

/** How somebody's second factor stands. */
export interface SecondFactorState {
  readonly enrolledAt: string | null;
  readonly recoveryCodesLeft: number;
}

interface FactorRow {
  readonly secret: Buffer | null;
  readonly offered_secret: Buffer | null;
}

const RECOVERY_CODES = 10;
/** For how long an offered secret can be taken. */
const OFFER_MS = 15 * 60_000;

/** Time-based codes (TOTP), and the recovery codes for who has lost his telephone. */
@Injectable()
export class SecondFactors {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly box: SecretBox,
    private readonly sessions: Sessions,
    private readonly seals: CredentialSeals,
    private readonly clock: Clock,
  ) {}

  async state(tenant: string, userId: string): Promise<SecondFactorState> {
    const { rows } = await this.pool.query<SecondFactorState>(
      `select f.enrolled_at as "enrolledAt",
              (select count(*)::int from identity.recovery_code c
                where c.tenant = f.tenant and c.user_id = f.user_id and c.used_at is null) as "recoveryCodesLeft"
         from identity.second_factor f where f.tenant = $1 and f.user_id = $2`,
      [tenant, userId],
    );
    return rows[0] ?? { enrolledAt: null, recoveryCodesLeft: 0 };
  }

  /** Whether he has to prove it when he signs in. */
  async isEnrolled(tenant: string, userId: string): Promise<boolean> {
    return (await this.state(tenant, userId)).enrolledAt !== null;
  }

  /** Looks at a code of the authenticator or a recovery code. Each is good once, however many send it at the same time. */
  async prove(tenant: string, userId: string, typed: string): Promise<Proof> {
    const code = typed.normalize('NFKC').replace(/\s/g, '');
    if (!isCode(code)) return (await this.useRecoveryCode(tenant, userId, code)) ? 'recovery-code' : null;
    const row = await this.row(tenant, userId);
    const secret = row?.secret ?? null;
    if (secret === null) return null;
    const step = stepOf(this.box.open(secret, ownerOf(tenant, userId)), code, this.clock.now());
    if (step === null) return null;
    const { rowCount } = await this.pool.query(
      `update identity.second_factor set last_step = $3
        where tenant = $1 and user_id = $2 and secret = $4 and (last_step is null or last_step < $3)`,
      [tenant, userId, step, secret],
    );
    return rowCount === 1 ? 'code' : null;
  }

  /** A new secret, beside the one that counts until it is taken. */
  async offer(tenant: string, userId: string, username: string): Promise<Offer> {
    const secret = newSecret();
    await this.pool.query(
      `insert into identity.second_factor (tenant, user_id, offered_secret, offered_at) values ($1, $2, $3, $4)
       on conflict (tenant, user_id) do update
          set offered_secret = excluded.offered_secret, offered_at = excluded.offered_at`,
      [tenant, userId, this.box.seal(secret, ownerOf(tenant, userId)), this.clock.now()],
    );
    return { secret, uri: uriOf(secret, username) };
  }

  /**
   * Takes the offered secret: it counts from now on, with new recovery codes, which are shown this once. Other sessions
   * end. Null when the code was not made with it, or the offer is too old.
   *
   * @param session in which it is done.
   */
  async enrol(tenant: string, userId: string, session: string, code: string): Promise<string[] | null> {
    const now = this.clock.now();
    return inTransaction(this.pool, async (connection) => {
      await lockUser(connection, tenant, userId);
      const { rows } = await connection.query<FactorRow>(
        `select secret, offered_secret from identity.second_factor
          where tenant = $1 and user_id = $2 and offered_at > $3 for update`,
        [tenant, userId, new Date(now.getTime() - OFFER_MS)],
      );
      const offered = rows[0]?.offered_secret ?? null;
      if (offered === null) return null;
      const step = stepOf(
        this.box.open(offered, ownerOf(tenant, userId)),
        code.normalize('NFKC').replace(/\s/g, ''),
        now,
      );
      if (step === null) return null;
      await connection.query(
        `update identity.second_factor
            set secret = offered_secret, enrolled_at = $3, last_step = $4, offered_secret = null, offered_at = null
          where tenant = $1 and user_id = $2`,
        [tenant, userId, now, step],
      );
      await this.sessions.endAll(tenant, userId, { except: session, connection });
      return this.withNewRecoveryCodes(connection, tenant, userId);
    });
  }

  /** New recovery codes; the old ones are good no more. */
  async renewRecoveryCodes(tenant: string, userId: string): Promise<string[]> {
    return inTransaction(this.pool, async (connection) => {
      await lockUser(connection, tenant, userId);
      return this.withNewRecoveryCodes(connection, tenant, userId);
    });
  }

  /**
   * Takes the second factor away from somebody who has lost it, and signs him out everywhere; false when he has none.
   * Whether it may be done, and with whom, is for the administration to say, and to record.
   */
  async reset(tenant: string, userId: string): Promise<boolean> {
    return inTransaction(this.pool, async (connection) => {
      const isReset = await this.resetOn(connection, tenant, userId);
      await this.seals.seal(connection, tenant, userId);
      return isReset;
    });
  }

  /** The same within a transaction of others, who seal it. */
  async resetOn(connection: Connection, tenant: string, userId: string): Promise<boolean> {
    const of = [tenant, userId];
    await lockUser(connection, tenant, userId);
    await connection.query('delete from identity.recovery_code where tenant = $1 and user_id = $2', of);
    await connection.query('delete from identity.sign_in_ticket where tenant = $1 and user_id = $2', of);
    await connection.query('delete from identity.known_device where tenant = $1 and user_id = $2', of);
    const { rowCount } = await connection.query(
      'delete from identity.second_factor where tenant = $1 and user_id = $2 and secret is not null',
      of,
    );
    if (rowCount === 1) await this.sessions.endAll(tenant, userId, { connection });
    return rowCount === 1;
  }

  /** What the transaction ends with. */
  private async withNewRecoveryCodes(connection: pg.PoolClient, tenant: string, userId: string): Promise<string[]> {
    const codes = await replaceRecoveryCodes(connection, tenant, userId);
    await this.seals.seal(connection, tenant, userId);
    return codes;
  }

  private async row(tenant: string, userId: string): Promise<FactorRow | null> {
    const { rows } = await this.pool.query<FactorRow>(
      'select secret, offered_secret from identity.second_factor where tenant = $1 and user_id = $2',
      [tenant, userId],
    );
    return rows[0] ?? null;
  }

  private async useRecoveryCode(tenant: string, userId: string, code: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `update identity.recovery_code set used_at = $4
        where tenant = $1 and user_id = $2 and hash = $3 and used_at is null`,
      [tenant, userId, readableCodeHash(code), this.clock.now()],
    );
    return rowCount === 1;
  }
}

async function replaceRecoveryCodes(connection: pg.PoolClient, tenant: string, userId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, newReadableCode);
  await connection.query('delete from identity.recovery_code where tenant = $1 and user_id = $2', [tenant, userId]);
  await connection.query(
    'insert into identity.recovery_code (tenant, user_id, hash) select $1, $2, hash from unnest($3::bytea[]) hash',
    [tenant, userId, codes.map(readableCodeHash)],
  );
  return codes;
}

function ownerOf(tenant: string, userId: string): string {
  return `second factor of ${tenant} ${userId}`;
}
