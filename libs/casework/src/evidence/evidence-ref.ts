import { z } from 'zod';
import { normaliseNumber } from '../common/spelling.js';

export const EVIDENCE_KINDS = ['invoice', 'contract', 'certificate'] as const;

/** 发票、合同、证书. */
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const EVIDENCE_NUMBER_LENGTH_MAX = 64;

export const evidenceRefSchema = z.object({ kind: z.enum(EVIDENCE_KINDS), number: z.string() });

/** A numbered document that supports one payment only (凭证). */
export type EvidenceRef = z.infer<typeof evidenceRefSchema>;

/** One way to write a document's number, however it is typed. */
export function normaliseEvidenceNumber(text: string): string {
  return normaliseNumber(text);
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
