import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type pg from 'pg';
import type { FollowerId } from './checkpoint.js';

/** This process, as its heartbeats name it. */
export const PROCESS_ID: string = randomUUID();

/** What a process says of itself while it follows the log. */
export interface Heartbeat {
  /** UUID of the process, new with each start. */
  readonly process: string;
  readonly host: string;
  readonly pid: number;
  readonly version: number;
  /** Seconds since it last said so, by the database's clock. */
  readonly ageSeconds: number;
  /** Tenants whose batch it had in hand then, with the moment since when: ISO 8601, UTC. */
  readonly batches: Readonly<Record<string, string>>;
}

/** Says that this process lives and follows. `batches` are moments in milliseconds since 1970, by tenant. */
export async function beat(
  db: pg.Pool,
  { name, version }: FollowerId,
  batches: ReadonlyMap<string, number>,
): Promise<void> {
  const inHand = Object.fromEntries([...batches].map(([tenant, since]) => [tenant, new Date(since).toISOString()]));
  await db.query({
    name: 'follow.beat',
    text: `insert into follow.heartbeat (process, name, version, host, pid, started_at, beat_at, batches)
           values ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp(), $6)
           on conflict (process, name) do update
             set version = excluded.version, beat_at = excluded.beat_at, batches = excluded.batches`,
    values: [PROCESS_ID, name, version, hostname(), process.pid, JSON.stringify(inHand)],
  });
}

/** A process that ends in order leaves no row behind; neither does one that died a day ago. */
export async function removeHeartbeats(db: pg.Pool, { name }: FollowerId): Promise<void> {
  await db.query(
    `delete from follow.heartbeat
      where name = $2 and (process = $1 or beat_at < clock_timestamp() - interval '1 day')`,
    [PROCESS_ID, name],
  );
}

/** Whether a process of a later version said within so many seconds that it follows. */
export async function laterFollows(
  db: pg.Pool | pg.ClientBase,
  { name, version }: FollowerId,
  seconds: number,
): Promise<boolean> {
  const { rowCount } = await db.query(
    `select from follow.heartbeat
      where name = $1 and version > $2 and beat_at > clock_timestamp() - make_interval(secs => $3) limit 1`,
    [name, version, seconds],
  );
  return rowCount !== 0;
}

/** Every process that follows, or has until it died, the latest beat first. */
export async function readHeartbeats(db: pg.Pool, name: string): Promise<Heartbeat[]> {
  const { rows } = await db.query<Omit<Heartbeat, 'ageSeconds'> & { age: number }>(
    `select process, host, pid, version, batches, extract(epoch from clock_timestamp() - beat_at)::float8 as age
       from follow.heartbeat where name = $1 order by beat_at desc`,
    [name],
  );
  return rows.map(({ age, ...row }) => ({ ...row, ageSeconds: Math.max(0, age) }));
}
