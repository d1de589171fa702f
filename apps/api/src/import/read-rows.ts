import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PlainDate } from '@duixian/casework';
import { readCsv } from './csv-file.js';
import type { RowProblem } from './row-problem.js';
import { RowReader } from './row-reader.js';

/** A folder, and the day on which it is imported: cells may count from it. */
export interface ImportFolder {
  readonly path: string;
  readonly today: PlainDate;
}

export interface ReadRows<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
}

/**
 * Reads a file of a folder, where there is one.
 *
 * @param read null when the row has a problem of its form.
 */
export function readRows<Row>(
  { path, today }: ImportFolder,
  file: string,
  required: readonly string[],
  read: (reader: RowReader) => Row | null,
): ReadRows<Row> {
  if (!existsSync(join(path, file))) return { rows: [], problems: [] };
  const { rows: cells, problems } = readCsv(path, file, { required: [...required], optional: [] });
  const readers = cells.map((row) => new RowReader(row, today));
  const rows = readers.flatMap((reader) => {
    const row = read(reader);
    return row === null || reader.problems.length > 0 ? [] : [row];
  });
  return { rows, problems: [...problems, ...readers.flatMap((reader) => reader.problems)] };
}
