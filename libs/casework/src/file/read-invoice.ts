import { z } from 'zod';
import { yuanSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { normaliseProperName } from '../common/spelling.js';
import type { EvidenceDocument } from '../evidence/invoice.js';

/** What the file of a fully digital invoice (数电票) says. */
export const readInvoiceSchema = z.object({
  number: z.string().regex(/^\d{20}$/u),
  issuedOn: plainDateSchema,
  seller: z.string(),
  /** Null where the file has none, as of a person. */
  sellerUscc: z.string().nullable(),
  buyer: z.string(),
  buyerUscc: z.string().nullable(),
  /** Without tax; without its sign of a red-letter one. */
  amount: yuanSchema,
  tax: yuanSchema,
  /** 红字: it takes back what another one was for. */
  isRed: z.boolean(),
});
export type ReadInvoice = z.infer<typeof readInvoiceSchema>;

/** What is compared. */
export const INVOICE_FIELDS = ['seller', 'seller-code', 'issued-on', 'amount', 'tax'] as const;
export type InvoiceField = (typeof INVOICE_FIELDS)[number];

const PROPERTIES = {
  seller: 'seller',
  'seller-code': 'sellerUscc',
  'issued-on': 'issuedOn',
  amount: 'amount',
  tax: 'tax',
} as const satisfies Record<InvoiceField, string>;

/** That a claim states something else of an invoice than its file says. */
export interface InvoiceDifference {
  readonly field: InvoiceField;
  readonly stated: string;
  readonly read: string;
}

/** Where a claim states another invoice than the file is; null where it names none of that number, or its number alone. */
export function invoiceDifferences(
  read: ReadInvoice,
  evidence: readonly EvidenceDocument[],
): readonly InvoiceDifference[] | null {
  const stated = evidence.find(({ kind, number }) => kind === 'invoice' && number === read.number)?.invoice;
  if (stated == null) return null;
  return INVOICE_FIELDS.flatMap((field) => {
    const property = PROPERTIES[field];
    const [one, other] = [stated[property], read[property] ?? ''];
    const isSame = field === 'seller' ? normaliseProperName(one) === normaliseProperName(other) : one === other;
    return isSame ? [] : [{ field, stated: one, read: other }];
  });
}
