import { stringify } from 'yaml';

import { figuresOf } from '../text/figures.js';
import { PublishedText, type PublishedArticle } from '../check/published-text.js';
import { BLANKS } from '../schema/blanks.js';
import { headOf } from './head.js';

/**
 * The articles of a text as a skeleton of policy.yaml: numbers, headings and quotations are there, what only a reader
 * can say is left to fill in, and every amount still wants its rule.
 */
export function skeletonOf({ folder, text }: { folder: string; text: string }): string {
  const published = new PublishedText(text);
  const document = {
    policy: folder,
    ...headOf(text, published),
    articles: articlesOf(published),
  };
  return `${HEADER}${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true })}`;
}

const HEADER = `# yaml-language-server: $schema=../policy.schema.json
# 由原文排出的骨架：凡“${BLANKS.zh}”处请填写，每条的规则按 docs/adding-a-city.md 写。
# A skeleton from the text: fill in what is marked '${BLANKS.en}', and write the rules by docs/adding-a-city.md.
`;

function articlesOf(published: PublishedText): object[] {
  const { folded, articles } = published;
  if (articles.length === 0) return unnumbered(folded, 0, folded.length, 0);
  const first = articles[0]?.start ?? 0;
  const listed = [...unnumbered(folded, 0, first, 0)];
  articles.forEach((article, index) => {
    const id = String(index + 1);
    const heading = headingOf(article, folded);
    listed.push({
      number: article.number,
      heading,
      clauses: clausesOf(folded.slice(article.start, article.end), id, heading),
    });
    const next = articles[index + 1]?.start ?? folded.length;
    listed.push(...unnumbered(folded, article.end, next, index + 1));
  });
  return listed;
}

/** What stands outside the numbers is listed where it names an amount or a rate. */
function unnumbered(folded: string, start: number, end: number, after: number): object[] {
  const sentences = sentencesOf(folded.slice(start, end)).filter(holdsMoney);
  const [first] = sentences;
  if (first === undefined) return [];
  const heading = shortened(first);
  return [{ number: null, heading, clauses: clausesOf(sentences.join(''), `${after}u`, heading) }];
}

const NUMBER =
  /^(?:第[一二三四五六七八九十百零〇\d]+条|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十百\d]+[、．.]|[①-⑳])/u;
const LONGEST_HEADING = 40;

function headingOf({ start, lineEnd }: PublishedArticle, folded: string): string {
  return shortened(folded.slice(start, lineEnd).replace(NUMBER, ''));
}

function shortened(words: string): string {
  return words.split(/[。：:；]/u, 1)[0]?.slice(0, LONGEST_HEADING) ?? words;
}

/** One clause for each sentence that names money; where none does, one that pays nothing. */
function clausesOf(body: string, id: string, title: string): object[] {
  const sentences = sentencesOf(body.replace(NUMBER, ''));
  const paying = sentences.filter(holdsMoney);
  const lead = leadOf(body);
  if (paying.length === 0) return [clauseOf(id, title, sentences[0] ?? body, lead, NOTHING)];
  return paying.map((quote, index) =>
    clauseOf(paying.length === 1 ? id : `${id}.${index + 1}`, title, quote, lead, SOMETHING),
  );
}

const SOMETHING = { kind: 'grant', basis: 'annual', facts: [], amount: { flat: '0.00' } };
const NOTHING = { kind: 'non-monetary', reason: { zh: BLANKS.zh, en: BLANKS.en } };

function clauseOf(id: string, title: string, quote: string, lead: string, rule: object): object {
  return { id, title: { zh: title, en: BLANKS.en }, quote, departments: { lead }, ...rule };
}

function leadOf(body: string): string {
  return /[（(](?:牵头|责任|主管)(?:单位|部门)[:：]([^）)、，；]+)/u.exec(body)?.[1] ?? BLANKS.zh;
}

function sentencesOf(body: string): string[] {
  return body.match(/[^。]+。?/gu) ?? [];
}

function holdsMoney(sentence: string): boolean {
  return figuresOf(sentence).some(({ kind }) => kind !== 'count');
}
