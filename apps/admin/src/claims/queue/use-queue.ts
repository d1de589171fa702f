import { useStore } from 'react-admin';
import { z } from 'zod';
import { pageSizeMax } from '../../api/pages.js';
import { useDocument } from '../../api/use-document.js';
import { claimCriteria, defaultClaimSort } from '../claim-list-criteria.js';
import { queueDocument } from '../documents.js';

/** Where a claim stands in the user's order of work. */
export interface Queue {
  /** Counted from 1; null for a claim that is not in the list the user came from. */
  position: number | null;
  length: number;
  previous: string | null;
  next: string | null;
}

/** What react-admin remembers of the list of claims. */
const listParams = z.object({
  filter: z.record(z.string(), z.unknown()).catch({}),
  sort: z.string().catch(defaultClaimSort.field),
  order: z.enum(['ASC', 'DESC']).catch(defaultClaimSort.order),
});

const waitingForMe = { filter: { waitingForMe: true }, sort: defaultClaimSort.field, order: defaultClaimSort.order };

/**
 * The claims that the user works through: those of the list he came from, in its order. It is a snapshot, so that a
 * claim keeps its place although the action just taken removes it from the list.
 */
export function useQueue(current: string): Queue {
  const [stored] = useStore<unknown>('claims.listParams');
  const parsed = listParams.safeParse(stored);
  const { filter, sort, order } = parsed.success ? parsed.data : waitingForMe;
  const criteria = claimCriteria({ filter, sort: { field: sort, order } });
  const query = useDocument(queueDocument, { first: pageSizeMax, after: null, ...criteria }, { snapshot: true });
  const ids = query.data?.claims.nodes.map((node) => node.id) ?? [];
  return placeIn(ids, current);
}

export function placeIn(ids: string[], current: string): Queue {
  const index = ids.indexOf(current);
  if (index < 0) return { position: null, length: ids.length, previous: null, next: null };
  return {
    position: index + 1,
    length: ids.length,
    previous: ids[index - 1] ?? null,
    next: ids[index + 1] ?? null,
  };
}
