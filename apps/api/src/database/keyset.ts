import type { At } from '../log/at.js';

/** A column, or an indexed expression, that a list is sorted by. */
export interface KeyColumn {
  readonly sql: string;
  readonly type: 'text' | 'date' | 'bigint' | 'int';
  /** Of days that may lie after every event, such as those on which something is due. */
  readonly isAhead?: true;
}

/** Order of a list: the columns together tell any two rows apart. */
export interface KeysetOrder {
  /** Name of the list, and of this order of it: a cursor of one is none of another. */
  readonly list: string;
  readonly name: string;
  readonly key: readonly KeyColumn[];
  readonly descending: boolean;
}

/** Where a page of a list lies. */
export interface KeysetPage {
  readonly size: number;
  /** Backward: the nodes that stand before the cursor, or at the end when there is none. */
  readonly backward: boolean;
  /** Sort key of the node next to which the page lies; null = from the start (or the end). */
  readonly cursor: readonly string[] | null;
}

/** What a list is read by. */
export interface KeysetTemplate {
  /**
   * Texts that find a part of the list each, no row in two of them, with `{{after}}` (a condition), `{{order}}` (what
   * follows `order by`) and `{{limit}}` (a number). Of a versioned table a text has `{{rows}}` behind `from`, and the
   * condition `{{stands}}`; its first parameter is the tenant.
   */
  readonly parts: readonly string[];
  /** Name of the versioned table in the schema `read`; null = of no such table. */
  readonly table: string | null;
  /** By which the texts and the order call the rows. */
  readonly alias: string;
}

/** A statement with the values of its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What a list is asked for: the values of its template's parameters, and where of the log it stands. */
export interface ListQuestion {
  readonly template: KeysetTemplate;
  readonly values: readonly unknown[];
  readonly at: At | null;
}

/**
 * The query of one page: it starts at the cursor by an index, so a page deep in a list costs what the first one does,
 * and rows that others add meanwhile neither repeat nor hide one. It asks for one row too many, to know of more.
 *
 * Of a versioned table it takes as many of the rows that still stand, by the index of the order, and of those of the past
 * that stood at the position.
 */
export function keysetQuery(question: ListQuestion, order: KeysetOrder, request: KeysetPage): Statement {
  const values = [...question.values];
  const descending = order.descending !== request.backward;
  const direction = descending ? 'desc' : 'asc';
  const columns = order.key.map((column) => column.sql);
  const { cursor } = request;
  const cursorValue = cursor === null ? '' : `$${values.push(cursor)}::text[]`;
  const key = order.key.map((column, index) => `(${cursorValue})[${index + 1}]::${column.type}`);
  const after = cursor === null ? 'true' : `(${columns.join(', ')}) ${descending ? '<' : '>'} (${key.join(', ')})`;
  const sorted = columns.map((column) => `${column} ${direction}`).join(', ');
  const limit = String(request.size + 1);
  const parts = partsOf(question, values, order).map((part) =>
    part.replaceAll('{{after}}', after).replaceAll('{{order}}', sorted).replaceAll('{{limit}}', limit),
  );
  const [whole = '', ...others] = parts;
  if (others.length === 0) return { text: whole, values };
  const { alias } = question.template;
  const text = `select ${alias}.* from ((${parts.join(') union all (')})) ${alias} order by ${sorted} limit ${limit}`;
  return { text, values };
}

/** Counts what a template finds, on any page, up to `max + 1`. */
export function countQuery(question: ListQuestion, max: number): Statement {
  const values = [...question.values];
  const parts = partsOf(question, values, null).map((part) =>
    part.replaceAll('{{after}}', 'true').replace(/order by {{order}}\s+limit {{limit}}/g, `limit ${max + 1}`),
  );
  const text = `select least(count(*), ${max + 1})::int as total from ((${parts.join(') union all (')})) counted`;
  return { text, values };
}

/** The texts as of a position, whose value is added to `values`: of each, what still stands, and what stood. */
function partsOf({ template, at }: ListQuestion, values: unknown[], order: KeysetOrder | null): string[] {
  const { parts, table, alias } = template;
  if (table === null || at === null) return [...parts];
  const position = `$${values.push(at.position.toString())}::bigint`;
  const stands = `${alias}.from_position <= ${position}${lastDay(at, values, order)}`;
  return parts.flatMap((part) => [
    part.replaceAll('{{rows}}', `read.${table}`).replaceAll('{{stands}}', () => stands),
    part.replaceAll('{{rows}}', `read.${table}_then($1, ${position})`).replaceAll('{{stands}}', 'true'),
  ]);
}

/** Of the past no row is of a later day than the log had come to: the index of an order by day is entered there. */
function lastDay(at: At, values: unknown[], order: KeysetOrder | null): string {
  const [first] = order?.key ?? [];
  if (first?.type !== 'date' || first.isAhead === true || at.behind === 0n || at.lastDay === null) return '';
  return ` and ${first.sql} <= $${values.push(at.lastDay)}::date`;
}

/** Rows as the list has them: a page read backward comes from the database the other way round. */
export function inListOrder<Row>(rows: readonly Row[], request: KeysetPage): readonly Row[] {
  return request.backward ? rows.toReversed() : rows;
}
