import { useListContext } from 'react-admin';
import { z } from 'zod';

const filterValues = z.record(z.string(), z.unknown());

/** What the list is filtered by, as it stands in the address bar. */
export function useFilterValues(): Record<string, unknown> {
  const list = useListContext();
  const parsed = filterValues.safeParse(list.filterValues);
  return parsed.success ? parsed.data : {};
}
