import { reckoned, type Difference, type VerifiedHead } from '@duixian/event-store';
import type pg from 'pg';
import type { Connection } from '../database/transaction.js';
import { personalDataDifferences } from '../personal-data/personal-data-check.js';
import { firstDifferingCredentials, firstDifferingSession } from './credential-difference.js';
import { firstDifferingOfficial } from './official-difference.js';

/**
 * What stands outside a city's log and says who may do what, and where money goes: officials, what they prove themselves
 * with, sessions, account numbers and contacts. The first difference of each kind.
 *
 * @param client in a transaction, REPEATABLE READ.
 */
export async function outsideDifferences(client: pg.ClientBase, tenant: string): Promise<Difference[]> {
  const found = [
    await reckoned(client, tenant, 'official', () => firstDifferingOfficial(client, tenant)),
    await reckoned(client, tenant, 'credentials', () => firstDifferingCredentials(client, tenant)),
    await reckoned(client, tenant, 'session', () => firstDifferingSession(client, tenant)),
  ];
  return [...found.filter((difference) => difference !== null), ...(await personalDataDifferences(client, tenant))];
}

/** Cities that have a log, or anything outside one. */
export async function outsideTenants(connection: Connection, heads: readonly VerifiedHead[]): Promise<string[]> {
  const { rows } = await connection.query<{ tenant: string }>(
    `select tenant from identity."user" union select tenant from identity.session
      union select tenant from identity.bank_account union select tenant from identity.contact
      union select tenant from identity.objector
      union select unnest($1::text[]) order by 1`,
    [heads.map(({ tenant }) => tenant)],
  );
  return rows.map(({ tenant }) => tenant);
}
