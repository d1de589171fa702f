import type pg from 'pg';
import { countQuery, type ListQuestion } from '../database/keyset.js';
import { COUNT_MAX, counted, type Count } from './pagination.js';

/** Length of a list. */
export async function countList(pool: pg.Pool, question: ListQuestion): Promise<Count> {
  const { text, values } = countQuery(question, COUNT_MAX);
  const { rows } = await pool.query<{ total: number }>(text, [...values]);
  return counted(rows[0]?.total ?? 0);
}
