/** A column, or an indexed expression, that a list is sorted by. */
export interface KeyColumn {
  readonly sql: string;
  readonly type: 'text' | 'date' | 'bigint' | 'int';
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

/** The parameter of a template that holds the cursor's values, an array of texts. */
export interface KeysetTemplate {
  /** Text with `{{after}}` (a condition), `{{order}}` (what follows `order by`) and `{{limit}}` (a number), once or more. */
  readonly sql: string;
  readonly cursorParameter: number;
}

/**
 * The query of one page: it starts at the cursor by an index, so a page deep in a list costs what the first one does,
 * and rows that others add meanwhile neither repeat nor hide one. It asks for one row too many, to know of more.
 */
export function keysetQuery(template: KeysetTemplate, order: KeysetOrder, request: KeysetPage): string {
  const descending = order.descending !== request.backward;
  const direction = descending ? 'desc' : 'asc';
  const columns = order.key.map((column) => column.sql);
  const cursor = order.key.map((column, index) => {
    return `($${template.cursorParameter}::text[])[${index + 1}]::${column.type}`;
  });
  const after = `(${columns.join(', ')}) ${descending ? '<' : '>'} (${cursor.join(', ')})`;
  return template.sql
    .replaceAll('{{after}}', request.cursor === null ? `$${template.cursorParameter}::text[] is null` : after)
    .replaceAll('{{order}}', columns.map((column) => `${column} ${direction}`).join(', '))
    .replaceAll('{{limit}}', String(request.size + 1));
}

/** Rows as the list has them: a page read backward comes from the database the other way round. */
export function inListOrder<Row>(rows: readonly Row[], request: KeysetPage): readonly Row[] {
  return request.backward ? rows.toReversed() : rows;
}

/** Counts what a template finds, on any page, up to `max + 1`. */
export function countQuery(template: KeysetTemplate, max: number): string {
  const sql = template.sql
    .replaceAll('{{after}}', `$${template.cursorParameter}::text[] is null`)
    .replace(/order by {{order}}\s+limit {{limit}}/g, `limit ${max + 1}`);
  return `select count(*)::int as total from (${sql}) counted`;
}
