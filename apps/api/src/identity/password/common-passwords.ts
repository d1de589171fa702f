import { dictionary } from '@zxcvbn-ts/language-common';

/** Names that everybody tries here first: of the product, of what it is for, and of the cities. */
const NAMES_OF_HERE = [
  'duixian',
  'duixiandemo',
  'guanliyuan',
  'administrator',
  'admin',
  'shenhe',
  'caizheng',
  'guoku',
  'shenji',
  'zhengfu',
  'fujian',
  'quanzhou',
  'jinjiang',
  'xiamen',
  'fuzhou',
  'zhangzhou',
  'putian',
  'woaini',
  '兑现',
  '管理员',
  '泉州',
  '厦门',
];

/** About 49,000 passwords that were found most often (zxcvbn's list). */
const COMMON: ReadonlySet<string> = new Set([...dictionary['passwords-common'], ...NAMES_OF_HERE]);
const DIFFERENT_MIN = 5;
const SUBSTITUTES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/**
 * Whether a guesser tries this among his first: one of the list, also behind or before digits and signs, with letters
 * replaced by the usual figures, or said twice; a run of the keyboard or of figures; or of very few different characters.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (new Set(text).size < DIFFERENT_MIN || isRun(text)) return true;
  return [text, unsubstituted(text)].some((each) =>
    [each, trimmed(each), letters(each)].some((word) => COMMON.has(word) || COMMON.has(once(word))),
  );
}

function unsubstituted(text: string): string {
  return Array.from(text, (character) => SUBSTITUTES[character] ?? character).join('');
}

/** The word between digits and signs: `!!quanzhou2026` is `quanzhou`. */
function trimmed(text: string): string {
  return text.replace(/^[\P{L}]+|[\P{L}]+$/gu, '');
}

/** All of its letters, whatever stands between them. */
function letters(text: string): string {
  return text.replace(/\P{L}/gu, '');
}

/** What is said again and again, said once. */
function once(text: string): string {
  return /^(.+?)\1+$/u.exec(text)?.[1] ?? text;
}

/** Whether each character follows the one before, up or down, such as 123456789012 and abcdefghijkl. */
function isRun(text: string): boolean {
  const codes = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  // From 9 on to 0, and back.
  return [1, -1].some((step) => steps.every((each) => each === step || each === -9 * step));
}
