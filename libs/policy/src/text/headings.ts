import { numberOf } from './figures.js';

/** How a document numbers what it says, from the widest to the narrowest. */
export type HeadingLevel = 'chapter' | 'article' | 'section' | 'item' | 'point' | 'subpoint' | 'circle';

/** A number at the beginning of a line. */
export interface Heading {
  readonly level: HeadingLevel;
  /** As printed, without the signs around it and without spaces: 一 of “一、”, 第二条, 3 of “3.”. */
  readonly number: string;
  readonly ordinal: number;
}

const START = String.raw`^[\s*#|]*`;
/** A number in words or digits; some copies space its signs: 第 1 0 条. */
const WORDS = String.raw`[一二三四五六七八九十百〇零]+(?:\s+[一二三四五六七八九十百〇零]+)*`;
const DIGITS = String.raw`\d{1,3}(?:\s+\d){0,2}`;
const CIRCLES = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const LEVELS: readonly (readonly [HeadingLevel, RegExp])[] = [
  ['chapter', new RegExp(String.raw`${START}第\s*(${WORDS}|${DIGITS})\s*[编章节]`, 'u')],
  ['article', new RegExp(String.raw`${START}第\s*(${WORDS}|${DIGITS})\s*条(?![第款项之规、，,])`, 'u')],
  ['section', new RegExp(String.raw`${START}(${WORDS})\s*(?:、|[．.](?!\d))`, 'u')],
  ['item', new RegExp(String.raw`${START}[（(]\s*(${WORDS})\s*[）)]`, 'u')],
  ['point', new RegExp(String.raw`${START}(\d{1,2})\s*(?:[、．]|\.(?!\d))`, 'u')],
  ['subpoint', new RegExp(String.raw`${START}[（(]\s*(\d{1,2})\s*[）)]`, 'u')],
  ['circle', new RegExp(String.raw`${START}([${CIRCLES}])`, 'u')],
];

/** The heading with which a line begins; null if it begins with none. */
export function headingOf(line: string): Heading | null {
  for (const [level, pattern] of LEVELS) {
    const printed = pattern.exec(line)?.[1]?.replaceAll(/\s/gu, '');
    if (printed === undefined) continue;
    const number = level === 'article' ? `第${printed}条` : printed;
    return { level, number, ordinal: ordinalOf(printed) };
  }
  return null;
}

function ordinalOf(printed: string): number {
  const circle = CIRCLES.indexOf(printed);
  return circle >= 0 ? circle + 1 : Number(numberOf(printed).num);
}
