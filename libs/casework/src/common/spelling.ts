/** Control and format characters (zero-width blanks, marks of direction): two texts that differ in them look the same. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** The one way to write a number: full-width forms, small letters, blanks and what nobody sees do not make another. */
export function normaliseNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(UNSEEN, '').toUpperCase();
}

/** The one way to write a name: full-width forms, runs of blanks and what nobody sees do not make another. */
export function normaliseName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').replace(UNSEEN, '').replace(/ +/g, ' ').trim();
}
