import { endOfPeriod, plusYears } from '../compile/dates.js';
import type { Fault } from '../load/problem.js';
import { isBlank } from '../schema/blanks.js';
import { passages } from '../schema/primitives.js';
import type { PolicyDocument } from '../schema/policy.js';
import { numberOf } from '../text/figures.js';
import type { PublishedText } from './published-text.js';

const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日/gu;
const COUNT = '([一二两三四五六七八九十]{1,3}|\\d{1,2})';
/** 有效期5年, 试行两年, 暂定三年有效期, 自印发之日起五年内有效. */
const TERM = new RegExp(
  `(?:有效期(?:限)?|试行(?:期)?|暂定)(?:为|暂定|：)*${COUNT}个?年|(?:之日起|有效期)[^。；]{0,6}?${COUNT}年(?:内)?(?:有效|$)|${COUNT}年有效期`,
  'u',
);
const ENDS = /有效期(?:限)?至|[至到]\d{4}年[^。；]{0,8}?止/u;
const FROM_ISSUE = /(?:印发|发布|公布|颁布|签发)之日/u;
/** 本措施自2026年1月1日起施行，有效期至…; or an end without 施行: 自印发之日起五年内有效, 自…起至…止. */
const IN_FORCE = [
  /(?:本[^。，；）〕]{0,12})?自[^。；]{2,30}?起[^。]{0,12}?(?:施行|实施|执行|生效)[^。]*。?/u,
  /(?:本[^。，；）〕]{0,12})?自(?:印发|发布|公布|颁布|签发)之日起[^。；]{0,8}有效[^。]*。?/u,
  /(?:本[^。，；）〕]{0,12})?自\d{4}年\d{1,2}月\d{1,2}日起至\d{4}年\d{1,2}月\d{1,2}日止。?/u,
];

/** The sentence by which a document says from when on it is in force; null if there is none. */
export function sentenceInForce({ folded }: PublishedText): string | null {
  return IN_FORCE.map((pattern) => pattern.exec(folded)?.[0]).find((words) => words !== undefined) ?? null;
}

/** The words by which a document says what becomes of a matter that another one pays too. */
export const OVERLAP = /就高[、从优择]*不重复|从高不重复|不(?:得)?重复(?:享受|补助|奖励|支持)/u;
/** A line that is nothing but the number of a document. */
export const OWN_NUMBER = /^[一-龥]{2,12}[〔[［(（]\d{4}[〕\]］)）]\d+号$/u;

/** Each date of the period is one of the quotation, or reckoned from its words, or one that its reading arrives at. */
export function periodFaults({ period, signedOn }: PolicyDocument, text: PublishedText): Fault[] {
  const { from, to, years, interpretation } = period;
  if (to != null && from > to) return [{ path: ['period', 'to'], message: ENDS_FIRST }];
  if (period.quote === null && interpretation === undefined) {
    return [{ path: ['period', 'quote'], message: NO_QUOTATION }];
  }
  const quote = passages(period.quote).join('');
  const dates = [...`${quote}${interpretation?.taken.zh ?? ''}`.matchAll(DATE)].map(
    ([, year = '', month = '', day = '']) => dateOf(year, month, day),
  );
  const faults: Fault[] = [];
  if (!isBlank(from) && !dates.includes(from) && !(FROM_ISSUE.test(quote) && from === signedOn)) {
    faults.push({ path: ['period', 'from'], message: notQuoted(from, dates) });
  }
  if (to === null) faults.push(...endFaults(passages(period.quote), text));
  else if (years !== undefined) {
    if (years !== termOf(quote)) faults.push({ path: ['period', 'years'], message: notTheTerm(termOf(quote)) });
  } else if (to !== undefined && !dates.includes(to) && !isEndOfTerm(from, to, quote)) {
    faults.push({ path: ['period', 'to'], message: notQuoted(to, dates) });
  }
  return faults;
}

