/** Longest text of an entry, in UTF-16 units; what outsiders send may be of any length. */
const LENGTH_MAX = 200;

// Control characters, which no name has, and halves of surrogate pairs, which PostgreSQL cannot keep.
const UNSEEN = /\p{Cc}|\p{Cs}/gu;

/** A text as an entry keeps it: bounded, and without what cannot be stored or seen. */
export function entryText(text: string | null): string | null {
  return text === null ? null : text.slice(0, LENGTH_MAX).replace(UNSEEN, '\ufffd');
}
