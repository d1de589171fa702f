import { withLatinLetters } from './latin-letters.js';
import { simplified } from './simplified.js';

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
 * simplified characters, and Latin letters in place of those that look the same.
 */
export function normalisePaperNumber(text: string): string {
  return withLatinLetters(simplified(normaliseNumber(text.replace(IGNORABLE, ''))))
    .replace(DASHES, '-')
    .replace(/[[{<〔【〖〈《「『]/gu, '(')
    .replace(/[\]}>〕】〗〉》」』]/gu, ')');
}

/** Quotation marks, full stops, asterisks and the like. */
const EDGES = /^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu;
/** Signs that writers put for each other between the parts of a number. */
const SEPARATORS = /(?<=[\p{L}\p{N})])[-_/·~=+:.\\|,]+(?=[\p{L}\p{N}(])/gu;

/** A paper's number without the signs around it. */
export function withoutEdges(number: string): string {
  return number.replace(EDGES, '');
}

/** A paper's number with nothing but a dash between its parts, and no sign around it. */
export function withOneSign(number: string): string {
  return withoutEdges(number).replace(SEPARATORS, '-');
}

/** The one way to write the bank's number of a settlement (银行回单号). */
export function normaliseBankReference(text: string): string {
  return withOneSign(normalisePaperNumber(text));
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
