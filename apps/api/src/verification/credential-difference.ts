import type { Difference } from '@duixian/event-store';
import type pg from 'pg';
import { sqlFile } from '../database/sql-file.js';
import { CREDENTIALS } from '../identity/seal/credential-seals.js';

const DIFFERING = `
  select c.id, c.seal, c.last_seal from (${CREDENTIALS}) c
   where c.tenant = $1 and c.last_seal <> c.seal order by c.id limit 1`;
const UNKNOWN_SESSION = sqlFile(import.meta.url, 'unknown-session.sql');

/** The first official whose password, second factor or recovery codes are not those that were sealed. */
export async function firstDifferingCredentials(client: pg.ClientBase, tenant: string): Promise<Difference | null> {
  const { rows } = await client.query<{ id: string; seal: string; last_seal: string }>(DIFFERING, [tenant]);
  const [found] = rows;
  if (found === undefined) return null;
  const { id: subject, seal: stored, last_seal: computed } = found;
  return { check: 'credentials', tenant, position: null, subject, field: 'seal', stored, computed };
}

/** The first session that did not begin with a sign-in. */
export async function firstUnknownSession(client: pg.ClientBase, tenant: string): Promise<Difference | null> {
  const { rows } = await client.query<{ id: string; user_id: string }>(UNKNOWN_SESSION, [tenant]);
  const [found] = rows;
  if (found === undefined) return null;
  const { id: stored, user_id: subject } = found;
  return { check: 'session', tenant, position: null, subject, field: 'sign-in', stored, computed: null };
}
