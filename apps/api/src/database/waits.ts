import type pg from 'pg';

/** Somebody who waits in the database for what others hold. */
export interface Wait {
  /** Process of the one who waits, in the database. */
  readonly pid: number;
  readonly seconds: number;
  /** What kind of thing it waits for, such as `transactionid` or `relation`. */
  readonly on: string;
  /** Who holds it: process, who signed in, from which program, and for how long its transaction has been open. */
  readonly heldBy: readonly {
    readonly pid: number;
    readonly role: string | null;
    readonly application: string | null;
    readonly state: string | null;
    readonly openSeconds: number | null;
  }[];
}

/**
 * Who waits for whom at this moment, the longest first: at most 20. By `pg_locks`, which everybody may read: what
 * `pg_stat_activity` says of a session is for those of its role, and a session within `es.append` is of its owner's.
 */
export async function readWaits(pool: pg.Pool): Promise<Wait[]> {
  const { rows } = await pool.query<Wait>(
    `select l.pid, l.locktype as on,
            coalesce(extract(epoch from clock_timestamp() - l.waitstart), 0)::int as seconds,
            (select coalesce(json_agg(json_build_object(
                      'pid', h.pid, 'role', h.usename, 'application', nullif(h.application_name, ''), 'state', h.state,
                      'openSeconds', extract(epoch from clock_timestamp() - h.xact_start)::int)), '[]')
               from pg_stat_activity h where h.pid = any (pg_blocking_pids(l.pid))) as "heldBy"
       from pg_locks l join pg_stat_activity w on w.pid = l.pid
      where not l.granted and w.datname = current_database()
      order by l.waitstart limit 20`,
  );
  return rows;
}
