import { figuresOf, type Figure } from '../text/figures.js';
import { headingOf, type Heading, type HeadingLevel } from '../text/headings.js';
import { TableReader } from '../text/tables.js';

const PAGE_MARK = /^\s*—\s*\d+\s*—\s*$/;
const TABLE_RULE = /^\s*\|[\s|:-]+\|\s*$/;
const IGNORED = /[\s*#|\u200b\ufeff]/gu;
/** From here on a text numbers its forms and procedures anew. */
const ANNEX = /^[\s*#]*附\s*[件录表]\s*[\d一二三四五六七八九十]*\s*[:：]?\s*$/u;

/** An article as the text numbers it, with the stretch of the folded text that it takes. */
export interface PublishedArticle {
  readonly number: string;
  readonly start: number;
  /** Where the line of its number ends. */
  readonly lineEnd: number;
  readonly end: number;
}

/** White space, line breaks, page marks, Markdown's marks and the bars of its tables do not count in comparisons. */
export function fold(text: string): string {
  return text.replace(IGNORED, '');
}

/** Whether two article numbers are the same; spaces and the width of brackets do not count. */
export function sameNumber(a: string, b: string): boolean {
  const plain = (number: string): string => fold(number).replace(/（/g, '(').replace(/）/g, ')');
  return plain(a) === plain(b);
}

/** The text of a document as published, for finding quotations and articles in it. */
export class PublishedText {
  /** The text without what does not count. */
  readonly folded: string;
  readonly articles: readonly PublishedArticle[];
  /** Every amount, rate and count, those of tables too, in the coordinates of the folded text. */
  readonly figures: readonly Figure[];
  /** Those of tables alone, whose unit stands in the head of their column. */
  private readonly tabled: readonly Figure[];

  constructor(text: string) {
    const marks: Mark[] = [];
    const tables = new TableReader(fold);
    const inTables: Figure[] = [];
    let folded = '';
    for (const line of text.split(/\r?\n/)) {
      if (PAGE_MARK.test(line) || TABLE_RULE.test(line)) continue;
      const mark = ANNEX.test(line) ? 'annex' : headingOf(line);
      const at = folded.length;
      folded += fold(line);
      inTables.push(...tables.read(line, at));
      if (mark !== null) marks.push({ heading: mark, at, lineEnd: folded.length });
    }
    this.folded = folded;
    this.tabled = inTables;
    this.figures = [...figuresOf(folded), ...inTables];
    this.articles = articlesOf(marks, folded.length);
  }

  /** The stretches of the folded text that read so. */
  find(quote: string): { start: number; end: number }[] {
    const sought = fold(quote);
    const found: { start: number; end: number }[] = [];
    for (let at = this.folded.indexOf(sought); at >= 0; at = this.folded.indexOf(sought, at + 1)) {
      found.push({ start: at, end: at + sought.length });
    }
    return found;
  }

  /** Every amount, rate and count of a quotation, those of a table's rows too, in the coordinates of the folded quotation. */
  figuresIn(quote: string): Figure[] {
    const [at] = this.find(quote);
    const inRows = this.tabled.flatMap((figure) =>
      at === undefined || figure.start < at.start || at.end < figure.end
        ? []
        : [{ ...figure, start: figure.start - at.start, end: figure.end - at.start }],
    );
    return [...figuresOf(fold(quote)), ...inRows].sort((one, other) => one.start - other.start);
  }

  /** The article within whose stretch a place lies; undefined before the first, between chapters and in an annex. */
  articleAt(place: number): PublishedArticle | undefined {
    return this.articles.find(({ start, end }) => start <= place && place < end);
  }

  /** The longest beginning of a quotation that the text does hold, and how the text goes on after it. */
  nearest(quote: string): { common: string; continues: string } {
    const sought = fold(quote);
    let [low, high] = [0, sought.length];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.folded.includes(sought.slice(0, middle))) low = middle;
      else high = middle - 1;
    }
    const common = sought.slice(0, low);
    const at = this.folded.indexOf(common) + common.length;
    return { common, continues: this.folded.slice(at, at + 12) };
  }
}

