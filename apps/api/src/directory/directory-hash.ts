import { createHmac } from 'node:crypto';
import {
  asWrittenNow,
  kindsUnderNumber,
  lookOf,
  subjectKeyOf,
  type EvidenceKind,
  type EvidenceRef,
} from '@duixian/casework';

/** What of a claim can stand on another claim as well. */
export interface Stated {
  readonly uscc: string;
  readonly subject: string | null;
  readonly evidence: readonly (EvidenceRef & { readonly party: string | null })[];
}

/** A paper or the subject of a claim, and its hash in the directory of all cities. */
export type DirectoryMark = { readonly hash: Buffer } & (
  { readonly what: 'paper'; readonly kind: EvidenceKind; readonly number: string } | { readonly what: 'subject' }
);

/**
 * The marks of a claim: of each of its papers, and of its subject together with its enterprise. A contract has two: it is
 * the same with the same other party whoever claims, and its own enterprise's number whatever party was stated.
 */
export function marksOf({ uscc, subject, evidence }: Stated, key: Buffer): DirectoryMark[] {
  const papers = evidence.flatMap(({ party, ...document }): DirectoryMark[] => {
    const { kind, number } = asWrittenNow(document);
    const paper = { what: 'paper', kind, number } as const;
    if (kindsUnderNumber(paper).length > 1) return [{ ...paper, hash: hashOf(key, ['paper', number]) }];
    // A number that anybody may have given says something of one enterprise, or of one party, only.
    const own = { ...paper, hash: hashOf(key, ['paper', uscc, kind, number]) };
    return party === null ? [own] : [own, withParty(number, party, key)];
  });
  if (subject === null) return papers;
  return [...papers, { what: 'subject', hash: hashOf(key, ['subject', uscc, subjectKeyOf(subject)]) }];
}

/** What marks of others would say of a claim's contracts: those that name its enterprise as their other party. */
export function otherSidesOf(evidence: Stated['evidence'], names: readonly string[], key: Buffer): DirectoryMark[] {
  return evidence.flatMap(({ kind, number }) =>
    kind === 'contract' ? names.map((name) => withParty(asWrittenNow({ kind, number }).number, name, key)) : [],
  );
}

function withParty(number: string, party: string, key: Buffer): DirectoryMark {
  return { what: 'paper', kind: 'contract', number, hash: hashOf(key, ['contract', number, lookOf(party) ?? party]) };
}

function hashOf(key: Buffer, parts: readonly string[]): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(['duixian directory', ...parts]))
    .digest();
}
