import { refusal, type Refusal } from '@duixian/casework';
import type { Official } from '@duixian/office';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { POOL } from '../../database/database.module.js';
import { sqlFile } from '../../database/sql-file.js';
import { beyondOffice } from '../../request/request-scope.js';
import { inTransaction, type Connection } from '../../database/transaction.js';
import { SecurityLog } from '../../security-log/security-log.js';
import type { CurrentUser } from '../current-user.js';
import { lockUser } from '../lock-user.js';
import { Passwords } from '../password/passwords.js';
import { newReadableCode, readableCodeHash } from '../readable-code.js';
import { CredentialSeals } from '../seal/credential-seals.js';
import { Users } from '../user/users.js';

/** Whose account is to be activated, and the two administrators of whom each draws one half of the code. */
export interface Issue {
  readonly tenant: string;
  readonly userId: string;
  readonly proposedBy: string;
  readonly agreedBy: string;
}

/** Both halves, in either order, as their owner typed them. */
export type Halves = readonly [string, string];

/** A half, which leaves the server this once, and until when the code can be used. */
export interface DrawnHalf {
  readonly half: string;
  readonly expiresAt: string;
}

/** A code that was not used yet, as one of its two administrators sees it. */
export interface OpenCode {
  readonly official: string;
  readonly username: string;
  readonly displayName: string;
  readonly expiresAt: string;
  readonly hasExpired: boolean;
  readonly isDrawn: boolean;
  readonly otherUsername: string;
  readonly otherDisplayName: string;
  readonly isOtherDrawn: boolean;
}

interface CodeRow {
  readonly username: string;
  readonly proposed_by: string;
  readonly agreed_by: string;
  readonly proposer_half: Buffer | null;
  readonly agreer_half: Buffer | null;
  readonly expires_at: string;
}

/** Codes of one administrator that are listed, those that expire last first. */
export const OPEN_CODES_MAX = 100;

const DAY_MS = 86_400_000;
const OPEN = sqlFile(import.meta.url, 'open-codes.sql');
const FITS = `tenant = $1 and user_id = $2 and expires_at > $3
              and (proposer_half, agreer_half) in (($4::bytea, $5::bytea), ($5::bytea, $4::bytea))`;

/**
 * Codes with which officials choose their own first password. Each has two halves: the administrator who proposed draws
 * one and who agreed the other, so that neither ever holds what lets him in as somebody else. A half is made when it is
 * drawn and kept as a hash, and the next code of an official takes the place of the one before.
 */
