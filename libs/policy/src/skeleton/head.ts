import { fold, type PublishedText } from '../check/published-text.js';
import { OVERLAP, OWN_NUMBER, sentenceInForce, termOf } from '../check/period.js';
import { headingOf } from '../text/headings.js';
import { BLANKS } from '../schema/blanks.js';
import type { Bilingual } from '../schema/primitives.js';

const TITLE = /(?:通知|办法|措施|意见|政策|细则|规定|方案|计划|决定|规程)$/u;
const DATE = /(\d{4})年(\d{1,2})月(\d{1,2})日/u;
const FIRST = /自\d{4}年\d{1,2}月\d{1,2}日/u;
const LAST = /至\d{4}年\d{1,2}月\d{1,2}日/u;

/** The head of a policy as far as its text tells it. */
export function headOf(
  text: string,
  published: PublishedText,
): { readonly title: Bilingual; readonly [word: string]: unknown } {
  const lines = text
    .split(/\r?\n/)
    .map(fold)
    .filter((line) => line !== '');
  const signed = lines.find((line) => /^[（(]?\d{4}年\d{1,2}月\d{1,2}日[）)]?$/u.test(line));
  const signedOn = signed === undefined ? null : dateOf(signed);
  return {
    title: {
      zh: lines.find((line) => TITLE.test(line) && headingOf(line) === null) ?? lines[0] ?? BLANKS.zh,
      en: BLANKS.en,
    },
    documentNumber: lines.find((line) => OWN_NUMBER.test(line)) ?? null,
    issuer: { zh: BLANKS.zh, en: BLANKS.en },
    tenant: BLANKS.division,
    division: BLANKS.division,
    jurisdiction: BLANKS.division,
    signedOn,
    period: periodOf(published, signedOn),
    overlapRule: overlapRuleOf(published),
  };
}

function periodOf(published: PublishedText, signedOn: string | null): object {
  const quote = sentenceInForce(published);
  const [from] = FIRST.exec(quote ?? '') ?? [];
  const [last] = LAST.exec(quote ?? '') ?? [];
  const years = quote === null ? undefined : termOf(quote);
  const end = years === undefined ? { to: last === undefined ? null : dateOf(last) } : { years };
  return { from: from === undefined ? (signedOn ?? BLANKS.date) : dateOf(from), ...end, quote };
}

function overlapRuleOf({ folded }: PublishedText): object | null {
  const rule = OVERLAP.exec(folded);
  if (rule === null) return null;
  const sentence = [...folded.matchAll(/[^。]+。?/gu)].find(
    ({ index, 0: words }) => index <= rule.index && rule.index < index + words.length,
  );
  return { name: rule[0], quote: sentence?.[0] ?? rule[0] };
}

function dateOf(words: string): string {
  const [, year = '', month = '', day = ''] = DATE.exec(words) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
