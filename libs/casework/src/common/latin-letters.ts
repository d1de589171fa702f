/**
 * Characters that a reader takes for each other, each group under its first one. Letters are capital by then: the
 * Latin ones with their Cyrillic and Greek twins, digits with the letters they resemble, Chinese characters a stroke
 * apart, and traditional forms that names of companies use.
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
  '国國',
  '业業',
  '东東',
  '华華',
  '电電',
  '机機',
  '龙龍',
  '网網',
  '云雲',
  '厦廈',
  '门門',
  '湾灣',
  '学學',
  '医醫',
  '药藥',
  '气氣',
  '车車',
  '兴興',
  '丰豐',
  '绿綠',
  '艺藝',
  '达達',
  '远遠',
  '创創',
  '义義',
  '汉漢',
  '实實',
  '发發',
  '联聯',
  '软軟',
  '数數',
  '据據',
  '术術',
  '银銀',
  '凤鳳',
  '鸿鴻',
  '万萬',
  '亿億',
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
