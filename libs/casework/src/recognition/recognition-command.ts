import type { Bilingual } from '@duixian/policy';
import type { Command } from '../common/actor.js';
import type { PlainDate } from '../common/plain-date.js';
import type { StatedLine } from './check-lines.js';

/** The document of a list, as typed in. */
export interface StatedHead {
  readonly document: string;
  readonly title: string;
  readonly authority: string;
  readonly issuedOn: PlainDate;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
  /** That keeps the list here: one of whose reviewers proposes it or agrees to it. */
  readonly department: string;
}

export interface ProposeRecognitionList extends Command, StatedHead {
  readonly file: { readonly name: string; readonly sha256: string };
  readonly lines: readonly StatedLine[];
  /** Lines of the file that could not be read as lines at all. */
  readonly unread: number;
  /** What is wrong with the file as a whole, so that it has no lines. */
  readonly faults: readonly Bilingual[];
}

export interface ProposeRecognitionRevocation extends Command {
  /** Number of the list's document. */
  readonly list: string;
  /** Entries by their place; null = all that stand. */
  readonly entries: readonly number[] | null;
  readonly from: PlainDate;
  readonly reason: string;
}

export interface AnswerRecognition extends Command {
  readonly list: string;
  readonly proposal: string;
  readonly answer:
    { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };
}
