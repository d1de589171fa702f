import type { Fault, Path } from '../load/problem.js';
import type { Article, PolicyDocument } from '../schema/policy.js';
import { passages } from '../schema/primitives.js';
import { sameNumber, type PublishedArticle, type PublishedText } from './published-text.js';

/** Every numbered article of the text is listed, in its order, and a clause quotes its own article. */
export function articleFaults(document: PolicyDocument, text: PublishedText): Fault[] {
  const faults: Fault[] = [];
  text.articles.forEach((published, place) => {
    const listed = document.articles[place];
    const path: Path = ['articles', place];
    if (listed === undefined) faults.push({ path: ['articles'], message: notListed(published) });
    else if (!sameNumber(listed.number, published.number)) {
      faults.push({ path: [...path, 'number'], message: outOfOrder(listed, published) });
    } else faults.push(...placementFaults(listed, published, text, path));
  });
  for (let place = text.articles.length; place < document.articles.length; place++) {
    faults.push({
      path: ['articles', place, 'number'],
      message: {
        zh: `原文没有第 ${document.articles[place]?.number ?? ''} 条：请删去或改正编号`,
        en: `The text has no article ${document.articles[place]?.number ?? ''}: remove it or correct the number`,
      },
    });
  }
  return faults;
}

function notListed({ number }: PublishedArticle): Fault['message'] {
  return {
    zh: `原文第 ${number} 条未列入 articles：每一条都须列出，不付款的写明原因`,
    en: `Article ${number} of the text is not listed: list every one, with the reason where it pays nothing`,
  };
}

function outOfOrder({ number }: Article, published: PublishedArticle): Fault['message'] {
  return {
    zh: `此处应为原文第 ${published.number} 条，而不是 ${number}：按原文顺序逐条列出`,
    en: `Article ${published.number} of the text comes here, not ${number}: list them all in the text's order`,
  };
}

function placementFaults(listed: Article, published: PublishedArticle, text: PublishedText, path: Path): Fault[] {
  const holds = (words: string): boolean =>
    text.find(words).some(({ start, end }) => start >= published.start && end <= published.end);
  const faults: Fault[] = [];
  if (!holds(listed.heading)) faults.push({ path: [...path, 'heading'], message: elsewhere(published) });
  for (const [index, clause] of listed.clauses.entries()) {
    for (const words of passages(clause.quote)) {
      if (holds(words)) continue;
      faults.push({ path: [...path, 'clauses', index, 'quote'], message: elsewhere(published) });
    }
  }
  return faults;
}

function elsewhere({ number }: PublishedArticle): Fault['message'] {
  return {
    zh: `引文不在原文第 ${number} 条之内：请引用本条原文`,
    en: `The quotation stands outside article ${number}: quote the article itself`,
  };
}
