import { z } from 'zod';
import { parseEntryNumber } from '../recognition/entry-number.js';
import { read, type Parsed } from '../values/parsed.js';
import { isOlderInvoiceNumber, issueYearOf, parseInvoiceNumber } from './parse-invoice-number.js';
import { isOfficialNumber, parsePaperNumber, parsePaperNumbers } from './parse-paper-number.js';

/** Documents that somebody hands in. */
const PAPER_KINDS = ['invoice', 'contract', 'certificate'] as const;
export const EVIDENCE_KINDS = [...PAPER_KINDS, 'recognition'] as const;

/** 发票、合同、证书, and an entry of a list of recognitions (认定名单). */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const evidenceRefSchema = z.object({ kind: z.enum(EVIDENCE_KINDS), number: z.string() });

/**
 * A numbered document that supports a claim (凭证). An invoice recorded before its number was checked keeps the
 * text that was typed then.
 */
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;

/** What one field holds, by paper: several contracts or certificates, or one invoice or entry, since more is said of each. */
export function parseEvidenceNumbers(kind: EvidenceKind, text: string): Parsed<string[]> {
  if (kind !== 'invoice' && kind !== 'recognition') return parsePaperNumbers(text);
  const number = kind === 'invoice' ? parseInvoiceNumber(text) : parseEntryNumber(text);
  return number.ok ? read([number.value]) : number;
}

/** A contract or certificate under its number as it is written now; it may have been recorded under another spelling. */
export function asWrittenNow({ kind, number }: EvidenceRef): EvidenceRef {
  if (!isRespelled(kind)) return { kind, number };
  const parsed = parsePaperNumber(number);
  return { kind, number: parsed.ok ? parsed.value : number };
}

/** Whether its numbers were recorded as they were typed, until they had one form. */
export function isRespelled(kind: EvidenceKind): boolean {
  return kind === 'contract' || kind === 'certificate';
}

export function isEvidenceKind(text: string): text is EvidenceKind {
  return EVIDENCE_KINDS.some((kind) => kind === text);
}

/**
 * The kinds as which a paper may have been stated: one whose number can be no other's is the same paper whatever it was
 * called, while a contract and a certificate may both be 2026-1.
 */
export function kindsUnderNumber({ kind, number }: EvidenceRef): readonly EvidenceKind[] {
  const isItself = issueYearOf(number) !== null || isOlderInvoiceNumber(number) || isOfficialNumber(number);
  return isItself ? PAPER_KINDS : [kind];
}

/** Whether two documents are the same one; their numbers are written the one way. */
export function sameEvidence(a: EvidenceRef, b: EvidenceRef): boolean {
  return a.number === b.number && kindsUnderNumber(a).includes(b.kind);
}
