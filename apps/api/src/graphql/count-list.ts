import type pg from 'pg';
import { countQuery, type KeysetTemplate } from '../database/keyset.js';
import { COUNT_MAX, counted, type Count } from './pagination.js';

/**
 * Length of a list.
 *
 * @param values of the template's parameters before the cursor, in their order.
 */
export async function countList(pool: pg.Pool, template: KeysetTemplate, values: readonly unknown[]): Promise<Count> {
  const { rows } = await pool.query<{ total: number }>(countQuery(template, COUNT_MAX), [...values, null]);
  return counted(rows[0]?.total ?? 0);
}
