/** What is selected of every page of a list, beside its nodes. */
export const connectionFields = 'pageInfo { hasNextPage endCursor } totalCount totalIsExact position';

/** A page of a list. `total` is exact up to a bound; `position` is the place in the log at which the page was read. */
export interface Connection<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  totalIsExact: boolean;
  position: string;
}
