import type { Fact } from '../schema/clause.js';
import type { Bilingual } from '../schema/primitives.js';

/** What a stated fact must be, to be put after «must be». */
export function requirementOf(fact: Fact): Bilingual {
  switch (fact.type) {
    case 'money':
      return within(fact, {
        zh: '不小于零的金额（元，最多两位小数的文本如 "150000.00"，或整数）',
        en: 'an amount in yuan, not negative: a text with at most two decimals like "150000.00", or a whole number',
      });
    case 'integer':
      return within(fact, { zh: '不小于零的整数', en: 'a whole number, not negative' });
    case 'number':
      return within(fact, {
        zh: '不小于零的数（JSON 数字或十进制文本）',
        en: 'a number, not negative (a JSON number or a plain decimal text)',
      });
    case 'percent':
      return within(fact, {
        zh: '百分数（如 "8.4"，可为负）',
        en: 'a percentage like "8.4", which may be negative',
      });
    case 'date':
      return { zh: '日期 YYYY-MM-DD', en: 'a date YYYY-MM-DD' };
    case 'boolean':
      return { zh: 'true 或 false', en: 'true or false' };
    case 'choice':
      return choiceOf(Object.entries(fact.values));
  }
}

function choiceOf(values: readonly [string, Bilingual][]): Bilingual {
  return {
    zh: `以下之一：${values.map(([value, { zh }]) => `${value}（${zh}）`).join('、')}`,
    en: `one of ${values.map(([value, { en }]) => `${value} (${en})`).join(', ')}`,
  };
}

interface Bounds {
  min?: number | undefined;
  above?: number | undefined;
  max?: number | undefined;
}

function within({ min, above, max }: Bounds, requirement: Bilingual): Bilingual {
  const bounds = [
    min === undefined ? '' : `≥ ${min}`,
    above === undefined ? '' : `> ${above}`,
    max === undefined ? '' : `≤ ${max}`,
  ].filter((bound) => bound !== '');
  if (bounds.length === 0) return requirement;
  return { zh: `${requirement.zh}，${bounds.join(' 且 ')}`, en: `${requirement.en}, ${bounds.join(' and ')}` };
}
