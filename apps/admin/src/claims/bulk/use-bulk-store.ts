import { useMemo } from 'react';
import { useUser } from '../../auth/use-user.js';
import { BulkStore } from './bulk-set.js';

/** Where this browser keeps the official's unfinished set. */
export function useBulkStore(): BulkStore {
  const id = useUser()?.id ?? '';
  return useMemo(() => new BulkStore(localStorage, id), [id]);
}