@Injectable()
export class ActivationCodes {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly seals: CredentialSeals,
    private readonly log: SecurityLog,
    private readonly users: Users,
  ) {}

  /** Takes the password away and lets its owner choose another, within a transaction of others, who seal it. */
  async issueOn(connection: Connection, { tenant, userId, proposedBy, agreedBy }: Issue): Promise<void> {
    await this.passwords.voidOn(connection, tenant, userId);
    const expiresAt = new Date(this.clock.now().getTime() + this.config.activationDays * DAY_MS);
    await connection.query(
      `insert into identity.activation_code (tenant, user_id, proposed_by, agreed_by, expires_at)
       values ($1, $2, $3, $4, $5)
       on conflict (tenant, user_id) do update
          set proposed_by = excluded.proposed_by, agreed_by = excluded.agreed_by, expires_at = excluded.expires_at,
              proposer_half = null, agreer_half = null`,
      [tenant, userId, proposedBy, agreedBy, expiresAt],
    );
  }

  /** Makes the half of one of the two administrators. It is told this once, and on record that it was. */
  async draw(official: string, by: CurrentUser, address: string): Promise<DrawnHalf | Refusal> {
    const { tenant } = by;
    if ((await this.users.find(tenant, official)) === null) return noCode();
    return beyondOffice(() => this.drawOf(official, by, address));
  }

  /** Whoever asks, the code is found: whether a half of it is his is said by this. */
  private drawOf(official: string, by: CurrentUser, address: string): Promise<DrawnHalf | Refusal> {
    const { tenant, id: userId, username, displayName } = by;
    return inTransaction(this.pool, async (connection) => {
      await lockUser(connection, tenant, official);
      const { rows } = await connection.query<CodeRow>(
        `select u.username, c.proposed_by, c.agreed_by, c.proposer_half, c.agreer_half, c.expires_at
           from identity.activation_code c
           join identity."user" u on u.tenant = c.tenant and u.id = c.user_id
          where c.tenant = $1 and c.user_id = $2 and c.expires_at > $3`,
        [tenant, official, this.clock.now()],
      );
      const [row] = rows;
      if (row === undefined) return noCode();
      const column = halfOf(row, userId);
      if (column === null) return notYourHalf();
      if (row[column] !== null) return drawnAlready();
      const half = newReadableCode();
      await connection.query(`update identity.activation_code set ${column} = $3 where tenant = $1 and user_id = $2`, [
        tenant,
        official,
        readableCodeHash(half),
      ]);
      await this.seals.seal(connection, tenant, official);
      const details = { half: column === 'proposer_half' ? 'proposer' : 'agreer', official };
      const entry = { tenant, userId, username, displayName, address, subject: row.username, details };
      await this.log.record({ ...entry, kind: 'activation-code-drawn' }, connection);
      return { half, expiresAt: row.expires_at };
    });
  }

  /** Codes of which this administrator draws a half, or has drawn it, and which nobody has used. */
  async openFor({ tenant, id }: CurrentUser): Promise<readonly OpenCode[]> {
    const { rows } = await this.pool.query<OpenCode>(OPEN, [tenant, id, this.clock.now(), OPEN_CODES_MAX]);
    return rows;
  }

  /** Whether these are the two halves of the code that can be used now. */
  async fit(tenant: string, userId: string, halves: Halves): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `select from identity.activation_code where ${FITS}`,
      this.valuesOf(tenant, userId, halves),
    );
    return rowCount === 1;
  }

  /** Uses it up, within the transaction that sets the password; false when somebody was faster. */
  async useOn(connection: Connection, tenant: string, userId: string, halves: Halves): Promise<boolean> {
    const { rowCount } = await connection.query(
      `delete from identity.activation_code where ${FITS}`,
      this.valuesOf(tenant, userId, halves),
    );
    return rowCount === 1;
  }

  private valuesOf(tenant: string, userId: string, halves: Halves): unknown[] {
    return [tenant, userId, this.clock.now(), ...halves.map(readableCodeHash)];
  }
}

/** The two who agreed on a change draw a half each. @throws Error when the proposal is none of the official's. */
export function issueOf(tenant: string, userId: string, { proposals }: Official, proposal: string): Issue {
  const found = proposals.find(({ id }) => id === proposal);
  if (found?.answer?.kind !== 'agreed') throw new Error(`Proposal ${proposal} was not agreed to.`);
  return { tenant, userId, proposedBy: found.proposedBy, agreedBy: found.answer.by };
}

function halfOf({ proposed_by, agreed_by }: CodeRow, userId: string): 'proposer_half' | 'agreer_half' | null {
  if (proposed_by === userId) return 'proposer_half';
  return agreed_by === userId ? 'agreer_half' : null;
}

function noCode(): Refusal {
  const message = {
    zh: '没有可领取的激活码：已使用或已过期。仍需要时，请重新提议重设密码。',
    en: 'There is no activation code to be drawn: it was used, or has expired. If one is needed, propose to reset the password.',
  };
  return refusal('NOT_FOUND', message, 'official');
}

function notYourHalf(): Refusal {
  return refusal('NOT_YOUR_OFFICE', {
    zh: '激活码由提议人和同意人各领一半，请转告他们。',
    en: 'Of an activation code who proposed draws one half and who agreed the other: pass it on to them.',
  });
}

function drawnAlready(): Refusal {
  return refusal('ALREADY_DECIDED', {
    zh: '您的一半只显示一次，已经领取。如已遗失，请重新提议重设密码。',
    en: 'Your half was shown, which it is once. If it is lost, propose to reset the password.',
  });
}
