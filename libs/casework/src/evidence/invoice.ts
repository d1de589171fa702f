import { fen, sum, type Fen } from '@duixian/money';
import { z } from 'zod';
import { fenOf, yuanSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { usccSchema } from '../common/uscc.js';
import { evidenceRefSchema } from './evidence-ref.js';

/** What stands on an invoice. Amounts have no sign: a red-letter one (红字发票) names the invoice that it takes back. */
export const invoiceSchema = z.object({
  seller: z.string(),
  sellerUscc: usccSchema,
  issuedOn: plainDateSchema,
  /** Without tax. */
  amount: yuanSchema,
  tax: yuanSchema,
  /** Number of the invoice that it takes back, wholly or in part; null on an ordinary one (蓝字发票). */
  reverses: z.string().nullable(),
});
export type Invoice = z.infer<typeof invoiceSchema>;

/**
 * A document as a claim states it; what stands on it is known of invoices since it has been asked for. Of a contract also
 * the other party (合同相对方), since anybody numbers his contracts as he likes; null where nobody asked for it yet.
 */
export const evidenceDocumentSchema = evidenceRefSchema.extend({
  invoice: invoiceSchema.nullable(),
  party: z.string().nullable().default(null),
});
export type EvidenceDocument = z.infer<typeof evidenceDocumentSchema>;

/** 价税合计 with its sign: a red-letter invoice takes away. */
export function invoiceTotal({ amount, tax, reverses }: Invoice): Fen {
  const total = fenOf(amount) + fenOf(tax);
  return fen(reverses === null ? total : -total);
}

/** What the invoices come to together, tax included and red-letter ones taken off; null when none says what it is for. */
export function invoicedTotal(evidence: readonly EvidenceDocument[]): Fen | null {
  const invoices = evidence.flatMap(({ invoice }) => (invoice === null ? [] : [invoice]));
  return invoices.length === 0 ? null : sum(invoices.map(invoiceTotal));
}
