import type { Fault, Path } from '../load/problem.js';
import type { PolicyDocument } from '../schema/policy.js';
import { passages, type Interpretation, type Quotes } from '../schema/primitives.js';
import type { PublishedText } from './published-text.js';

/** Words that the policy claims to be the document's. */
export interface Quotation {
  readonly words: string;
  readonly path: Path;
}

/** Every quotation that does not occur in the text, with the nearest words that do. */
export function quotationFaults(document: PolicyDocument, text: PublishedText): Fault[] {
  const faults: Fault[] = [];
  for (const { words, path } of quotationsOf(document)) {
    if (text.find(words).length === 0) faults.push({ path, message: notInText(words, text) });
  }
  return faults;
}

function notInText(words: string, text: PublishedText): Fault['message'] {
  const { common, continues } = text.nearest(words);
  if (common.length < 2) {
    return {
      zh: `引文不在原文中：“${words}”。请按 source.txt 逐字引用`,
      en: `The text does not hold '${words}': quote source.txt word for word`,
    };
  }
  return {
    zh: `引文与原文不符：原文在“${common.slice(-12)}”之后是“${continues}”。请按 source.txt 逐字引用`,
    en: `The quotation departs from the text: after '${common.slice(-12)}' it reads '${continues}'. Quote it word for word`,
  };
}

/** All quotations of a document, in its order. */
export function* quotationsOf(document: PolicyDocument): Generator<Quotation> {
  yield { words: document.title.zh, path: ['title', 'zh'] };
  if (document.documentNumber !== null) yield { words: document.documentNumber, path: ['documentNumber'] };
  if (document.period.quote !== null) yield* quoted(document.period.quote, ['period', 'quote']);
  yield* interpreted(document.period.interpretation, ['period', 'interpretation']);
  const { publicity } = document;
  if (publicity !== undefined && 'quote' in publicity) yield* quoted(publicity.quote, ['publicity', 'quote']);
  if (document.overlapRule !== null) {
    yield { words: document.overlapRule.name, path: ['overlapRule', 'name'] };
    yield* quoted(document.overlapRule.quote, ['overlapRule', 'quote']);
  }
  for (const [index, reading] of (document.interpretations ?? []).entries()) {
    yield* interpreted(reading, ['interpretations', index]);
  }
  for (const [place, article] of document.articles.entries()) {
    yield { words: article.heading, path: ['articles', place, 'heading'] };
    for (const [index, clause] of article.clauses.entries()) {
      const path: Path = ['articles', place, 'clauses', index];
      yield* quoted(clause.quote, [...path, 'quote']);
      if (clause.kind === 'grant' && clause.invoiced !== undefined) {
        yield* quoted(clause.invoiced.quote, [...path, 'invoiced', 'quote']);
      }
      for (const [reading, interpretation] of (clause.interpretations ?? []).entries()) {
        yield* interpreted(interpretation, [...path, 'interpretations', reading]);
      }
      if (clause.kind === 'grant' && clause.payee?.kind === 'naturalPerson') {
        yield* interpreted(clause.payee.interpretation, [...path, 'payee', 'interpretation']);
      }
    }
  }
}

function* interpreted(interpretation: Interpretation | undefined, path: Path): Generator<Quotation> {
  if (interpretation?.quote !== undefined) yield* quoted(interpretation.quote, [...path, 'quote']);
}

function* quoted(quotes: Quotes, path: Path): Generator<Quotation> {
  if (typeof quotes === 'string') yield { words: quotes, path };
  else for (const [index, words] of passages(quotes).entries()) yield { words, path: [...path, index] };
}
