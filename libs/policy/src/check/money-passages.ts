import type { Fault } from '../load/problem.js';
import type { PolicyDocument } from '../schema/policy.js';
import type { PublishedText } from './published-text.js';
import { figuresOf } from '../text/figures.js';
import { quotationsOf } from './quotations.js';

/** Nothing in a document goes unaccounted for: each amount and rate, in digits or words, lies inside some quotation. */
export function moneyFaults(document: PolicyDocument, text: PublishedText): Fault[] {
  const quoted = [...quotationsOf(document)].flatMap(({ words }) => text.find(words));
  const faults: Fault[] = [];
  for (const figure of figuresOf(text.folded)) {
    const { start, end } = figure;
    if (figure.kind === 'count' || quoted.some((stretch) => stretch.start <= start && end <= stretch.end)) continue;
    const around = text.folded.slice(Math.max(0, start - 12), end + 6);
    faults.push({
      path: ['articles'],
      message: {
        zh: `原文“${around}”中的“${figure.text}”不在任何引文之内：请列出该条款，或说明为何不付款`,
        en: `'${figure.text}' in '${around}' lies in no quotation: list the clause, or say why it pays nothing`,
      },
    });
  }
  return faults;
}
