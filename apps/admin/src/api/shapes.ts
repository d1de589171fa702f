import { z } from 'zod';

/** A sentence or label in both languages. */
export const bilingual = z.object({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

/** Yuan with two decimals, as the API writes money: "150000.00". */
export const money = z.string().regex(/^-?\d+\.\d{2}$/);

/** A division of GB/T 2260: six digits and its name. */
export const division = z.object({ code: z.string(), name: z.string() });
export type Division = z.infer<typeof division>;

export const jsonObject = z.record(z.string(), z.unknown());

export const divisionFields = 'code name';

/** One page of a list, as every connection of the API gives it. */
export function connection<Node>(node: z.ZodType<Node>): z.ZodType<Connection<Node>> {
  return z.object({
    nodes: z.array(node),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    totalCount: z.number(),
    totalIsExact: z.boolean(),
    position: z.string(),
  });
}

export const connectionFields = 'pageInfo { hasNextPage endCursor } totalCount totalIsExact position';

/** A page of a list. `total` is exact up to a bound; `position` is the place in the log at which the page was read. */
export interface Connection<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  totalIsExact: boolean;
  position: string;
}
