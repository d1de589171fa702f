import type { Fault, Path } from '../load/problem.js';
import type { Article, PolicyDocument } from '../schema/policy.js';
import { passages } from '../schema/primitives.js';
import { sameNumber, type PublishedArticle, type PublishedText } from './published-text.js';

interface Listed {
  readonly article: Article;
  readonly path: Path;
}

/** A stretch of the folded text. */
type Stretch = Pick<PublishedArticle, 'start' | 'end'>;

/**
 * Every numbered article of the text is listed, in its order, and a clause quotes its own article. What the text says
 * outside its numbers is listed as an article without one, where its heading stands.
 */
export function articleFaults(document: PolicyDocument, text: PublishedText): Fault[] {
  const listed = document.articles.map((article, place): Listed => ({ article, path: ['articles', place] }));
  const { faults, placed } = aligned(
    listed.filter(({ article }) => article.number !== null),
    text,
  );
  return [
    ...faults,
    ...placed.flatMap(([each, published]) => placementFaults(each, published, published.number, text)),
    ...listed.filter(({ article }) => article.number === null).flatMap((each) => unnumberedFaults(each, text)),
  ];
}

/** Each listed article with the one of the text that it is. A text may number two articles alike: order tells them apart. */
function aligned(
  listed: readonly Listed[],
  text: PublishedText,
): { faults: Fault[]; placed: [Listed, PublishedArticle][] } {
  const faults: Fault[] = [];
  const placed: [Listed, PublishedArticle][] = [];
  let next = 0;
  for (const each of listed) {
    const isSame = ({ number }: PublishedArticle): boolean => sameNumber(each.article.number ?? '', number);
    const offset = text.articles.slice(next).findIndex(isSame);
    const published = text.articles[next + offset];
    if (offset >= 0 && published !== undefined) {
      const skipped = text.articles.slice(next, next + offset);
      faults.push(...skipped.map((missing) => ({ path: each.path, message: notListed(missing) })));
      placed.push([each, published]);
      next += offset + 1;
    } else {
      const message = text.articles.some(isSame) ? outOfOrder(each.article) : unknownNumber(each.article, text);
      faults.push({ path: [...each.path, 'number'], message });
    }
  }
  const missing = text.articles.slice(next).map((last): Fault => ({ path: ['articles'], message: notListed(last) }));
  return { faults: [...faults, ...missing], placed };
}

function notListed({ number }: PublishedArticle): Fault['message'] {
  return {
    zh: `原文第 ${number} 条未列入 articles：请在此列出，不付款的写明原因`,
    en: `Article ${number} of the text is not listed: list it here, with the reason where it pays nothing`,
  };
}

function outOfOrder({ number }: Article): Fault['message'] {
  return {
    zh: `第 ${number ?? ''} 条列得太晚或列了两次：按原文顺序逐条列出，每条一次`,
    en: `Article ${number ?? ''} comes too late or twice: list each once, in the order of the text`,
  };
}

/** Where the words of an article that the text does not number so can stand instead. */
function unknownNumber({ number, heading, clauses }: Article, text: PublishedText): Fault['message'] {
  const words = [heading, ...clauses.flatMap(({ quote }) => passages(quote))];
  const [found] = words.flatMap((each) => text.find(each));
  const what = number ?? '';
  if (found === undefined) {
    return {
      zh: `原文没有第 ${what} 条，也没有所引的文字：请按原文改正标题和引文`,
      en: `The text has neither an article ${what} nor the words quoted: correct heading and quotations by the text`,
    };
  }
  const around = text.articleAt(found.start);
  return around === undefined
    ? {
        zh: `原文没有编号为 ${what} 的条文，这段文字不带编号：请写 number: null`,
        en: `The text does not number an article ${what}; these words bear no number: write number: null`,
      }
    : {
        zh: `原文没有第 ${what} 条，这段文字在第 ${around.number} 条之内：请把它的 clauses 移到第 ${around.number} 条`,
        en: `The text has no article ${what}; these words stand within article ${around.number}: move its clauses there`,
      };
}

/** An article without a number begins with its heading and ends where the next number begins. */
function unnumberedFaults(listed: Listed, text: PublishedText): Fault[] {
  const found = text.find(listed.article.heading);
  const path: Path = [...listed.path, 'heading'];
  if (found.length === 0) return [];
  const outside = found.find(({ start }) => text.articleAt(start) === undefined);
  if (outside === undefined) {
    const number = text.articleAt(found[0]?.start ?? 0)?.number ?? '';
    return [
      {
        path,
        message: {
          zh: `这段文字在原文第 ${number} 条之内：请把它的 clauses 移到第 ${number} 条`,
          en: `These words stand within article ${number}: move the clauses there`,
        },
      },
    ];
  }
  const end = text.articles.find(({ start }) => start > outside.start)?.start ?? text.folded.length;
  return placementFaults(listed, { start: outside.start, end }, null, text);
}

function placementFaults(listed: Listed, within: Stretch, number: string | null, text: PublishedText): Fault[] {
  const holds = (words: string): boolean =>
    text.find(words).some(({ start, end }) => start >= within.start && end <= within.end);
  const faults: Fault[] = [];
  if (!holds(listed.article.heading)) {
    faults.push({ path: [...listed.path, 'heading'], message: elsewhere(number, listed.article.heading, text) });
  }
  for (const [index, clause] of listed.article.clauses.entries()) {
    for (const words of passages(clause.quote)) {
      if (holds(words)) continue;
      faults.push({ path: [...listed.path, 'clauses', index, 'quote'], message: elsewhere(number, words, text) });
    }
  }
  return faults;
}

function elsewhere(number: string | null, words: string, text: PublishedText): Fault['message'] {
  const [found] = text.find(words);
  const home = found === undefined ? undefined : text.articleAt(found.start);
  const here =
    number === null ? { zh: '这一段', en: 'this paragraph' } : { zh: `原文第 ${number} 条`, en: `article ${number}` };
  const there =
    home === undefined ? { zh: '', en: '' } : { zh: `，在第 ${home.number} 条`, en: `, in article ${home.number}` };
  return {
    zh: `引文不在${here.zh}之内${there.zh}：请引用本条原文`,
    en: `The quotation stands outside ${here.en}${there.en}: quote the article itself`,
  };
}
