import type { Fault } from '../load/problem.js';
import { passages } from '../schema/primitives.js';
import type { PolicyDocument } from '../schema/policy.js';

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日/gu;
const TERM = /有效期(?:为)?([一二三四五六七八九十]|\d{1,2})年/u;
const FROM_ISSUE = /(?:印发|发布|公布|颁布|签发)之日/u;
const DIGIT_WORDS = '零一二三四五六七八九十';

/** The dates of the period are the quotation's, or reckoned from its words, or its reading is written down. */
export function periodFaults({ period, signedOn }: PolicyDocument): Fault[] {
  if (period.from > period.to) return [{ path: ['period', 'to'], message: ENDS_FIRST }];
  if (period.interpretation !== undefined) return [];
  const quote = passages(period.quote).join('');
  const dates = [...quote.matchAll(DATE)].map(([, year = '', month = '', day = '']) => dateOf(year, month, day));
  const faults: Fault[] = [];
  if (!dates.includes(period.from) && !(FROM_ISSUE.test(quote) && period.from === signedOn)) {
    faults.push({ path: ['period', 'from'], message: notQuoted(period.from, dates) });
  }
  if (!dates.includes(period.to) && !isEndOfTerm(period.from, period.to, quote)) {
    faults.push({ path: ['period', 'to'], message: notQuoted(period.to, dates) });
  }
  return faults;
}

/** 有效期5年 ends on the day of the same date, or the day before it. */
function isEndOfTerm(from: string, to: string, quote: string): boolean {
  const [, years] = TERM.exec(quote) ?? [];
  if (years === undefined) return false;
  const count = DIGIT_WORDS.includes(years) ? DIGIT_WORDS.indexOf(years) : Number(years);
  const end = new Date(`${from}T00:00:00Z`);
  end.setUTCFullYear(end.getUTCFullYear() + count);
  const same = end.toISOString().slice(0, 10);
  end.setUTCDate(end.getUTCDate() - 1);
  return to === same || to === end.toISOString().slice(0, 10);
}

function dateOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function notQuoted(date: string, dates: readonly string[]): Fault['message'] {
  const others = dates.join(', ');
  return {
    zh: `${date} 不在引文之内${others === '' ? '' : `（引文中有 ${others}）`}：请改正，或在 interpretation 中说明如何得出`,
    en: `The quotation does not hold ${date}${others === '' ? '' : ` (it holds ${others})`}: correct it, or say under interpretation how it is read`,
  };
}

const ENDS_FIRST: Fault['message'] = {
  zh: '有效期的终止日早于起始日',
  en: 'The period ends before it begins: exchange or correct the dates',
};
