import { z } from 'zod';
import { normaliseNumber } from '../common/spelling.js';
import { read, unreadable, type Parsed } from '../values/parsed.js';
import { parseInvoiceNumber } from './parse-invoice-number.js';

export const EVIDENCE_KINDS = ['invoice', 'contract', 'certificate'] as const;

/** 发票、合同、证书. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

const NUMBER_LENGTH_MAX = 64;

export const evidenceRefSchema = z.object({ kind: z.enum(EVIDENCE_KINDS), number: z.string() });

/**
 * A numbered document that supports one payment only (凭证). An invoice recorded before its number was checked keeps the
 * text that was typed then.
 */
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;

/** One way to write a document's number, however it is typed. One without a digit (“无”, “/”) is none. */
export function parseEvidenceNumber(kind: EvidenceKind, text: string): Parsed<string> {
  if (kind === 'invoice') return parseInvoiceNumber(text);
  const number = normaliseNumber(text);
  if (number.length <= NUMBER_LENGTH_MAX && /\d/.test(number)) return read(number);
  return unreadable(
    `请填写凭证上的编号，其中应有数字，不超过${NUMBER_LENGTH_MAX}个字符。`,
    `State the number that the document bears: it has a digit, and at most ${NUMBER_LENGTH_MAX} characters.`,
  );
}

export function isEvidenceKind(text: string): text is EvidenceKind {
  return EVIDENCE_KINDS.some((kind) => kind === text);
}

/** Whether two documents are the same one; their numbers are written the one way. */
export function sameEvidence(
  a: { readonly kind: string; readonly number: string },
  b: { readonly kind: string; readonly number: string },
): boolean {
  return a.kind === b.kind && a.number === b.number;
}
