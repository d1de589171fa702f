import type pg from 'pg';
import { countList } from '../graphql/count-list.js';
import type { Page, PageRequest } from '../graphql/pagination.js';
import { inListOrder, keysetQuery, type ListQuestion } from './keyset.js';

/** Reads the page of a list that was asked for. */
export async function readPage<Row extends object>(
  pool: pg.Pool,
  question: ListQuestion,
  request: PageRequest,
  keyOf: (row: Row) => readonly string[],
): Promise<Page<Row>> {
  const { text, values } = keysetQuery(question, request.order, request);
  const { rows } = await pool.query<Row>(text, [...values]);
  const found = inListOrder(rows, request);
  return { request, found, keyOf, at: question.at, count: () => countList(pool, question) };
}
