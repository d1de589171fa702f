import type { Difference, RememberedHead, VerifiedHead } from '@duixian/event-store';
import type pg from 'pg';
import type { RedoneDeterminations } from './determination-difference.js';
import type { SecurityEnd } from './security-difference.js';

/** What was found of the whole record at one time. */
export interface Verification {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly heads: readonly VerifiedHead[];
  /** How many determinations of each city were redone, and how many nobody can redo. */
  readonly redone: readonly Omit<RedoneDeterminations, 'difference'>[];
  /** Whether the directory of all cities was compared: whoever has no key of the installation cannot make it. */
  readonly hasDirectory: boolean;
  /** Where each city's security log that is as it was written ends. */
  readonly securityEnds: readonly SecurityEnd[];
  /** The first difference of each kind in each city; none when all is as it was recorded. */
  readonly differences: readonly Difference[];
}

/** Text whose hash is the advisory lock that whoever verifies holds. */
export const VERIFICATION_LOCK = 'duixian verification';

interface Row {
  readonly started_at: string;
  readonly finished_at: string;
  readonly result: {
    readonly heads: readonly VerifiedHead[];
    /** Not there in what an earlier version kept. */
    readonly redone?: Verification['redone'];
    readonly hasDirectory?: boolean;
    readonly securityEnds?: readonly SecurityEnd[];
    readonly differences: readonly Difference[];
  };
}

/**
 * Every verification that is kept, with the `seal` of what it came to, and when it `began` as its entry in the security log
 * has it.
 */
export const SEALED_VERIFICATIONS = sealed('follow.verification');
const SAVE = `
  with saved as (insert into follow.verification (started_at, finished_at, result) values ($1, $2, $3) returning *)
  select identity.record_security('', $2, 'record-verified', null, null, null, null, null, 1,
                                  json_build_object('began', began, 'differences', $4::int, 'seal', seal)::text)
    from (${sealed('saved')}) s`;

function sealed(table: string): string {
  return `
    select v.started_at,
           to_char(v.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as began,
           encode(sha256(convert_to(
             json_build_array(extract(epoch from v.started_at), extract(epoch from v.finished_at), v.result)::text,
             'UTF8')), 'hex') as seal
      from ${table} v`;
}

/** Keeps it, sealed by an entry in the security log of no city. */
export async function saveVerification(
  pool: pg.Pool,
  { startedAt, finishedAt, heads, redone, hasDirectory, securityEnds, differences }: Verification,
): Promise<void> {
  await pool.query(SAVE, [
    startedAt,
    finishedAt,
    JSON.stringify({ heads, redone, hasDirectory, securityEnds, differences }),
    differences.length,
  ]);
}

/** The last verification that ended; null when there was none. */
export async function lastVerification(pool: pg.Pool): Promise<Verification | null> {
  const { rows } = await pool.query<Row>(
    'select started_at, finished_at, result from follow.verification order by started_at desc limit 1',
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { started_at: startedAt, finished_at: finishedAt, result } = row;
  return { startedAt, finishedAt, redone: [], hasDirectory: false, securityEnds: [], ...result };
}

/** The furthest head of each city that a verification found intact: no log may end before it, or differ there. */
export async function rememberedHeads(pool: pg.Pool): Promise<RememberedHead[]> {
  const { rows } = await pool.query<RememberedHead>(
    `select distinct on (head ->> 'tenant')
            head ->> 'tenant' as tenant, head ->> 'position' as position, head ->> 'link' as link
       from follow.verification, jsonb_array_elements(result -> 'heads') head
      where (head ->> 'intact')::boolean
      order by head ->> 'tenant', (head ->> 'position')::bigint desc`,
  );
  return rows;
}

/** The furthest end of each city's security log that a verification found. */
export async function rememberedSecurityEnds(pool: pg.Pool): Promise<SecurityEnd[]> {
  const { rows } = await pool.query<SecurityEnd>(
    `select distinct on (e ->> 'tenant') e ->> 'tenant' as tenant, e ->> 'position' as position, e ->> 'hash' as hash
       from follow.verification, jsonb_array_elements(result -> 'securityEnds') e
      order by e ->> 'tenant', (e ->> 'position')::bigint desc`,
  );
  return rows;
}

/** Since when a verification is under way, in whichever process; null: none is. ISO 8601. */
export async function verificationUnderWay(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ since: string }>(
    // Of another role's connection the moment is not told; that there is one is.
    `select coalesce(a.backend_start, now()) as since
       from pg_locks l join pg_stat_activity a using (pid)
      where l.locktype = 'advisory' and l.granted and l.objsubid = 1
        and l.database = (select oid from pg_database where datname = current_database())
        and (l.classid::bigint << 32) | l.objid::bigint = hashtext('${VERIFICATION_LOCK}')::bigint`,
  );
  return rows[0]?.since ?? null;
}
