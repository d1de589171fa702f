import { useStore } from 'react-admin';
import { z } from 'zod';
import { pageSizeMax } from '../../api/pages.js';
import { useDocument } from '../../api/use-document.js';
import { claimCriteria, defaultClaimSort } from '../claim-list-criteria.js';
import { queueDocument } from '../documents.js';
import { type Queue, placeIn } from './place.js';

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
  const criteria = claimCriteria({ filter, sort: { field: sort, order }, asOf: null });
  const query = useDocument(queueDocument, { first: pageSizeMax, after: null, ...criteria }, { snapshot: true });
  const ids = query.data?.claims.nodes.map((node) => node.id) ?? [];
  return placeIn(ids, current);
}
