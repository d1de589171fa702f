import { withLatinLetters } from './latin-letters.js';

/** Control and format characters (zero-width blanks, marks of direction): two texts that differ in them look the same. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** The one way to write a number: full-width forms, small letters, blanks and what nobody sees do not make another. */
export function normaliseNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').replace(UNSEEN, '').toUpperCase();
}

/** What stands for a dash: the dashes of Unicode, the minus sign, a bullet, a line of a box, the long sign of kana. */
const DASHES = /[\p{Pd}\u2212\u2043\u02d7\u2500\u2501\u2796\u30fc]+/gu;
/** Marks that change how a character is drawn, if at all: nobody sees them. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * The one way to write a number that stands on a paper: as {@link normaliseNumber}, with one dash, one kind of brackets,
 * and Latin letters in place of those that look the same.
 */
export function normalisePaperNumber(text: string): string {
  return withLatinLetters(normaliseNumber(text.replace(IGNORABLE, '')))
    .replace(DASHES, '-')
    .replace(/[[{〔【〖〈《「『]/gu, '(')
    .replace(/[\]}〕】〗〉》」』]/gu, ')');
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
