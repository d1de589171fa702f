import { normaliseName } from './spelling.js';

/** Forms of a company that one licence has and the next leaves out. */
const LEGAL_FORM = /股份有限公司|有限责任公司|有限公司/g;

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
  'YУΥ',
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

const FIRST_ALIKE: ReadonlyMap<string, string> = new Map(
  ALIKE.flatMap((group) => Array.from(group, (character): [string, string] => [character, group.charAt(0)])),
);

/**
 * What is left of a name when all is taken away that a reader overlooks: width, case, blanks, brackets and other signs,
 * the legal form, and which of several characters that look the same stands there. Names with the same look are worth
 * comparing; null when nothing is left to compare.
 */
export function lookOf(name: string): string | null {
  const signs = normaliseName(name)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const core = signs.replace(LEGAL_FORM, '');
  const look = Array.from(core === '' ? signs : core, (character) => FIRST_ALIKE.get(character) ?? character).join('');
  return look === '' ? null : look;
}
