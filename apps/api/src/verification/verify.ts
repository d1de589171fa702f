import {
  EventStore,
  inSnapshot,
  verifyLog,
  verifyProjection,
  type Difference,
  type Projection,
  type VerifiedHead,
} from '@duixian/event-store';
import pg from 'pg';
import { APPLICATION_OPTIONS } from '../database/database.js';
import { plainTypes } from '../database/plain-types.js';
import { sqlFile } from '../database/sql-file.js';
import type { EvidenceFileSettings } from '../config/evidence-files.js';
import { givenDirectoryKey, type KeySettings } from '../directory/directory-key.js';
import { directoryProjection, NO_LAW } from '../directory/directory-projection.js';
import { openStore } from '../evidence-file/store/open-store.js';
import { readProjection } from '../log/read-projection.js';
import { UPCASTERS } from '../log/upcasters.js';
import { redoDeterminations, type RedoneDeterminations } from './determination-difference.js';
import { firstDifferingDraw } from './draw-difference.js';
import { firstDifferingFile } from './file-difference.js';
import { outsideDifferences, outsideTenants } from './outside-log.js';
import { firstDifferingEntry, securityEnd, securityTenants, type SecurityEnd } from './security-difference.js';
import { firstDifferingVerification } from './verification-difference.js';
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

/** Where the key of the installation is, by which the directory of all cities is compared, and where files are kept. */
type VerifySettings = KeySettings & { readonly files: EvidenceFileSettings };

/**
 * Verifies everything that is on record, and keeps what was found: each city's log with its chain, commands, streams and
 * guards; the read tables and the directory of all cities, built once more; the guards of grants, from the entitlements; determinations, redone by the
 * versions on record; draws, drawn again from their seeds; officials, credentials, sessions,
 * account numbers and contacts, from the logs that tell of them; the files of claims; the security log; and what earlier
 * verifications came to.
 *
 * @param url of the database, for the application's role.
 * @returns null when another process is at it.
 */
export async function verifyRecord(url: string, settings: VerifySettings): Promise<Verification | null> {
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
    return rows[0]?.mine === true ? await verifyAlone(pool, settings) : null;
  } finally {
    await lease.end();
    await pool.end();
  }
}

async function verifyAlone(pool: pg.Pool, settings: VerifySettings): Promise<Verification> {
  const startedAt = new Date().toISOString();
  const heads: VerifiedHead[] = [];
  const differences: Difference[] = [];
  for await (const { head, differences: ofLog } of verifyLog(pool, await rememberedHeads(pool))) {
    heads.push(head);
    differences.push(...ofLog);
  }
  const readTables = await readTableDifference(pool, differences.length === 0);
  if (readTables !== null) differences.push(readTables);
  const directoryKey = await givenDirectoryKey(pool, settings);
  const directory =
    directoryKey === null ? null : await directoryDifference(pool, directoryKey, differences.length === 0);
  if (directory !== null) differences.push(directory);
  const files = openStore(settings.files);
  // Guards of grants, and which files there are, are read from tables that have to be there for it.
  for (const { tenant } of readTables?.field === 'columns' ? [] : heads) {
    const guards = await entitlementDifference(pool, tenant);
    if (guards !== null) differences.push(guards);
    const file = await firstDifferingFile(pool, files, tenant);
    if (file !== null) differences.push(file);
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
    const draw = await inSnapshot(pool, (client) => firstDifferingDraw(client, tenant));
    if (draw !== null) differences.push(draw);
  }
  const security = await verifySecurityLogs(pool);
  differences.push(...security.differences);
  const earlier = await inSnapshot(pool, firstDifferingVerification);
  if (earlier !== null) differences.push(earlier);
  const { ends: securityEnds } = security;
  const finishedAt = new Date().toISOString();
  const hasDirectory = directoryKey !== null;
  const verification = { startedAt, finishedAt, heads, redone, hasDirectory, securityEnds, differences };
  await saveVerification(pool, verification);
  return verification;
}

/** The read tables against those that the log makes. */
function readTableDifference(pool: pg.Pool, isLogIntact: boolean): Promise<Difference | null> {
  return projectionDifference(pool, readProjection, [], isLogIntact);
}

/** The directory against that which the logs and the key make; whom to call stands in the policies of the day of an entry. */
function directoryDifference(pool: pg.Pool, key: Buffer, isLogIntact: boolean): Promise<Difference | null> {
  return projectionDifference(pool, directoryProjection(key, NO_LAW), ['entry.department'], isLogIntact);
}

/**
 * Tables against those that the log makes. Where the log is not as it was recorded they are compared with what stands
 * there, as far as it can be folded.
 */
async function projectionDifference(
  pool: pg.Pool,
  projection: Projection,
  apart: readonly string[],
  isLogIntact: boolean,
): Promise<Difference | null> {
  const store = new EventStore(pool, { upcasters: UPCASTERS });
  try {
    return await verifyProjection(projection, { pool, store }, apart);
  } catch (error) {
    if (isLogIntact || !(error instanceof Error)) throw error;
    const about = { check: 'read-table', tenant: '', position: null, subject: projection.name } as const;
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
