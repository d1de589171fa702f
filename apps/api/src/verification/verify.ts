import {
  EventStore,
  inSnapshot,
  verifyLog,
  verifyProjection,
  type Difference,
  type VerifiedHead,
} from '@duixian/event-store';
import pg from 'pg';
import { APPLICATION_OPTIONS } from '../database/database.js';
import { plainTypes } from '../database/plain-types.js';
import { sqlFile } from '../database/sql-file.js';
import { readProjection } from '../log/read-projection.js';
import { UPCASTERS } from '../log/upcasters.js';
import { personalDataDifferences } from '../personal-data/personal-data-check.js';
import { SecurityLogCheck } from '../security-log/security-log-check.js';
import { rememberedHeads, saveVerification } from './verifications.js';

/** What was found of the whole record at one time. */
export interface Verification {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly heads: readonly VerifiedHead[];
  /** The first difference of each kind in each city; none when all is as it was recorded. */
  readonly differences: readonly Difference[];
}

/** One for the snapshot, one that keeps followers out for a moment, one for the rest. */
const CONNECTIONS = 3;
const ENTITLEMENT_GUARDS = sqlFile(import.meta.url, 'entitlement-guards.sql');

/**
 * Verifies everything that is on record, and keeps what was found: each city's log with its chain, commands, streams and
 * guards; the read tables, built once more; the guards of grants, from the entitlements; account numbers and contacts,
 * by their hashes; and the security log.
 *
 * @param url of the database, for the application's role.
 * @param onTenant hears of each city's log when it has been read.
 * @returns null when another process is at it.
 */
export async function verifyRecord(
  url: string,
  onTenant: (head: VerifiedHead) => void = () => undefined,
): Promise<Verification | null> {
  const pool = new pg.Pool({
    connectionString: url,
    options: APPLICATION_OPTIONS,
    max: CONNECTIONS,
    types: plainTypes,
  });
  pool.on('error', () => undefined);
  const lease = new pg.Client({ connectionString: url, options: APPLICATION_OPTIONS });
  lease.on('error', () => undefined);
  try {
    await lease.connect();
    const { rows } = await lease.query<{ mine: boolean }>(
      `select pg_try_advisory_lock(hashtext('duixian verification')) as mine`,
    );
    return rows[0]?.mine === true ? await verifyAlone(pool, onTenant) : null;
  } finally {
    await lease.end();
    await pool.end();
  }
}

async function verifyAlone(pool: pg.Pool, onTenant: (head: VerifiedHead) => void): Promise<Verification> {
  const startedAt = new Date().toISOString();
  const heads: VerifiedHead[] = [];
  const differences: Difference[] = [];
  const note = (found: Difference | null): void => {
    if (found !== null) differences.push(found);
  };
  for await (const { head, difference } of verifyLog(pool, await rememberedHeads(pool))) {
    heads.push(head);
    note(difference);
    onTenant(head);
  }
  // What is made from a log that is not as it was recorded says nothing.
  if (differences.length === 0) {
    note(await verifyProjection(readProjection, { pool, store: new EventStore(pool, { upcasters: UPCASTERS }) }));
    for (const { tenant } of heads) {
      note(await entitlementDifference(pool, tenant));
      differences.push(...(await personalDataDifferences(pool, tenant)));
    }
  }
  for (const tenant of await securityTenants(pool)) note(await securityDifference(pool, tenant));
  const verification = { startedAt, finishedAt: new Date().toISOString(), heads, differences };
  await saveVerification(pool, verification);
  return verification;
}

async function entitlementDifference(pool: pg.Pool, tenant: string): Promise<Difference | null> {
  return inSnapshot(pool, async (client) => {
    // While the tables are behind the log they cannot hold what the guards hold.
    const { rowCount } = await client.query(
      `select from es.head h join read.progress p using (tenant)
        where h.tenant = $1 and h.position = p.position and not exists (select from read.set_aside where tenant = $1)`,
      [tenant],
    );
    if (rowCount === 0) return null;
    const { rows } = await client.query<{ account: string; stored: string; computed: string }>(ENTITLEMENT_GUARDS, [
      tenant,
    ]);
    const [found] = rows;
    if (found === undefined) return null;
    const { account: subject, stored, computed } = found;
    return { check: 'entitlement', tenant, position: null, subject, field: 'reserved, paid', stored, computed };
  });
}

async function securityTenants(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ tenant: string }>(
    'select tenant from identity.security_log_end union select tenant from identity.security_log order by 1',
  );
  return rows.map(({ tenant }) => tenant);
}

async function securityDifference(pool: pg.Pool, tenant: string): Promise<Difference | null> {
  const state = await new SecurityLogCheck(pool).verify(tenant);
  if (state.intact) return null;
  const { position, problem } = state;
  const subject = 'identity.security_log';
  return { check: 'security-log', tenant, position, subject, field: 'entry', stored: problem, computed: 'intact' };
}
