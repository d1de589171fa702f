import { CursorBook, type ListKey } from './cursors.js';
import type { Connection } from './connection.js';

/** The longest page the API gives. */
export const pageSizeMax = 100;

export interface PageRequest {
  first: number;
  after: string | null;
}

/** A page of a list, or null when the list ends before it. */
export type NumberedPage<Node> = Connection<Node> | null;

/**
 * Fetches page n of a list. Normally its beginning is known from the page before; when a link or a bookmark leads
 * straight to a later page, the pages between are skipped in strides as long as the API allows.
 */
export async function fetchPage<Node>(
  book: CursorBook,
  list: ListKey,
  page: number,
  fetch: (request: PageRequest) => Promise<Connection<Node>>,
): Promise<NumberedPage<Node>> {
  let { page: at, after } = book.nearest(list, page);
  while (at < page) {
    const stride = Math.min(page - at, Math.max(1, Math.floor(pageSizeMax / list.perPage)));
    const skipped = await fetch({ first: stride * list.perPage, after });
    const { hasNextPage, endCursor } = skipped.pageInfo;
    if (!hasNextPage || endCursor === null) return null;
    at += stride;
    after = endCursor;
    book.note(list, at, after);
  }
  const found = await fetch({ first: list.perPage, after });
  if (found.pageInfo.endCursor !== null) book.note(list, page + 1, found.pageInfo.endCursor);
  return found;
}
