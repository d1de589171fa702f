/**
 * Characters that a reader takes for each other, each group under its first one. Letters are capital by then: the
 * Latin ones with their Cyrillic and Greek twins, digits with the letters they resemble, and simplified Chinese
 * characters a stroke apart.
 */
const ALIKE: readonly string[] = [
  'AАΑ',
  'BВΒ8',
  'CС',
  'EЕΕ',
  'HНΗ',
  'I1LІΙ丨',
  'JЈ',
  'KКΚ',
  'MМΜ',
  'NΝ',
  'OО0Ο〇',
  'PРΡ',
  'SЅ5',
  'TТΤ',
  'UՍ',
  'XХΧ',
  'YУΥҮ',
  'Z2Ζ',
  '一ー',
  '己已巳',
  '未末',
  '土士',
  '日曰',
  '人入',
  '干千于',
  '戊戌戍',
  '大太',
  '王玉',
  '天夭',
  '贝见',
  '侯候',
  '拔拨',
  '折拆',
  '晴睛',
  '辩辨',
];

/** The first of its group, by character. */
export const FIRST_ALIKE: ReadonlyMap<string, string> = new Map(
  ALIKE.flatMap((group) => Array.from(group, (character): [string, string] => [character, group.charAt(0)])),
);

const OTHER_ALPHABETS = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/gu;

/** Letters of other alphabets that look like a Latin one. */
const LATIN: ReadonlyMap<string, string> = new Map(
  [...FIRST_ALIKE].filter(([character, first]) => /[A-Z]/.test(first) && character.match(OTHER_ALPHABETS) !== null),
);

/** The text with Latin letters in place of those of other alphabets that nobody tells from them. Letters are capital. */
export function withLatinLetters(text: string): string {
  return text.replace(OTHER_ALPHABETS, (character) => LATIN.get(character) ?? character);
}
