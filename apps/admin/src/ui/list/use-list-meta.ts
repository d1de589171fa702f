import { useListContext } from 'react-admin';
import { z } from 'zod';
import type { ListMeta } from '../../api/data-provider.js';

const listMeta = z.object({ total: z.number(), totalIsExact: z.boolean(), position: z.string() });

/** What the shown page says about the whole list; null while there is no page. */
export function useListMeta(): ListMeta | null {
  const list = useListContext();
  const parsed = listMeta.safeParse(list.meta);
  return parsed.success ? parsed.data : null;
}
