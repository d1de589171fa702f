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

/**
 * The one way to write the name of a payee, an official or a department: as {@link normaliseName}, but a name in Chinese
 * keeps the brackets with which it is registered, `泉州青石（集团）有限公司`.
 */
export function normaliseProperName(text: string): string {
  const name = normaliseName(text);
  if (!/\p{Script=Han}/u.test(name)) return name;
  return name.replace(/ ?\( ?/g, '（').replace(/ ?\) ?/g, '）');
}
