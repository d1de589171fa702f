import type { Difference, RememberedHead, VerifiedHead } from '@duixian/event-store';
import type pg from 'pg';
import type { Verification } from './verify.js';

interface Row {
  readonly started_at: string;
  readonly finished_at: string;
  readonly result: { readonly heads: readonly VerifiedHead[]; readonly differences: readonly Difference[] };
}

export async function saveVerification(
  pool: pg.Pool,
  { startedAt, finishedAt, heads, differences }: Verification,
): Promise<void> {
  await pool.query('insert into follow.verification (started_at, finished_at, result) values ($1, $2, $3)', [
    startedAt,
    finishedAt,
    JSON.stringify({ heads, differences }),
  ]);
}

/** The last verification that ended; null when there was none. */
export async function lastVerification(pool: pg.Pool): Promise<Verification | null> {
  const { rows } = await pool.query<Row>(
    'select started_at, finished_at, result from follow.verification order by started_at desc limit 1',
  );
  const [row] = rows;
  return row === undefined ? null : { startedAt: row.started_at, finishedAt: row.finished_at, ...row.result };
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
