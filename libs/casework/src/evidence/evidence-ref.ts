import { z } from 'zod';
import type { Parsed } from '../values/parsed.js';
import { parseInvoiceNumber } from './parse-invoice-number.js';
import { parsePaperNumber } from './parse-paper-number.js';

export const EVIDENCE_KINDS = ['invoice', 'contract', 'certificate'] as const;

/** 发票、合同、证书. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const evidenceRefSchema = z.object({ kind: z.enum(EVIDENCE_KINDS), number: z.string() });

/**
 * A numbered document that supports one payment only (凭证). An invoice recorded before its number was checked keeps the
 * text that was typed then.
 */
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;

/** One way to write a document's number, however it is typed. One without a digit (“无”, “/”) is none. */
export function parseEvidenceNumber(kind: EvidenceKind, text: string): Parsed<string> {
  return kind === 'invoice' ? parseInvoiceNumber(text) : parsePaperNumber(text);
}

/** A contract or certificate under its number as it is written now; it may have been recorded under another spelling. */
export function asWrittenNow({ kind, number }: EvidenceRef): EvidenceRef {
  if (kind === 'invoice') return { kind, number };
  const parsed = parsePaperNumber(number);
  return { kind, number: parsed.ok ? parsed.value : number };
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
