import type { Fault } from '../load/problem.js';
import { passages } from '../schema/primitives.js';
import type { PublicityUnit } from '../schema/publicity.js';
import type { PolicyDocument } from '../schema/policy.js';
import { numberOf } from '../text/figures.js';

/** 公示5个工作日, 公示期不少于七天. */
const LENGTH = /([一二两三四五六七八九十]{1,3}|\d{1,2})个?(工作日|日|天)/gu;

/** The length is the quotation's. */
export function publicityFaults({ publicity }: PolicyDocument): Fault[] {
  if (publicity === undefined || !('quote' in publicity)) return [];
  const quote = passages(publicity.quote).join('');
  const lengths = [...quote.matchAll(LENGTH)].map(([words, count = '', unit]) => ({
    words,
    least: Number(numberOf(count).num),
    unit: (unit === '工作日' ? 'workingDays' : 'days') satisfies PublicityUnit,
  }));
  if (lengths.some(({ least, unit }) => least === publicity.least && unit === publicity.unit)) return [];
  const said = lengths.map(({ words }) => words).join('、');
  return [
    {
      path: ['publicity', 'least'],
      message: {
        zh: `引文中${said === '' ? '没有公示的天数' : `写的是“${said}”`}：least 与 unit（days 或 workingDays）应与引文一致`,
        en: `The quotation ${said === '' ? 'names no length' : `says '${said}'`}: least and unit (days or workingDays) are what it says`,
      },
    },
  ];
}
