import { EVENT_COLUMNS, toRecordedEvent, type EventRow, type RecordedEvent } from '@duixian/event-store';
import {
  foldOfficial,
  officialStream,
  parseOfficialEvent,
  type Account,
  type Official,
  type OfficialEvent,
} from '@duixian/office';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import { inTransaction, type Connection } from '../../database/transaction.js';
import { beyondOffice } from '../../request/request-scope.js';
import { UPCASTERS } from '../../log/upcasters.js';
import { ActivationCodes, issueOf } from '../activation/activation-codes.js';
import { LoginThrottle } from '../login/login-throttle.js';
import { Passwords } from '../password/passwords.js';
import { LinkedIdentities } from '../provider/linked-identities.js';
import { CredentialSeals } from '../seal/credential-seals.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { Sessions } from '../session/sessions.js';

type OpenedOfficial = Official & { readonly account: Account };

const STREAM = `select ${EVENT_COLUMNS} from es.event e where e.tenant = $1 and e.stream = $2 order by e.version`;

/**
 * Keeps `identity."user"` as the log has it: each official's row follows from his stream, with what stands outside the
 * log (by what he proves who he is). Whoever records something brings the row up to date at once; the follower repairs what a power
 * cut left behind.
 */
@Injectable()
export class AccountTable {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly sessions: Sessions,
    private readonly passwords: Passwords,
    private readonly codes: ActivationCodes,
    private readonly secondFactors: SecondFactors,
    private readonly identities: LinkedIdentities,
    private readonly throttle: LoginThrottle,
    private readonly seals: CredentialSeals,
  ) {}

  /** Brings one official's row up to the end of his stream. Nothing to do when it is there already. */
  async settle(tenant: string, id: string): Promise<void> {
    // What changes by it is another's: his sessions end, and by what he proved himself is void.
    await beyondOffice(() => inTransaction(this.pool, (connection) => this.settleAllOn(connection, [[tenant, id]])));
  }

  /** The same for several, by tenant and id, within a transaction of others; it ends with this. */
  async settleAllOn(connection: Connection, officials: readonly (readonly [string, string])[]): Promise<void> {
    const changed: (readonly [string, string])[] = [];
    for (const [tenant, id] of officials) {
      if (await this.settleOn(connection, tenant, id)) changed.push([tenant, id]);
    }
    // Only once all rows are locked: until the transaction ends nobody else writes to the city's security log.
    for (const [tenant, id] of changed) await this.seals.seal(connection, tenant, id);
  }

  /** False when there was nothing to do. */
  private async settleOn(connection: Connection, tenant: string, id: string): Promise<boolean> {
    await connection.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`account ${tenant} ${id}`]);
    const stored = await streamOf(connection, tenant, id);
    const version = stored.length;
    const followed = await followedVersion(connection, tenant, id);
    if (version === 0 || (followed !== undefined && followed >= version)) return false;
    const events = stored.map(parseOfficialEvent);
    const official = foldOfficial(events);
    const { account } = official;
    if (account !== null) {
      const createdAt = stored.find(({ type }) => OPENS.has(type))?.recordedAt ?? null;
      const password = followed === undefined ? await this.passwords.unknown() : null;
      await write(connection, { tenant, id, version, account, createdAt, password });
      const news = events.slice(followed ?? 0).filter(changesAccount);
      for (const event of news) await this.takeEffect(connection, tenant, id, { ...official, account }, event);
      // Whatever changed what he may do, or how he proves who he is, ends the sessions that rest on it.
      if (news.length > 0) await this.sessions.endAll(tenant, id, { connection });
    }
    await releaseNames(connection, tenant, events);
    return account !== null;
  }

  /** What an event changes beside the row itself: how its owner proves who he is. */
  private async takeEffect(
    connection: Connection,
    tenant: string,
    id: string,
    official: OpenedOfficial,
    event: OfficialEvent,
  ): Promise<void> {
    switch (event.type) {
      case 'AccountOpened': {
        if (event.data.proposal !== null) {
          await this.codes.issueOn(connection, issueOf(tenant, id, official, event.data.proposal));
          return;
        }
        const hash = await takePassword(connection, tenant, id, event.meta.commandId);
        if (hash !== null) await this.passwords.setForOn(connection, tenant, id, hash);
        return;
      }
      case 'PasswordSet':
        await this.identities.unlinkOn(connection, tenant, id);
        await this.codes.issueOn(connection, issueOf(tenant, id, official, event.data.proposal));
        return;
      case 'SecondFactorReset':
        // Who has lost it proves himself as somebody new does, or a password that was overheard would be enough.
        await this.identities.unlinkOn(connection, tenant, id);
        await this.secondFactors.resetOn(connection, tenant, id);
        await this.codes.issueOn(connection, issueOf(tenant, id, official, event.data.proposal));
        return;
      case 'AccountUnlocked':
        await this.throttle.unlock(official.account.username, connection);
        return;
      case 'AccountEnabled':
      case 'AccountDisabled':
      case 'AccountTakenOver':
      case 'OfficeChanged':
      case 'RolesGranted':
      case 'OfficialChangeProposed':
      case 'OfficialChangeRefused':
      case 'OfficialChangeWithdrawn':
        return;
    }
  }
}

