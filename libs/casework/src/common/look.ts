import { FIRST_ALIKE } from './latin-letters.js';
import { simplified } from './simplified.js';
import { normaliseName } from './spelling.js';

/** Forms of a company that one licence has and the next leaves out. */
const LEGAL_FORM = /股份有限公司|有限责任公司|有限公司/g;

/**
 * What is left of a name when all is taken away that a reader overlooks: width, case, blanks, brackets and other signs,
 * the legal form, and which of several characters that look the same stands there. Names with the same look are worth
 * comparing; null when nothing is left to compare.
 */
export function lookOf(name: string): string | null {
  const signs = simplified(normaliseName(name))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const core = signs.replace(LEGAL_FORM, '');
  const look = Array.from(core === '' ? signs : core, (character) => FIRST_ALIKE.get(character) ?? character).join('');
  return look === '' ? null : look;
}
