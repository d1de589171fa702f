const PAGE_MARK = /^\s*—\s*\d+\s*—\s*$/;
const IGNORED = /[\s*#\u200b\ufeff]/gu;
const CHAPTER = /^[\s*#]*([一二三四五六七八九十]+)、/u;
const ITEM = /^[\s*#]*[（(]([一二三四五六七八九十]+)[）)]/u;

/** An article as the text numbers it, with the stretch of the folded text that it takes. */
export interface PublishedArticle {
  readonly number: string;
  readonly start: number;
  readonly end: number;
}

/** White space, line breaks, page marks and Markdown's marks do not count when words are compared. */
export function fold(text: string): string {
  return text.replace(IGNORED, '');
}

/** Whether two article numbers are the same; full-width and half-width brackets do not differ. */
export function sameNumber(a: string, b: string): boolean {
  const plain = (number: string): string => number.replace(/（/g, '(').replace(/）/g, ')');
  return plain(a) === plain(b);
}

/** The text of a document as published, for finding quotations and articles in it. */
export class PublishedText {
  /** The text without what does not count. */
  readonly folded: string;
  readonly articles: readonly PublishedArticle[];

  constructor(text: string) {
    const headings: Heading[] = [];
    let folded = '';
    for (const line of text.split(/\r?\n/)) {
      if (PAGE_MARK.test(line)) continue;
      const heading = headingOf(line, folded.length);
      if (heading !== null) headings.push(heading);
      folded += fold(line);
    }
    this.folded = folded;
    this.articles = articlesOf(headings, folded.length);
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

interface Heading {
  readonly chapter: boolean;
  readonly number: string;
  readonly at: number;
}

function headingOf(line: string, at: number): Heading | null {
  const chapter = CHAPTER.exec(line)?.[1];
  if (chapter !== undefined) return { chapter: true, number: chapter, at };
  const item = ITEM.exec(line)?.[1];
  return item === undefined ? null : { chapter: false, number: item, at };
}

/**
 * Chapters (一、) are articles unless they hold items (（一）). Items that run through the document stand for
 * themselves; where every chapter counts them anew, the chapter's number comes first: 一（一）.
 */
function articlesOf(headings: readonly Heading[], length: number): PublishedArticle[] {
  const items = headings.filter((heading) => !heading.chapter);
  const running = new Set(items.map(({ number }) => number)).size === items.length;
  const articles: PublishedArticle[] = [];
  let chapter = '';
  headings.forEach((heading, index) => {
    const next = headings[index + 1];
    if (heading.chapter) chapter = heading.number;
    const holdsItems = heading.chapter && next !== undefined && !next.chapter;
    if (holdsItems) return;
    const item = `（${heading.number}）`;
    const number = heading.chapter ? heading.number : running ? item : chapter + item;
    articles.push({ number, start: heading.at, end: next?.at ?? length });
  });
  return articles;
}
