import { createHmac } from 'node:crypto';
import { asWrittenNow, kindsUnderNumber, subjectKeyOf, type EvidenceKind, type EvidenceRef } from '@duixian/casework';

/** What of a claim can stand on another claim as well. */
interface Stated {
  readonly uscc: string;
  readonly subject: string | null;
  readonly evidence: readonly EvidenceRef[];
}

/** A paper or the subject of a claim, and its hash in the directory of all cities. */
export type DirectoryMark = { readonly hash: Buffer } & (
  { readonly what: 'paper'; readonly kind: EvidenceKind; readonly number: string } | { readonly what: 'subject' }
);

/** The marks of a claim: of each of its papers, and of its subject together with its enterprise. */
export function marksOf({ uscc, subject, evidence }: Stated, key: Buffer): DirectoryMark[] {
  const papers = evidence.map((document): DirectoryMark => {
    const { kind, number } = asWrittenNow(document);
    // A number that anybody may have given says something of one enterprise only.
    const isItself = kindsUnderNumber({ kind, number }).length > 1;
    const hash = hashOf(key, isItself ? ['paper', number] : ['paper', uscc, kind, number]);
    return { what: 'paper', kind, number, hash };
  });
  if (subject === null) return papers;
  return [...papers, { what: 'subject', hash: hashOf(key, ['subject', uscc, subjectKeyOf(subject)]) }];
}

function hashOf(key: Buffer, parts: readonly string[]): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify(['duixian directory', ...parts]))
    .digest();
}
