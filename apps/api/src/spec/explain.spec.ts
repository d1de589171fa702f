import { CITY_ROLE, TENANT_SETTING } from '@duixian/event-store';
import type pg from 'pg';

/** A node of a plan as `explain (format json)` writes it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * How PostgreSQL answers a statement for a request of a city: row-level security keeps it from looking some things up.
 *
 * @param values left out: the plan that is made for any of them.
 * @param filled whether tables hold what a city has: of empty ones the planner would rather read all than look into an index.
 */
export async function planInCity(
  pool: pg.Pool,
  city: string,
  statement: string,
  { values, filled }: { readonly values?: readonly unknown[]; readonly filled: boolean },
): Promise<readonly PlanNode[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('role', $1, true), set_config('${TENANT_SETTING}', $2, true)`, [
      CITY_ROLE,
      city,
    ]);
    if (!filled) await client.query('set local enable_seqscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: PlanNode }[] }>(
      `explain (${values === undefined ? 'generic_plan, ' : ''}format json) ${statement}`,
      [...(values ?? [])],
    );
    return rows.flatMap((row) => row['QUERY PLAN'].map(({ Plan }) => Plan));
  } finally {
    await client.query('rollback');
    client.release();
  }
}
