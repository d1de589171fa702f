import { addRatios, multiplyRatios, parseDecimal, ratio, type Ratio } from '@duixian/money';

/** `money` in yuan, `rate` as a part of one (30% = 3/10, 1:1 = 1/2), `count` of whatever stands behind it. */
export type FigureKind = 'money' | 'rate' | 'count';

/** A number that a text states, in digits or in words. */
export interface Figure {
  readonly kind: FigureKind;
  readonly value: Ratio;
  /** As printed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const GROUPED = String.raw`\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?`;
const DIGITS = String.raw`\d+(?:\.\d+)?`;
const WORDS = '[零〇一二两三四五六七八九十百千]+';
const NUMBER = `(?:${GROUPED}|${DIGITS}|${WORDS})`;
const EACH_NUMBER = new RegExp(NUMBER, 'gu');
/** Several numbers before one unit: 30、20、10万元. */
const NUMBERS = `${NUMBER}(?:[、和或至~～—-]${NUMBER})*`;
const MYRIADS = '[百千]?[万亿]';
const UNIT =
  'PFLOPS|P|平方米|㎡|亩|个工作日|个月|年|天|家|名|人(?![工才])|户|项|个|次|倍|场|台|件|套|篇|条|小时|参数|张|间|块|批|辆|吨|公里';
/** Words are counts only before these, since 一项 and 一批 count nothing. */
const UNIT_OF_WORDS = '年|个月|家|名|人(?![工才])|倍|平方米';

/** One amount in several parts: 1亿2000万元, 二万五千元. */
const PART = `${NUMBER}[百千]?`;
const PARTS = `${PART}亿${PART}万(?:${PART})?元|${PART}[亿万]${PART}元|${PART}亿${PART}万(?!${UNIT})`;
const EACH_PART = new RegExp(`(${NUMBER})([百千]?[亿万]?)`, 'gu');

const DATE = /\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?/gu;

interface Pattern {
  readonly kind: FigureKind;
  readonly pattern: RegExp;
  readonly values: (match: RegExpExecArray) => readonly Ratio[];
}

/** In the order in which they are tried: what one takes, no later one reads again. */
const PATTERNS: readonly Pattern[] = [
  { kind: 'money', pattern: new RegExp(PARTS, 'gu'), values: ([words]) => [sumOfParts(words)] },
  {
    kind: 'money',
    pattern: new RegExp(`(${NUMBERS})(${MYRIADS}|[百千])?元|(${NUMBERS})(${MYRIADS})(?!${UNIT})`, 'gu'),
    values: ([, yuan, unit, bare, bareUnit]) => scaled(yuan ?? bare ?? '', unit ?? bareUnit),
  },
  { kind: 'rate', pattern: new RegExp(`(${NUMBERS})[%％]`, 'gu'), values: ([, of]) => parts(of, 100n) },
  { kind: 'rate', pattern: new RegExp(`(${NUMBERS})‰`, 'gu'), values: ([, of]) => parts(of, 1_000n) },
  { kind: 'rate', pattern: new RegExp(`百分之(${NUMBER})`, 'gu'), values: ([, of]) => parts(of, 100n) },
  { kind: 'rate', pattern: new RegExp(`千分之(${NUMBER})`, 'gu'), values: ([, of]) => parts(of, 1_000n) },
  { kind: 'rate', pattern: new RegExp(`万分之(${NUMBER})`, 'gu'), values: ([, of]) => parts(of, 10_000n) },
  { kind: 'rate', pattern: new RegExp(`(${NUMBERS})个百分点`, 'gu'), values: ([, of]) => parts(of, 100n) },
  {
    kind: 'rate',
    pattern: new RegExp(`([一二两三四五六七八九]|[1-9])成(?=[以的给补]|$)`, 'gu'),
    values: ([, of]) => parts(of, 10n),
  },
  { kind: 'rate', pattern: /一半|半数|减半|折半/gu, values: () => [ratio(1n, 2n)] },
  {
    kind: 'rate',
    pattern: /(?<!\d)(\d{1,3})[:：∶](?!0)(\d{1,3})(?!\d)/gu,
    values: ([, a = '', b = '']) => sharesOf(BigInt(a), BigInt(b)),
  },
  {
    kind: 'rate',
    pattern: new RegExp(`(${NUMBER})分之(${NUMBER})`, 'gu'),
    values: ([, den = '', num = '']) => fraction(numberOf(num), numberOf(den)),
  },
  {
    kind: 'count',
    pattern: new RegExp(
      `(?<!第)(?:((?:${GROUPED}|${DIGITS})(?:[、和或至~～—-](?:${GROUPED}|${DIGITS}))*)(${MYRIADS})?(?=${UNIT})|(${WORDS})(?=${UNIT_OF_WORDS}))`,
      'gu',
    ),
    values: ([, digits, unit, words]) => (digits === undefined ? [numberOf(words ?? '')] : scaled(digits, unit)),
  },
];

/** Every amount, rate and count of a text, in its order. A date, and a place in an order (第三年), is none. */
export function figuresOf(text: string): Figure[] {
  let rest = text
    .replaceAll(/[０-９．％]/gu, (wide) => wide.normalize('NFKC'))
    .replaceAll(FORMAL, plainNumeral)
    .replaceAll(DATE, blank);
  const figures: Figure[] = [];
  for (const { kind, pattern, values } of PATTERNS) {
    for (const match of rest.matchAll(pattern)) {
      const [words] = match;
      const end = match.index + words.length;
      for (const value of values(match)) {
        figures.push({ kind, value, text: text.slice(match.index, end), start: match.index, end });
      }
    }
    rest = rest.replaceAll(pattern, blank);
  }
  return figures.sort((a, b) => a.start - b.start);
}

/** A figure as a rule writes it: 300000.00, 30%, 12. */
export function writeFigure({ kind, value }: Pick<Figure, 'kind' | 'value'>): string {
  const hundred = kind === 'rate' ? 100 : 1;
  const number = (Number(value.num) / Number(value.den)) * hundred;
  if (kind === 'money') return number.toFixed(2);
  return `${Number(number.toFixed(6))}${kind === 'rate' ? '%' : ''}`;
}

/** Numerals as they are written against forgery: 贰拾万元. Each stands for one sign of the plain ones. */
const FORMAL = /[壹贰叁肆伍陆柒捌玖拾佰仟]/gu;
const FORMAL_NUMERALS = '壹贰叁肆伍陆柒捌玖拾佰仟';
const PLAIN_NUMERALS = '一二三四五六七八九十百千';

function plainNumeral(formal: string): string {
  return PLAIN_NUMERALS.charAt(FORMAL_NUMERALS.indexOf(formal));
}

function blank(words: string): string {
  return ' '.repeat(words.length);
}

const MULTIPLES: Readonly<Record<string, bigint>> = {
  百: 100n,
  千: 1_000n,
  万: 10_000n,
  百万: 1_000_000n,
  千万: 10_000_000n,
  亿: 100_000_000n,
  百亿: 10_000_000_000n,
  千亿: 100_000_000_000n,
};

function scaled(numbers: string, unit: string | undefined): Ratio[] {
  const multiple = ratio(unit === undefined ? 1n : (MULTIPLES[unit] ?? 1n));
  return numbersOf(numbers).map((number) => multiplyRatios(number, multiple));
}

function sumOfParts(words: string): Ratio {
  const amounts = [...words.matchAll(EACH_PART)].flatMap(([, number = '', unit]) =>
    scaled(number, unit === '' ? undefined : unit),
  );
  return amounts.reduce(addRatios);
}

function parts(numbers: string | undefined, of: bigint): Ratio[] {
  return numbersOf(numbers ?? '').map((number) => multiplyRatios(number, ratio(1n, of)));
}

function sharesOf(a: bigint, b: bigint): Ratio[] {
  if (a + b === 0n) return [];
  return a === b ? [ratio(1n, 2n)] : [ratio(a, a + b), ratio(b, a + b)];
}

function fraction(num: Ratio, den: Ratio): Ratio[] {
  return den.num === 0n ? [] : [multiplyRatios(num, ratio(den.den, den.num))];
}

function numbersOf(numbers: string): Ratio[] {
  return (numbers.match(EACH_NUMBER) ?? []).map(numberOf);
}

const DIGIT_WORDS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1_000n };

/** 30, 1,200.5, 三十, 二百五十 and 百, which is a hundred. */
export function numberOf(text: string): Ratio {
  const decimal = parseDecimal(text.replaceAll(/[,，]/g, ''));
  if (decimal !== null) return decimal;
  let total = 0n;
  let digit: bigint | null = null;
  for (const word of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const place = PLACES[word];
    if (place === undefined) digit = BigInt(DIGIT_WORDS.indexOf(word));
    else {
      total += (digit ?? 1n) * place;
      digit = null;
    }
  }
  return ratio(total + (digit ?? 0n));
}