interface Mark {
  readonly heading: Heading | 'annex';
  readonly at: number;
  readonly lineEnd: number;
}

interface Numbered extends Mark {
  readonly heading: Heading;
}

/** A document is numbered by the widest of these that it uses; the others stand within its articles. */
const BY_ITSELF: readonly HeadingLevel[] = ['article', 'point', 'subpoint', 'circle'];
/** A copy may have lost a number or two, but what stands farther apart numbers something else. */
const GREATEST_GAP = 3;

/**
 * 第X条 are the articles where there are any, then points 1. that run through the chapters, then chapters 一、 with their
 * items （一）, then 1., （1） and ①. A document that numbers nothing has none.
 */
function articlesOf(marks: readonly Mark[], length: number): PublishedArticle[] {
  const annex = marks.find(({ heading }) => heading === 'annex')?.at ?? length;
  const numbered = marks.flatMap(({ heading, at, lineEnd }) =>
    heading === 'annex' || at > annex ? [] : [{ heading, at, lineEnd }],
  );
  const of = (level: HeadingLevel): Numbered[] => numbered.filter(({ heading }) => heading.level === level);
  const [first, ...others] = BY_ITSELF;
  if (first !== undefined && of(first).length > 0) return runs(of(first), of('chapter'), annex);
  const points = of('point');
  if (of('item').length === 0 && runThrough(points, of('section'))) return runs(points, of('section'), annex);
  if (of('section').length > 0 || of('item').length > 0) {
    return chaptersAndItems(
      numbered.filter(({ heading }) => heading.level === 'section' || heading.level === 'item'),
      annex,
    );
  }
  const level = others.find((other) => of(other).length > 0);
  return level === undefined ? [] : runs(of(level), of('chapter'), annex);
}

/** Whether points are counted through several chapters, so that they and not the chapters are the articles. */
function runThrough(points: readonly Numbered[], sections: readonly Numbered[]): boolean {
  const [first] = points;
  const last = points.at(-1);
  return (
    points.every(({ heading }, index) => heading.ordinal === index + 1) &&
    sections.some(({ at }) => first !== undefined && last !== undefined && first.at < at && at < last.at)
  );
}

/** Articles that are counted through the document; what does not follow on the one before is no heading. */
function runs(headings: readonly Numbered[], chapters: readonly Numbered[], end: number): PublishedArticle[] {
  const counted: Numbered[] = [];
  for (const each of headings) {
    const before = counted.at(-1)?.heading.ordinal ?? 0;
    const step = each.heading.ordinal - before;
    if (step >= 1 && step <= GREATEST_GAP) counted.push(each);
  }
  const ends = [...counted, ...chapters].map(({ at }) => at).sort((a, b) => a - b);
  return counted.map(({ heading, at, lineEnd }) => ({
    number: heading.number,
    start: at,
    lineEnd,
    end: ends.find((other) => other > at) ?? end,
  }));
}

/**
 * Chapters (一、) are articles unless they hold items (（一）). Items that run through the document stand for
 * themselves; where every chapter counts them anew, the chapter's number comes first: 一（一）.
 */
function chaptersAndItems(headings: readonly Numbered[], end: number): PublishedArticle[] {
  const items = headings.filter(({ heading }) => heading.level === 'item');
  const running = new Set(items.map(({ heading }) => heading.number)).size === items.length;
  const articles: PublishedArticle[] = [];
  let chapter = '';
  headings.forEach(({ heading, at, lineEnd }, index) => {
    const next = headings[index + 1];
    const isChapter = heading.level === 'section';
    if (isChapter) chapter = heading.number;
    if (isChapter && next?.heading.level === 'item') return;
    const item = `（${heading.number}）`;
    const number = isChapter ? heading.number : running ? item : chapter + item;
    articles.push({ number, start: at, lineEnd, end: next?.at ?? end });
  });
  return articles;
}
