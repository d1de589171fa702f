import type { Difference } from '@duixian/event-store';
import type pg from 'pg';
import { sqlFile } from '../database/sql-file.js';
import { CREDENTIALS } from '../identity/seal/credential-seals.js';
import { SEALED_SESSIONS } from '../identity/session/sessions.js';

const DIFFERING = `
  select c.id, c.seal, c.last_seal from (${CREDENTIALS}) c
   where c.tenant = $1 and c.last_seal <> c.seal order by c.id limit 1`;
const SESSIONS = sqlFile(import.meta.url, 'session-differences.sql').replace('{{sessions}}', () => SEALED_SESSIONS);

interface SessionRow {
  readonly id: string;
  readonly user_id: string;
  readonly field: string;
  readonly stored: string;
  readonly computed: string | null;
}

/** The first official whose password, second factor or recovery codes are not those that were sealed. */
export async function firstDifferingCredentials(client: pg.ClientBase, tenant: string): Promise<Difference | null> {
  const { rows } = await client.query<{ id: string; seal: string; last_seal: string }>(DIFFERING, [tenant]);
  const [found] = rows;
  if (found === undefined) return null;
  const { id: subject, seal: stored, last_seal: computed } = found;
  return { check: 'credentials', tenant, position: null, subject, field: 'seal', stored, computed };
}

/**
 * The first session that did not begin with a sign-in, is not what that sealed, goes on after its end, or was used at a
 * time that has not come.
 */
export async function firstDifferingSession(client: pg.ClientBase, tenant: string): Promise<Difference | null> {
  const { rows } = await client.query<SessionRow>(SESSIONS, [tenant]);
  const [found] = rows;
  if (found === undefined) return null;
  const { id, user_id, field, stored, computed } = found;
  return { check: 'session', tenant, position: null, subject: `${id} of ${user_id}`, field, stored, computed };
}
