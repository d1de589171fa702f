import { compareRatios } from '@duixian/money';

import type { Fault } from '../load/problem.js';
import { readingsOf } from '../payee.js';
import { isPayable } from '../policy.js';
import type { Clause, PayableClause } from '../schema/clause.js';
import { passages } from '../schema/primitives.js';
import { writeFigure, type Figure } from '../text/figures.js';
import { needlessReason, Reasons } from './figure-reasons.js';
import { fold, type PublishedText } from './published-text.js';
import { figuresOfRule, readRuleFigure, type RuleFigure } from './rule-figures.js';
import { figuresIn, groupsOf, isTrivial, type Quoted, type Said, type Valued } from './said-figures.js';

/**
 * The rule of a clause says every amount, rate and count as often as its quotation does, or `figures` says why not: so a
 * number mistyped as another one of the quotation is missed in one place and too many in the other. A clause that pays
 * nothing has no rule: each amount and rate that it quotes has its reason.
 */
export function figureFaults(clause: Clause, text: PublishedText): Fault[] {
  return isPayable(clause) ? comparedFaults(clause, text) : unpaidFaults(clause, text);
}

function comparedFaults(clause: PayableClause, text: PublishedText): Fault[] {
  const own = passages(clause.quote).map(fold);
  const quoted = figuresIn(own, text).map((figure) =>
    // What a loan limit states is a ceiling as it stands.
    clause.kind === 'loan-limit' ? { ...figure, isCeiling: false } : figure,
  );
  const elsewhere = figuresIn(
    passagesOfReadings(clause).filter((words) => !own.some((each) => each.includes(words))),
    text,
  );
  const figures = groupsOf(quoted, [...figuresOfRule(clause)], elsewhere).filter(({ value }) => !isTrivial(value));
  const reasons = new Reasons(clause.figures ?? []);
  const unexplained = figures.flatMap((figure) => [
    ...quotationFaults(figure, reasons, figures),
    ...ruleFaults(figure, reasons, figures),
  ]);
  return [...unexplained, ...reasons.needless()];
}

function unpaidFaults(clause: Clause, text: PublishedText): Fault[] {
  const quoted = figuresIn(passages(clause.quote).map(fold), text).filter(({ kind }) => kind !== 'count');
  const reasons = clause.figures ?? [];
  return [
    ...quoted
      .filter(({ text }) => !reasons.some(({ words }) => words === text))
      .map((figure): Fault => ({ path: ['quote'], message: notPaid(figure) })),
    ...reasons.flatMap((reason, index) =>
      reason.times === undefined && quoted.some(({ text }) => text === reason.words)
        ? []
        : [needlessReason(reason, index)],
    ),
  ];
}

function passagesOfReadings(clause: Clause): string[] {
  return [...new Set(readingsOf(clause).flatMap(({ quote }) => passages(quote).map(fold)))];
}

function quotationFaults(figure: Said, reasons: Reasons, all: readonly Said[]): Fault[] {
  const { quoted, stated, moreQuoted } = figure;
  // The shortest is the figure by itself, and no list of which it is one.
  const [first] = quoted.toSorted((one, other) => one.text.length - other.text.length);
  if (moreQuoted === 0 || first === undefined) return [];
  const found = reasons.take(({ words }) => quoted.some(({ text }) => text === words), moreQuoted);
  if (found === 'explained') return [];
  const message =
    found === 'miscounted' || (stated.length > 0 && quoted.length > stated.length)
      ? moreOften(first.text, 'words', figure)
      : notInRule(first, stated, all);
  return [{ path: ['quote'], message }];
}

function ruleFaults(figure: Said, reasons: Reasons, all: readonly Said[]): Fault[] {
  const { quoted, stated, moreStated } = figure;
  if (moreStated === 0) return [];
  const found = reasons.take(({ rule }) => rule !== undefined && isWritten(rule, figure), moreStated);
  if (found === 'explained') return [];
  const said = found === 'miscounted' || quoted.length > 0;
  const message = said ? moreOften(writeFigure(figure), 'rule', figure) : notQuoted(figure, all);
  // Which of several equal ones is mistyped cannot be known.
  return stated.slice(said ? -1 : 0).map(({ path }) => ({ path, message }));
}

function isWritten(rule: string | number, { kind, value }: Valued): boolean {
  const written = readRuleFigure(rule, kind);
  return written !== null && compareRatios(written, value) === 0;
}

function moreOften(
  what: string,
  as: 'words' | 'rule',
  { quoted, stated, moreQuoted, moreStated }: Said,
): Fault['message'] {
  const times = as === 'words' ? moreQuoted : moreStated;
  const [zh, en] = times === 1 ? ['', ''] : [`（times: ${times}）`, `, with times: ${times}`];
  return {
    zh: `“${what}”引文中有 ${quoted.length} 处，规则中有 ${stated.length} 处：如有误写请改正，否则在 figures 中以 ${as} 说明原因${zh}`,
    en: `'${what}' stands ${timesOf(quoted.length)} in the quotation and ${timesOf(stated.length)} in the rule: correct the number that is mistyped, or say why under figures, as ${as}${en}`,
  };
}

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function notInRule(figure: Quoted, stated: readonly RuleFigure[], all: readonly Said[]): Fault['message'] {
  const { text, kind } = figure;
  if (stated.length > 0) {
    return {
      zh: `引文中的“${text}”是最高限额，规则却只把它写成门槛或金额：请写入 limits，或在 figures 中以 words 说明原因`,
      en: `'${text}' of the quotation is a ceiling, but the rule holds it only as a threshold or a sum: put it under limits, or say why not under figures, as words`,
    };
  }
  const others = all
    .filter((other) => other.kind === kind && other.stated.length > 0)
    .map(writeFigure)
    .join(', ');
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

function notQuoted(figure: Said, all: readonly Said[]): Fault['message'] {
  const value = writeFigure(figure);
  const others = [
    ...new Set(all.filter(({ kind }) => kind === figure.kind).flatMap(({ quoted }) => quoted.map(({ text }) => text))),
  ];
  return {
    zh: `规则中的 ${value} 不在引文之内${others.length === 0 ? '' : `（引文中有 ${others.join('、')}）`}：请改正，或在 figures 中以 rule 说明原因`,
    en: `No quotation holds ${value} of the rule${others.length === 0 ? '' : ` (it holds ${others.join(', ')})`}: correct it, or say why under figures, as rule`,
  };
}
