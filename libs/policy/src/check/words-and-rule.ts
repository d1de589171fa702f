import { compareRatios, multiplyRatios, ratio, type Ratio } from '@duixian/money';

import type { Fault, Path } from '../load/problem.js';
import { readingsOf } from '../payee.js';
import { isPayable } from '../policy.js';
import type { Clause } from '../schema/clause.js';
import { passages } from '../schema/primitives.js';
import { figuresOf, writeFigure, type Figure, type FigureKind } from '../text/figures.js';
import { fold } from './published-text.js';
import { figuresOfRule, readRuleFigure, type RuleFigure } from './rule-figures.js';

type Valued = Pick<Figure, 'kind' | 'value'>;

const ONE = ratio(1n);
const NONE = ratio(0n);
const MONTHS = ratio(12n);

/**
 * Every amount, rate and count of a clause's quotation stands in its rule, and every one of the rule in a quotation, or
 * `figures` says why not. A clause that pays nothing has no rule: each amount and rate that it quotes has its reason.
 */
export function figureFaults(clause: Clause): Fault[] {
  const quoted = figuresIn(passages(clause.quote)).map((figure) =>
    // What a loan limit states is a ceiling as it stands.
    clause.kind === 'loan-limit' ? { ...figure, isCeiling: false } : figure,
  );
  const said = [...quoted, ...figuresIn(readingsOf(clause).flatMap(({ quote }) => passages(quote)))];
  const stated = isPayable(clause) ? [...figuresOfRule(clause)] : [];
  const reasons = clause.figures ?? [];
  const onlyQuoted = quoted
    .filter((figure) => (isPayable(clause) ? !isTrivial(figure) : figure.kind !== 'count'))
    .filter((figure) => !stated.some((other) => isSame(figure, other) && holdsCeiling(figure, other)));
  const onlyStated = stated.filter((figure) => !isTrivial(figure) && !said.some((other) => isSame(other, figure)));
  return [
    ...onlyQuoted
      .filter(({ text }) => !reasons.some(({ words }) => words === text))
      .map((figure): Fault => ({
        path: ['quote'],
        message: isPayable(clause) ? notInRule(figure, stated) : notPaid(figure),
      })),
    ...onlyStated
      .filter((figure) => !reasons.some(({ rule }) => rule !== undefined && isWritten(rule, figure)))
      .map((figure): Fault => ({ path: figure.path, message: notQuoted(figure, quoted) })),
    ...reasons.flatMap(({ words, rule }, index): Fault[] => {
      const isNeeded =
        rule === undefined
          ? onlyQuoted.some(({ text }) => words === text)
          : onlyStated.some((figure) => isWritten(rule, figure));
      const path: Path = ['figures', index];
      return isNeeded ? [] : [{ path, message: needless(String(words ?? rule)) }];
    }),
  ];
}

/** A figure of a quotation, and whether the words before it make it the most that is paid. */
interface Quoted extends Figure {
  readonly isCeiling: boolean;
}

const CEILING = /(?:最高|不超过|最多|封顶|上限|限额)(?:补助|奖励|支持|不超过|为|限额|金额|额度)*$/u;

function figuresIn(texts: readonly string[]): Quoted[] {
  return texts.map(fold).flatMap((text) =>
    figuresOf(text).map((figure) => ({
      ...figure,
      isCeiling: figure.kind === 'money' && CEILING.test(text.slice(Math.max(0, figure.start - 12), figure.start)),
    })),
  );
}

/** Words of a rule under which a sum is the most that is paid, or one of several bounds. */
const CEILINGS = new Set<string | number>(['limits', 'upTo', 'atMost', 'lesserOf']);

/** 最高100万元 is no threshold of 100万元: a rule that holds it only as one has forgotten the limit. */
function holdsCeiling({ isCeiling }: Quoted, { path }: RuleFigure): boolean {
  return !isCeiling || path.some((part) => CEILINGS.has(part));
}

/** A single one, none, and the whole of something need no words of their own. */
function isTrivial({ value }: Valued): boolean {
  return compareRatios(value, ONE) === 0 || compareRatios(value, NONE) === 0;
}

/** A rule may count in months what the text says in years. */
function isSame(quoted: Valued, stated: Valued): boolean {
  if (quoted.kind !== stated.kind) return false;
  if (compareRatios(quoted.value, stated.value) === 0) return true;
  return quoted.kind === 'count' && compareRatios(multiplyRatios(quoted.value, MONTHS), stated.value) === 0;
}

function isWritten(rule: string | number, figure: Valued): boolean {
  const value: Ratio | null = readRuleFigure(rule, figure.kind);
  return value !== null && compareRatios(value, figure.value) === 0;
}

function notInRule(figure: Figure, stated: readonly Valued[]): Fault['message'] {
  const { text, kind } = figure;
  if (stated.some((other) => isSame(figure, other))) {
    return {
      zh: `引文中的“${text}”是最高限额，规则却只把它写成门槛或金额：请写入 limits，或在 figures 中以 words 说明原因`,
      en: `'${text}' of the quotation is a ceiling, but the rule holds it only as a threshold or a sum: put it under limits, or say why not under figures, as words`,
    };
  }
  const others = written(stated, kind);
  return {
    zh: `引文中的“${text}”不在规则之内${others === '' ? '' : `（规则中有 ${others}）`}：请写入规则，或在 figures 中以 words 说明原因`,
    en: `The rule does not hold '${text}' of the quotation${others === '' ? '' : ` (it holds ${others})`}: put it in, or say why not under figures, as words`,
  };
}

function notPaid({ text }: Figure): Fault['message'] {
  return {
    zh: `引文中有“${text}”，本条却不付款：请改为付款条款，或在 figures 中以 words 说明原因`,
    en: `'${text}' is quoted, but nothing is paid: make it a grant, or say why not under figures, as words`,
  };
}

function notQuoted(figure: Valued, quoted: readonly Figure[]): Fault['message'] {
  const value = writeFigure(figure);
  const others = [...new Set(quoted.filter(({ kind }) => kind === figure.kind).map(({ text }) => text))];
  return {
    zh: `规则中的 ${value} 不在引文之内${others.length === 0 ? '' : `（引文中有 ${others.join('、')}）`}：请改正，或在 figures 中以 rule 说明原因`,
    en: `No quotation holds ${value} of the rule${others.length === 0 ? '' : ` (it holds ${others.join(', ')})`}: correct it, or say why under figures, as rule`,
  };
}

function written(figures: readonly Valued[], kind: FigureKind): string {
  const told = figures.filter((figure) => figure.kind === kind && !isTrivial(figure)).map(writeFigure);
  return [...new Set(told)].join(', ');
}

function needless(what: string): Fault['message'] {
  return {
    zh: `“${what}”无需说明：引文与规则在此一致，或两处均没有它。请删去`,
    en: `'${what}' needs no reason: words and rule agree, or neither holds it. Remove it`,
  };
}
