import type pg from 'pg';
import { readHeartbeats, type Heartbeat } from './heartbeat.js';
import { readBuiltFrom } from './read-schema.js';
import { readBuildProgress, type BuildProgress } from './rebuild.js';

/** How far a read model holds one tenant's log. */
export interface TenantState {
  readonly tenant: string;
  /** Position of the last event that is recorded. */
  readonly head: bigint;
  /** Position up to which the read model holds everything that is not set aside. */
  readonly position: bigint;
  /** Seconds since the oldest event that it does not hold yet was recorded, by the database's clock; 0 at the head. */
  readonly waitingSeconds: number;
  /** Streams that are set aside. */
  readonly setAside: number;
}

/** How a read model stands against the log, as the database knows it: a follower that is dead is seen here as well. */
export interface FollowState {
  /** Version of the live tables; null when there are none. */
  readonly version: number | null;
  readonly tenants: readonly TenantState[];
  readonly followers: readonly Heartbeat[];
  readonly build: BuildProgress | null;
}

const NO_TABLES = 'select h.tenant, h.position as head, 0 as position, 0 as set_aside from es.head h';

export async function readFollowState(db: pg.Pool, name: string): Promise<FollowState> {
  const live = await readBuiltFrom(db, name);
  const { rows } = await db.query<{
    tenant: string;
    head: string;
    position: string;
    set_aside: number;
    waiting: number;
  }>(
    `select s.*,
            coalesce((select greatest(0, extract(epoch from clock_timestamp() - e.recorded_at))::float8 from es.event e
                       where e.tenant = s.tenant and e.position = s.position + 1), 0) as waiting
       from (${live === null ? NO_TABLES : tablesOf(name)}) s order by s.tenant`,
  );
  return {
    version: live?.version ?? null,
    tenants: rows.map(({ tenant, head, position, set_aside: setAside, waiting }) => ({
      tenant,
      head: BigInt(head),
      position: BigInt(position),
      waitingSeconds: waiting,
      setAside,
    })),
    followers: await readHeartbeats(db, name),
    build: await readBuildProgress(db, name),
  };
}

function tablesOf(name: string): string {
  return `select h.tenant, h.position as head, coalesce(p.position, 0) as position,
                 (select count(*) from ${name}.set_aside a where a.tenant = h.tenant)::int as set_aside
            from es.head h left join ${name}.progress p on p.tenant = h.tenant`;
}
