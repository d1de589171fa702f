import type { Bilingual } from '@duixian/policy';
import { joined, say, type FactWords, type Predicate } from './words.js';

type Operand = Extract<Predicate, { year: unknown }>['year']['equals'];
type Bounds = Exclude<Extract<Predicate, { fact: string }>, { is: unknown }>;

/** A condition in words. */
export function describePredicate(predicate: Predicate, facts: FactWords): Bilingual {
  if ('all' in predicate)
    return joined(
      predicate.all.map((part) => describePredicate(part, facts)),
      '且',
      ' and ',
    );
  if ('any' in predicate)
    return joined(
      predicate.any.map((part) => describePredicate(part, facts)),
      '或',
      ' or ',
    );
  if ('not' in predicate) {
    const denied = describePredicate(predicate.not, facts);
    return say(`并非（${denied.zh}）`, `not (${denied.en})`);
  }
  if ('is' in predicate) {
    const label = facts.label(predicate.fact);
    const value = facts.value(predicate.fact, predicate.is);
    return say(`${label.zh}：${value.zh}`, `${label.en}: ${value.en}`);
  }
  if ('year' in predicate) {
    const year = operand('', predicate.year.equals, facts);
    return say(`年度为${year.zh}`, `the year is ${year.en}`);
  }
  if ('growth' in predicate) return describeGrowth(predicate, facts);
  if ('yearsSinceFirstGrant' in predicate) {
    const { below } = predicate.yearsSinceFirstGrant;
    return say(`自首次获得补助的年度起${below}年内`, `within ${below} years from the year of the first grant`);
  }
  if ('grantedYears' in predicate) {
    const { below } = predicate.grantedYears;
    return say(`此前获得补助不足${below}个年度`, `granted in fewer than ${below} earlier years`);
  }
  return describeBounds(predicate, facts);
}

function describeGrowth(growth: Extract<Predicate, { growth: unknown }>, facts: FactWords): Bilingual {
  const of = facts.label(growth.growth.of);
  const over = facts.label(growth.growth.over);
  const bound = growth.atLeast ?? growth.above ?? 0;
  const rate = typeof bound === 'object' ? facts.label(bound.fact) : say(`${bound}%`, `${bound}%`);
  const [zh, en] = growth.atLeast === undefined ? ['高于', 'more than'] : ['不低于', 'at least'];
  return say(`${of.zh}较${over.zh}增长${zh}${rate.zh}`, `${of.en} exceeds ${over.en} by ${en} ${rate.en}`);
}

function describeBounds(bounds: Bounds, facts: FactWords): Bilingual {
  const compared: readonly (readonly [Operand | undefined, string, string])[] = [
    [bounds.equals, '等于', 'equal to'],
    [bounds.atLeast, '不低于', 'at least'],
    [bounds.above, '高于', 'above'],
    [bounds.atMost, '不超过', 'at most'],
    [bounds.below, '低于', 'below'],
  ];
  const parts = compared.flatMap(([bound, zh, en]) => {
    if (bound === undefined) return [];
    const value = operand(bounds.fact, bound, facts);
    return [say(zh + value.zh, `${en} ${value.en}`)];
  });
  const label = facts.label(bounds.fact);
  const range = joined(parts, '且', ' and ');
  return say(label.zh + range.zh, `${label.en} ${range.en}`);
}

function operand(fact: string, value: Operand, facts: FactWords): Bilingual {
  if (typeof value !== 'object') return facts.value(fact, value);
  if ('yearOf' in value) {
    const label = facts.label(value.yearOf);
    return say(`${label.zh}所在年份`, `the year of ${label.en}`);
  }
  const label = facts.label(value.fact);
  if ('plusYears' in value)
    return say(`${label.zh}后${value.plusYears}年`, `${value.plusYears} years after ${label.en}`);
  if ('plus' in value) return say(`${label.zh}+${value.plus}`, `${label.en} + ${value.plus}`);
  return label;
}
