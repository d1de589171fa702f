import { createHash } from 'node:crypto';
import type pg from 'pg';

/** Somebody who works in the application, as a measurement needs him. */
export interface SignedIn {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly string[];
  /** Of his session. */
  readonly token: string;
}

/**
 * Gives an official an account and a session as a login begins it, without the third of a second that a password takes on
 * purpose; gives both back to who has lost them.
 */
export async function signIn(database: Pick<pg.ClientBase, 'query'>, official: SignedIn): Promise<void> {
  const { id, username, displayName, division, department, roles, token } = official;
  const tenant = `${division.slice(0, 4)}00`;
  await database.query(
    `insert into identity."user" (tenant, id, username, display_name, division, department, roles, password, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'none', now())
     on conflict (tenant, id) do update set roles = excluded.roles, division = excluded.division,
       department = excluded.department, disabled = false, must_change_password = false`,
    [tenant, id, username, displayName, division, department, roles],
  );
  await database.query(
    `insert into identity.session (token_hash, id, tenant, user_id, password_version, begun_at, used_at)
     select $1, gen_random_uuid(), u.tenant, u.id, u.password_version, now(), now()
       from identity."user" u where u.tenant = $2 and u.id = $3
     on conflict (token_hash) do update set password_version = excluded.password_version,
       begun_at = excluded.begun_at, used_at = excluded.used_at`,
    [createHash('sha256').update(token).digest(), tenant, id],
  );
}
