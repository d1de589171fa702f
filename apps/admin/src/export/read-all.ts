import type { GetListResult, Identifier, RaRecord } from 'react-admin';
import { z } from 'zod';

/** So many lines are written at once; a longer list is narrowed first. */
export const exportedMax = 5_000;
const beginningsMax = 3;

const answered = z.object({ meta: z.object({ total: z.number(), position: z.string() }) });

export interface WholeList<Row> {
  rows: Row[];
  /** The position of the log at which all of it was read. */
  position: string;
}

export interface Reading<Row extends RaRecord> {
  /** Reads a page, counted from 1. */
  getPage: (page: number) => Promise<GetListResult<Row>>;
  /** Those that are wanted; null = all. */
  wanted: ReadonlySet<Identifier> | null;
  onProgress: (read: number, total: number) => void;
  isCancelled: () => boolean;
}

/**
 * Reads a list page by page as one state: where a page is of another position than the first, it begins anew. Null where it
 * was cancelled, and the number of lines where there are more than are written.
 *
 * @throws where the log never stood still long enough, or a page could not be read.
 */
export async function readAll<Row extends RaRecord>(
  reading: Reading<Row>,
): Promise<WholeList<Row> | { tooMany: number } | null> {
  for (let beginning = 1; beginning <= beginningsMax; beginning += 1) {
    const read = await readOnce(reading);
    if (read !== 'moved') return read;
  }
  throw new Error('The list was read anew by another page each time.');
}

async function readOnce<Row extends RaRecord>({ getPage, wanted, onProgress, isCancelled }: Reading<Row>) {
  const rows: Row[] = [];
  let position: string | null = null;
  for (let page = 1; ; page += 1) {
    const { data, pageInfo, ...said } = await getPage(page);
    if (isCancelled()) return null;
    const { total, position: at } = answered.parse(said).meta;
    if (wanted === null && total > exportedMax) return { tooMany: total };
    position ??= at;
    if (at !== position) return 'moved';
    rows.push(...data.filter(({ id }) => wanted === null || wanted.has(id)));
    onProgress(rows.length, wanted === null ? total : wanted.size);
    if (pageInfo?.hasNextPage !== true || rows.length === wanted?.size) return { rows, position };
  }
}
