/** One list as the user sees it: what it is filtered and sorted by, and how long its pages are. */
export interface ListKey {
  resource: string;
  filter: unknown;
  sort: unknown;
  asOf: unknown;
  /** How many commands were sent before: a cursor of an earlier one leads on through an earlier state. */
  commandsSent: number;
  perPage: number;
}

/**
 * Where each page of a list begins. The screen counts pages while the API knows only "after this cursor", so the
 * end of every page seen is kept as the beginning of the next one.
 */
export class CursorBook {
  private readonly lists = new Map<string, Map<number, string>>();

  /** The nearest known beginning at or before `page`: `{ page: 1, after: null }` when nothing is known. */
  nearest(list: ListKey, page: number): { page: number; after: string | null } {
    const known = this.lists.get(JSON.stringify(list));
    for (let candidate = page; candidate > 1; candidate -= 1) {
      const after = known?.get(candidate);
      if (after !== undefined) return { page: candidate, after };
    }
    return { page: 1, after: null };
  }

  /** Notes that `page` of the list begins after `cursor`. */
  note(list: ListKey, page: number, cursor: string): void {
    const key = JSON.stringify(list);
    const known = this.lists.get(key) ?? new Map<number, string>();
    this.lists.set(key, known.set(page, cursor));
  }
}
