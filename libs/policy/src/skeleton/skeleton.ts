import { stringify } from 'yaml';

import { PublishedText, type PublishedArticle } from '../check/published-text.js';
import { BLANKS } from '../schema/blanks.js';
import { headOf } from './head.js';

/**
 * The articles of a text as a skeleton of policy.yaml: numbers, headings and quotations are there, what only a reader
 * can say is left to fill in, and every amount still wants its rule.
 */
export function skeletonOf({ folder, text }: { folder: string; text: string }): string {
  const published = new PublishedText(text);
  const head = headOf(text, published);
  const document = { policy: folder, ...head, articles: new Articles(published, head.title.zh).listed() };
  return `${HEADER}${stringify(document, { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true })}`;
}

const HEADER = `# yaml-language-server: $schema=../policy.schema.json
# 由原文排出的骨架：凡“${BLANKS.zh}”处请填写，每条的规则按 docs/adding-a-city.md 写。
# A skeleton from the text: fill in what is marked '${BLANKS.en}', and write the rules by docs/adding-a-city.md.
`;

/** A sentence of the text, and where it stands in it. */
interface Sentence {
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

class Articles {
  private readonly folded: string;

  constructor(
    private readonly published: PublishedText,
    /** The document's title, which ends with no full stop and begins no sentence. */
    private readonly title: string,
  ) {
    this.folded = published.folded;
  }

  listed(): object[] {
    const { articles } = this.published;
    const listed = this.unnumbered(0, articles[0]?.start ?? this.folded.length, 0);
    articles.forEach((article, index) => {
      const next = articles[index + 1]?.start ?? this.folded.length;
      listed.push(this.numbered(article, String(index + 1)), ...this.unnumbered(article.end, next, index + 1));
    });
    return listed;
  }

  private numbered(article: PublishedArticle, id: string): object {
    const { number, start, lineEnd, end } = article;
    const line = this.folded.slice(start, lineEnd);
    const from = start + (NUMBER.exec(line)?.[0].length ?? 0);
    const heading = shortened(this.folded.slice(from, lineEnd));
    const body = end > lineEnd && isHeading(this.folded.slice(from, lineEnd)) ? lineEnd : from;
    return { number, heading, clauses: this.clauses(this.sentences(body, end), id, heading) };
  }

  /** What stands outside the numbers is listed where it names an amount or a rate. */
  private unnumbered(start: number, end: number, after: number): object[] {
    const sentences = this.sentences(start, end).filter((sentence) => this.holdsMoney(sentence));
    const [first] = sentences;
    if (first === undefined) return [];
    const heading = shortened(first.words);
    return [{ number: null, heading, clauses: this.clauses(sentences, `${after}u`, heading) }];
  }

  /** One clause for each sentence that names money; where none does, one that pays nothing. */
  private clauses(sentences: readonly Sentence[], id: string, title: string): object[] {
    const paying = sentences.filter((sentence) => this.holdsMoney(sentence));
    const lead = leadOf(sentences.map(({ words }) => words).join(''));
    if (paying.length === 0) return [clauseOf(id, title, sentences[0]?.words ?? title, lead, NOTHING)];
    return paying.map(({ words }, index) =>
      clauseOf(paying.length === 1 ? id : `${id}.${index + 1}`, title, words, lead, SOMETHING),
    );
  }

  private sentences(start: number, end: number): Sentence[] {
    return [...this.folded.slice(start, end).matchAll(/[^。]+。?/gu)].map(({ 0: words, index }) => {
      const skipped = words.startsWith(this.title) && words !== this.title ? this.title.length : 0;
      return { words: words.slice(skipped), start: start + index + skipped, end: start + index + words.length };
    });
  }

  private holdsMoney(sentence: Sentence): boolean {
    return this.published.figures.some(
      ({ kind, start, end }) => kind !== 'count' && sentence.start <= start && end <= sentence.end,
    );
  }
}

const NUMBER =
  /^(?:第[一二三四五六七八九十百零〇\d]+条|[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十百\d]+[、．.]|[①-⑳])/u;
const LONGEST_HEADING = 40;
/** A line as long as this one is a paragraph, of which a copy may have broken the lines. */
const LONGEST_HEADING_LINE = 24;

/** 支持人才 in a line of its own is no part of the sentence below it. */
function isHeading(line: string): boolean {
  return line !== '' && line.length <= LONGEST_HEADING_LINE && !/[，。；：]/u.test(line);
}

function shortened(words: string): string {
  return words.split(/[。：:；]/u, 1)[0]?.slice(0, LONGEST_HEADING) ?? words;
}

const SOMETHING = { kind: 'grant', basis: 'annual', facts: [], amount: { flat: '0.00' } };
const NOTHING = { kind: 'non-monetary', reason: { zh: BLANKS.zh, en: BLANKS.en } };

function clauseOf(id: string, title: string, quote: string, lead: string, rule: object): object {
  return { id, title: { zh: title, en: BLANKS.en }, quote, departments: { lead }, ...rule };
}

function leadOf(body: string): string {
  return /[（(](?:牵头|责任|主管)(?:单位|部门)[:：]([^）)、，；]+)/u.exec(body)?.[1] ?? BLANKS.zh;
}
