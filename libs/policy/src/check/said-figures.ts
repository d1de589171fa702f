import { compareRatios, multiplyRatios, ratio, type Ratio } from '@duixian/money';

import type { Figure } from '../text/figures.js';
import type { PublishedText } from './published-text.js';
import type { RuleFigure } from './rule-figures.js';

export type Valued = Pick<Figure, 'kind' | 'value'>;

const ONE = ratio(1n);
const NONE = ratio(0n);
const MONTHS = ratio(12n);

/** A figure of a quotation, and whether the words before it make it the most that is paid. */
export interface Quoted extends Figure {
  readonly isCeiling: boolean;
}

const CEILING = /(?:最高|不超过|最多|封顶|上限|限额)(?:补助|奖励|支持|不超过|为|限额|金额|额度)*$/u;

/** 500亩（含500亩）以上 is one figure. */
const SAID_AGAIN = /[（(]不?含$/u;

/** @param quotes folded. */
export function figuresIn(quotes: readonly string[], text: PublishedText): Quoted[] {
  return quotes.flatMap((quote) => {
    const figures = text.figuresIn(quote);
    const before = ({ start }: Figure): string => quote.slice(Math.max(0, start - 12), start);
    return figures
      .filter((figure, index) => {
        const last = figures[index - 1];
        return last === undefined || !isSame(last, figure) || !SAID_AGAIN.test(before(figure));
      })
      .map((figure) => ({ ...figure, isCeiling: figure.kind === 'money' && CEILING.test(before(figure)) }));
  });
}

/** Words of a rule under which a sum is the most that is paid, or one of several bounds. */
const CEILINGS = new Set<string | number>(['limits', 'upTo', 'atMost', 'lesserOf']);

/** 最高100万元 is no threshold of 100万元: a rule that holds it only as one has forgotten the limit. */
function holdsCeiling({ path }: RuleFigure): boolean {
  return path.some((part) => CEILINGS.has(part));
}

/** A single one, none, and the whole of something need no words of their own. */
export function isTrivial(value: Ratio): boolean {
  return compareRatios(value, ONE) === 0 || compareRatios(value, NONE) === 0;
}

/** One number of a clause, wherever its quotation and its rule say it. */
export interface Said extends Valued {
  readonly quoted: readonly Quoted[];
  readonly stated: readonly RuleFigure[];
  /** How many times the quotation says it more often than the rule. */
  readonly moreQuoted: number;
  /** How many times the rule says it more often than the quotation. */
  readonly moreStated: number;
}

/** `elsewhere` are figures of other passages that the readings quote: the rule may hold them, and need not. */
export function groupsOf(quoted: readonly Quoted[], rule: readonly RuleFigure[], elsewhere: readonly Valued[]): Said[] {
  const stated = rule.map((figure) => inYears(figure, quoted));
  const values: Valued[] = [];
  for (const { kind, value } of [...quoted, ...stated]) {
    if (!values.some((other) => isSame(other, { kind, value }))) values.push({ kind, value });
  }
  return values.map((each) => {
    const words = quoted.filter((figure) => isSame(figure, each));
    const numbers = stated.filter((figure) => isSame(figure, each));
    const besides = elsewhere.filter((figure) => isSame(figure, each)).length;
    const firsts = numbers.filter(({ again }) => again === undefined).length;
    const ceilings = words.filter(({ isCeiling }) => isCeiling).length - numbers.filter(holdsCeiling).length;
    return {
      ...each,
      quoted: words,
      stated: numbers,
      moreQuoted: Math.max(words.length - numbers.length, ceilings, 0),
      moreStated: Math.max(firsts - words.length - besides, 0),
    };
  });
}

function isSame(one: Valued, other: Valued): boolean {
  return one.kind === other.kind && compareRatios(one.value, other.value) === 0;
}

/** A rule may count in months what the text says in years. */
function inYears(figure: RuleFigure, quoted: readonly Valued[]): RuleFigure {
  if (figure.kind !== 'count' || quoted.some((each) => isSame(each, figure))) return figure;
  const years = quoted.find(
    ({ kind, value }) => kind === 'count' && compareRatios(multiplyRatios(value, MONTHS), figure.value) === 0,
  );
  return years === undefined ? figure : { ...figure, value: years.value };
}
