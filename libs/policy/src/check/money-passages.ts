import type { Fault } from '../load/problem.js';
import type { PolicyDocument } from '../schema/policy.js';
import type { PublishedText } from './published-text.js';
import { quotationsOf } from './quotations.js';

const MONEY_OR_PERCENT = /\d+(?:\.\d+)?(?:[万亿]元?|元|[%％])/gu;

/** Nothing in a document goes unaccounted for: each amount and percentage lies inside some quotation. */
export function moneyFaults(document: PolicyDocument, text: PublishedText): Fault[] {
  const quoted = [...quotationsOf(document)].flatMap(({ words }) => text.find(words));
  const faults: Fault[] = [];
  for (const match of text.folded.matchAll(MONEY_OR_PERCENT)) {
    const end = match.index + match[0].length;
    if (quoted.some((stretch) => stretch.start <= match.index && end <= stretch.end)) continue;
    const around = text.folded.slice(Math.max(0, match.index - 12), end + 6);
    faults.push({
      path: ['articles'],
      message: {
        zh: `原文“${around}”中的“${match[0]}”不在任何引文之内：请列出该条款，或说明为何不付款`,
        en: `'${match[0]}' in '${around}' lies in no quotation: list the clause, or say why it pays nothing`,
      },
    });
  }
  return faults;
}
