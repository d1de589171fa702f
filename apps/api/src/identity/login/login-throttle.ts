import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { POOL } from '../../database/database.module.js';
import { inTransaction } from '../../database/transaction.js';
import { accountOf, delayAfter, lanesOf, type Attempt, type Lane } from './lanes.js';

/** A lane without a failure for so long begins anew. */
const FORGIVEN_AFTER_MS = 24 * 3_600_000;

/** Whether the attempt may be judged; otherwise how long to wait. */
export type Admission = { readonly admitted: true } | { readonly admitted: false; readonly retryAfterSeconds: number };

interface LaneRow {
  readonly lane: string;
  readonly failures: number;
  readonly open_at: string;
}

/**
 * Slows guessing down, in the database, so that more processes do not mean more guesses. Delays grow with failures;
 * an attempt that has to wait is not counted, so that who waits waits no longer for having tried.
 */
@Injectable()
export class LoginThrottle {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly clock: Clock,
  ) {}

  /** Whether this attempt may be judged. One that was admitted has to be reported by `succeeded`, `failed` or `withdrawn`. */
  async admit(attempt: Attempt): Promise<Admission> {
    const lanes = lanesOf(attempt);
    const now = this.clock.now();
    await this.pool.query('delete from identity.attempt_lane where last_at <= $1', [
      new Date(now.getTime() - FORGIVEN_AFTER_MS),
    ]);
    return inTransaction(this.pool, async (connection) => {
      const rows = await locked(connection, lanes);
      const waitMs = Math.max(0, ...rows.map((row) => new Date(row.open_at).getTime() - now.getTime()));
      if (waitMs > 0) return { admitted: false, retryAfterSeconds: Math.ceil(waitMs / 1000) };
      for (const lane of lanes) if (lane.beforehand) await count(connection, attempt, lane, rows, now);
      return { admitted: true };
    });
  }

  /** The secret was right: the account's lane here begins anew, and what was counted beforehand elsewhere is taken back. */
  async succeeded(attempt: Attempt): Promise<void> {
    const [own] = lanesOf(attempt);
    await this.pool.query('delete from identity.attempt_lane where lane = $1', [own?.key]);
    await this.withdrawn(attempt);
  }

  /** It was not judged: what was counted beforehand is taken back. */
  async withdrawn(attempt: Attempt): Promise<void> {
    const keys = lanesOf(attempt).flatMap(({ key, beforehand }) => (beforehand ? [key] : []));
    await this.pool.query(
      'update identity.attempt_lane set failures = failures - 1, open_at = last_at where lane = any ($1) and failures > 0',
      [keys],
    );
  }

  /** The secret was wrong: what is counted afterwards is counted now. */
  async failed(attempt: Attempt): Promise<void> {
    const lanes = lanesOf(attempt).filter((lane) => !lane.beforehand);
    if (lanes.length === 0) return;
    await inTransaction(this.pool, async (connection) => {
      const rows = await locked(connection, lanes);
      for (const lane of lanes) await count(connection, attempt, lane, rows, this.clock.now());
    });
  }

  /** Lets an account in again at once, wherever it was guessed at. */
  async unlock(username: string, connection: Pick<pg.ClientBase, 'query'> = this.pool): Promise<void> {
    await connection.query('delete from identity.attempt_lane where account = $1', [accountOf(username)]);
  }
}

/** The lanes' rows, locked in one order; made where there was none. */
async function locked(connection: pg.PoolClient, lanes: readonly Lane[]): Promise<readonly LaneRow[]> {
  const keys = lanes.map(({ key }) => key).toSorted();
  await connection.query('select pg_advisory_xact_lock(hashtext(key)) from unnest($1::text[]) key', [keys]);
  const { rows } = await connection.query<LaneRow>(
    'select lane, failures, open_at from identity.attempt_lane where lane = any ($1)',
    [keys],
  );
  return rows;
}

async function count(
  connection: pg.PoolClient,
  { username }: Attempt,
  lane: Lane,
  rows: readonly LaneRow[],
  now: Date,
): Promise<void> {
  const failures = (rows.find((row) => row.lane === lane.key)?.failures ?? 0) + 1;
  const openAt = new Date(now.getTime() + delayAfter(failures, lane) * 1000);
  await connection.query(
    `insert into identity.attempt_lane (lane, account, failures, last_at, open_at) values ($1, $2, $3, $4, $5)
     on conflict (lane) do update set failures = excluded.failures, last_at = excluded.last_at, open_at = excluded.open_at`,
    [lane.key, lane.beforehand ? accountOf(username) : null, failures, now, openAt],
  );
}
