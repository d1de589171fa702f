import type { Fault, Path } from '../load/problem.js';
import type { PolicyDocument } from '../schema/policy.js';
import type { Figure } from '../text/figures.js';
import { sameNumber, type PublishedText } from './published-text.js';
import { quotationsOf } from './quotations.js';

/** Nothing in a document goes unaccounted for: each amount and rate, in digits or words, lies inside some quotation. */
export function moneyFaults(document: PolicyDocument, text: PublishedText): Fault[] {
  const quoted = [...quotationsOf(document)].flatMap(({ words }) => text.find(words));
  return text.figures
    .filter(({ kind, start, end }) => kind !== 'count' && !quoted.some((at) => at.start <= start && end <= at.end))
    .map((figure) => unquoted(figure, document, text));
}

function unquoted(figure: Figure, { articles }: PolicyDocument, text: PublishedText): Fault {
  const around = text.folded.slice(Math.max(0, figure.start - 12), figure.end + 6);
  const holder = text.articleAt(figure.start);
  const place = articles.findIndex(({ number }) => number !== null && sameNumber(number, holder?.number ?? ''));
  const path: Path = place < 0 ? ['articles'] : ['articles', place];
  const { zh, en } = holder === undefined ? OUTSIDE : within(holder.number);
  return {
    path,
    message: {
      zh: `原文“${around}”中的“${figure.text}”不在任何引文之内：${zh}`,
      en: `'${figure.text}' in '${around}' lies in no quotation: ${en}`,
    },
  };
}

function within(number: string): Fault['message'] {
  return {
    zh: `请在第 ${number} 条的条款中引用，不付款的写明原因`,
    en: `quote it in a clause of article ${number}, with the reason where it pays nothing`,
  };
}

const OUTSIDE: Fault['message'] = {
  zh: '它在各条编号之外，请列一个 number: null 的条文，以这段文字开头的几个字为 heading，并引用它',
  en: 'it stands outside the numbered articles, so list an article with number: null, headed by the first words of the paragraph, and quote it there',
};