/** What is said not to be there is not there: a number of its own, and a rule for overlapping documents. */
export function absenceFaults(document: PolicyDocument, source: string, text: PublishedText): Fault[] {
  const faults: Fault[] = [];
  const own = source
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\s*#]/gu, ''))
    .find((line) => OWN_NUMBER.test(line));
  if (document.documentNumber === null && own !== undefined) {
    faults.push({
      path: ['documentNumber'],
      message: { zh: `原文有文号：请写 ${own}`, en: `The text has a number: write ${own}` },
    });
  }
  const inForce = sentenceInForce(text);
  if (document.period.quote === null && inForce !== null) {
    faults.push({
      path: ['period', 'quote'],
      message: {
        zh: `原文写明了起止：请在 period 的 quote 中引用“${inForce}”`,
        en: `The text says from when on it is in force: quote '${inForce}' under period`,
      },
    });
  }
  const [rule] = OVERLAP.exec(text.folded) ?? [];
  if (document.overlapRule === null && rule !== undefined) {
    faults.push({
      path: ['overlapRule'],
      message: {
        zh: `原文有“${rule}”：请在 overlapRule 中写 name 和 quote`,
        en: `The text says '${rule}': write it under overlapRule, as name and quote`,
      },
    });
  }
  return faults;
}

/** No end may be left out by quoting half of its sentence. */
function endFaults(quotes: readonly string[], text: PublishedText): Fault[] {
  const sentences = quotes.map((words) => {
    const [found] = text.find(words);
    if (found === undefined) return words;
    const end = text.folded.indexOf('。', Math.max(found.start, found.end - 1));
    return text.folded.slice(found.start, end < 0 ? found.end : end);
  });
  const sentence = sentences.find((each) => TERM.test(each) || ENDS.test(each));
  if (sentence === undefined) return [];
  return [
    {
      path: ['period', 'to'],
      message: {
        zh: `原文写明了终止：“${sentence.slice(-20)}”，请写 to 或 years，并引用整句`,
        en: `The text sets an end: '${sentence.slice(-20)}': write to or years, and quote the whole sentence`,
      },
    },
  ];
}

/** The years of 有效期5年; undefined where the words name none. */
export function termOf(quote: string): number | undefined {
  const [, named, counted, before] = TERM.exec(quote) ?? [];
  const written = named ?? counted ?? before;
  return written === undefined ? undefined : Number(numberOf(written).num);
}

/** 有效期5年 ends on the day of the same date, or the day before it. */
function isEndOfTerm(from: string, to: string, quote: string): boolean {
  const years = termOf(quote);
  return years !== undefined && (to === endOfPeriod(from, years) || to === plusYears(from, years));
}

function dateOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function notQuoted(date: string, dates: readonly string[]): Fault['message'] {
  const others = dates.join(', ');
  return {
    zh: `${date} 不在引文之内${others === '' ? '' : `（引文中有 ${others}）`}：请改正，或在 interpretation 的 taken 中写明该日期（年月日）及如何得出`,
    en: `The quotation does not hold ${date}${others === '' ? '' : ` (it holds ${others})`}: correct it, or name the date (年月日) in interpretation, taken, and how it is read`,
  };
}

function notTheTerm(term: number | undefined): Fault['message'] {
  return term === undefined
    ? {
        zh: '引文没有写有效期的年数：请写 to，或在 interpretation 中说明如何得出',
        en: 'The quotation names no number of years: write to, or say under interpretation how it is read',
      }
    : {
        zh: `引文写的是 ${term} 年：请写 years: ${term}`,
        en: `The quotation says ${term} years: write years: ${term}`,
      };
}

const NO_QUOTATION: Fault['message'] = {
  zh: '没有施行条款可引时，须在 interpretation 中说明起止日期如何得出',
  en: 'Without a sentence to quote, say under interpretation how the dates were found',
};

const ENDS_FIRST: Fault['message'] = {
  zh: '有效期的终止日早于起始日',
  en: 'The period ends before it begins: exchange or correct the dates',
};
