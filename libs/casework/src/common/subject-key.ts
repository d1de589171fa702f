import { withLatinLetters } from './latin-letters.js';
import { withArabicNumerals, withoutRomanSigns } from './numerals.js';
import { simplified } from './simplified.js';
import { normaliseName } from './spelling.js';

/** What is put behind a name for what it is, and makes no other matter of it. */
const GENERIC = /(?:项目|场景|产品|系统|平台|工程|课题|方案)$/;
/** A sign between two digits tells 2.0 from 20; every other sign, and a 第 before a number, tells nothing. */
const BETWEEN_DIGITS = /(?<=\d)[^\p{L}\p{N}]+(?=\d)/gu;
const SIGNS = /[^\p{L}\p{N}.]|(?<!\d)\.|\.(?!\d)|第(?=\d)/gu;

/**
 * The one canonical form of a subject's name: of one enterprise, names with the same form are one matter. Width, case,
 * blanks, brackets, quotes and other signs do not count, nor letters that look the same, nor traditional characters, nor which numerals stand there
 * (二, Ⅱ, 2), nor the word for what it is behind it (项目, 场景, 产品, 系统 …).
 */
export function subjectKeyOf(subject: string): string {
  const plain = withArabicNumerals(
    withLatinLetters(simplified(normaliseName(withoutRomanSigns(subject))).toUpperCase()),
  );
  const key = plain.replace(BETWEEN_DIGITS, '.').replace(SIGNS, '');
  return withoutEnd(key === '' ? plain : key, GENERIC);
}

/** As often as it stands there, but never all of it. */
export function withoutEnd(text: string, end: RegExp): string {
  let rest = text;
  for (let shorter = rest.replace(end, ''); shorter !== '' && shorter !== rest; shorter = rest.replace(end, '')) {
    rest = shorter;
  }
  return rest;
}
