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
import { redoDeterminations, type RedoneDeterminations } from './determination-difference.js';
import { outsideDifferences, outsideTenants } from './outside-log.js';
import { firstDifferingEntry, securityEnd, securityTenants, type SecurityEnd } from './security-difference.js';
import {
  rememberedHeads,
  rememberedSecurityEnds,
  saveVerification,
  VERIFICATION_LOCK,
  type Verification,
} from './verifications.js';

/** One for the snapshot, one that keeps followers out for a moment, one for the rest. */
const CONNECTIONS = 3;
const ENTITLEMENT_GUARDS = sqlFile(import.meta.url, 'entitlement-guards.sql');

/**
 * Verifies everything that is on record, and keeps what was found: each city's log with its chain, commands, streams and
 * guards; the read tables, built once more; the guards of grants, from the entitlements; determinations, redone by the
 * versions on record; officials, credentials, sessions,
 * account numbers and contacts, from the logs that tell of them; and the security log.
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
    const { rows } = await lease.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtext($1)) as mine', [
      VERIFICATION_LOCK,
    ]);
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
  for await (const { head, differences: ofLog } of verifyLog(pool, await rememberedHeads(pool))) {
    heads.push(head);
    differences.push(...ofLog);
    onTenant(head);
  }
  const readTables = await readTableDifference(pool, differences.length === 0);
  if (readTables !== null) differences.push(readTables);
  for (const { tenant } of heads) {
    const guards = await entitlementDifference(pool, tenant);
    if (guards !== null) differences.push(guards);
  }
  for (const tenant of await outsideTenants(pool, heads)) {
    differences.push(...(await inSnapshot(pool, (client) => outsideDifferences(client, tenant))));
  }
  const redone: Omit<RedoneDeterminations, 'difference'>[] = [];
  // Where a log is not as it was recorded, what it determines is nobody's any more.
  for (const { tenant } of heads.filter(({ intact }) => intact)) {
    const { difference, ...counts } = await inSnapshot(pool, (client) => redoDeterminations(client, tenant));
    redone.push(counts);
    if (difference !== null) differences.push(difference);
  }
  const security = await verifySecurityLogs(pool);
  differences.push(...security.differences);
  const { ends: securityEnds } = security;
  const finishedAt = new Date().toISOString();
  const verification = { startedAt, finishedAt, heads, redone, securityEnds, differences };
  await saveVerification(pool, verification);
  return verification;
}

/**
 * The read tables against those that the log makes. Where the log is not as it was recorded they are compared with what
 * stands there, as far as it can be folded.
 */
async function readTableDifference(pool: pg.Pool, isLogIntact: boolean): Promise<Difference | null> {
  const store = new EventStore(pool, { upcasters: UPCASTERS });
  try {
    return await verifyProjection(readProjection, { pool, store });
  } catch (error) {
    if (isLogIntact || !(error instanceof Error)) throw error;
    const about = { check: 'read-table', tenant: '', position: null, subject: readProjection.name } as const;
    return { ...about, field: 'fold', stored: null, computed: error.message };
  }
}

async function verifySecurityLogs(pool: pg.Pool): Promise<{ ends: SecurityEnd[]; differences: Difference[] }> {
  const remembered = await rememberedSecurityEnds(pool);
  const ends: SecurityEnd[] = [];
  const differences: Difference[] = [];
  for (const tenant of await securityTenants(pool, remembered)) {
    const known = remembered.find((end) => end.tenant === tenant) ?? null;
    await inSnapshot(pool, async (client) => {
      const found = await firstDifferingEntry(client, tenant, known);
      const end = await securityEnd(client, tenant);
      if (found !== null) differences.push(found);
      else if (end !== null) ends.push(end);
    });
  }
  return { ends, differences };
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
