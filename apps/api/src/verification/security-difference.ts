import type { Difference } from '@duixian/event-store';
import type { Connection } from '../database/transaction.js';
import { SecurityLogCheck } from '../security-log/security-log-check.js';

/** Where a city's security log ended, as a verification found it. */
export interface SecurityEnd {
  /** Empty: of no city. */
  readonly tenant: string;
  readonly position: string;
  /** In hex. */
  readonly hash: string;
}

/** Every city of which there is a security log, or was one. */
export async function securityTenants(client: Connection, remembered: readonly SecurityEnd[]): Promise<string[]> {
  const { rows } = await client.query<{ tenant: string }>(
    `select tenant from identity.security_log_end union select tenant from identity.security_log
      union select unnest($1::text[]) order by 1`,
    [remembered.map(({ tenant }) => tenant)],
  );
  return rows.map(({ tenant }) => tenant);
}

/** Where it ends now; null when there is none. */
export async function securityEnd(client: Connection, tenant: string): Promise<SecurityEnd | null> {
  const { rows } = await client.query<SecurityEnd>(
    `select tenant, position::text as position, encode(hash, 'hex') as hash
       from identity.security_log_end where tenant = $1`,
    [tenant],
  );
  return rows[0] ?? null;
}

/**
 * The first entry of a city's security log that is not as it was written; or that the log ends before where it once did, or
 * is another there, since somebody cut it off or chained it anew.
 */
export async function firstDifferingEntry(
  client: Connection,
  tenant: string,
  remembered: SecurityEnd | null,
): Promise<Difference | null> {
  const about = { check: 'security-log', tenant, subject: 'identity.security_log' } as const;
  const state = await new SecurityLogCheck(client).verify(tenant);
  if (!state.intact) {
    return { ...about, position: state.position, field: 'entry', stored: state.problem, computed: 'intact' };
  }
  if (remembered === null) return null;
  const { position, hash: computed } = remembered;
  const { rows } = await client.query<{ stored: string | null; pruned: boolean }>(
    `select encode(case when e.pruned_position = $2 then e.pruned_hash else l.hash end, 'hex') as stored,
            e.pruned_position > $2 as pruned
       from identity.security_log_end e
       left join identity.security_log l on l.tenant = e.tenant and l.position = $2
      where e.tenant = $1`,
    [tenant, position],
  );
  const [now] = rows;
  if (now?.pruned === true || now?.stored === computed) return null;
  const field = 'as an earlier verification found it';
  return { ...about, position, field, stored: now?.stored ?? null, computed };
}