const ANSWERS_OPENING: ReadonlySet<string> = new Set<OfficialEvent['type']>([
  'AccountOpened',
  'OfficialChangeRefused',
  'OfficialChangeWithdrawn',
]);
const OPENS: ReadonlySet<string> = new Set<OfficialEvent['type']>(['AccountOpened', 'AccountTakenOver']);

/** On this connection: a follower that waited for another one, with as many as it has at hand, would wait for itself. */
async function streamOf(connection: Connection, tenant: string, id: string): Promise<RecordedEvent[]> {
  const { rows } = await connection.query<EventRow>(STREAM, [tenant, officialStream(id)]);
  return rows.map((row) => toRecordedEvent(tenant, row, UPCASTERS));
}

/** Undefined: there is no row; 0: there is one of an earlier version, of which nothing is on record. */
async function followedVersion(connection: Connection, tenant: string, id: string): Promise<number | undefined> {
  const { rows } = await connection.query<{ version: number }>(
    'select coalesce(log_version, 0) as version from identity."user" where tenant = $1 and id = $2 for update',
    [tenant, id],
  );
  return rows[0]?.version;
}

interface Written {
  readonly tenant: string;
  readonly id: string;
  readonly version: number;
  readonly account: Account;
  readonly createdAt: string | null;
  /** Of a new row: one that nobody knows. Null where there is a row. */
  readonly password: string | null;
}

async function write(connection: Connection, { tenant, id, version, account, createdAt, password }: Written) {
  const { username, displayName, division, department, roles, disabled } = account;
  const values = [tenant, id, username, displayName, division, department, roles, disabled, version];
  if (password === null) {
    await connection.query(
      `update identity."user"
          set username = $3, display_name = $4, division = $5, department = $6, roles = $7, disabled = $8,
              log_version = $9
        where tenant = $1 and id = $2`,
      values,
    );
    return;
  }
  await connection.query(
    `insert into identity."user"
            (tenant, id, username, display_name, division, department, roles, disabled, log_version, password, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [...values, password, createdAt],
  );
}

function changesAccount({ type }: OfficialEvent): boolean {
  return type !== 'OfficialChangeProposed' && type !== 'OfficialChangeRefused' && type !== 'OfficialChangeWithdrawn';
}

/** The password that the installation kept for an account that it opens; null when it was taken already. */
async function takePassword(
  connection: Connection,
  tenant: string,
  id: string,
  proposal: string,
): Promise<string | null> {
  const { rows } = await connection.query<{ password: string | null }>(
    'delete from identity.reserved_username where tenant = $1 and official = $2 and proposal = $3 returning password',
    [tenant, id, proposal],
  );
  return rows[0]?.password ?? null;
}

/** Names that proposals had reserved and no longer need: the account has it now, or will never have it. */
async function releaseNames(connection: Connection, tenant: string, events: readonly OfficialEvent[]): Promise<void> {
  const answered = events.flatMap((event) =>
    ANSWERS_OPENING.has(event.type) && 'proposal' in event.data ? (event.data.proposal ?? []) : [],
  );
  if (answered.length === 0) return;
  await connection.query('delete from identity.reserved_username where tenant = $1 and proposal = any ($2)', [
    tenant,
    answered,
  ]);
}
