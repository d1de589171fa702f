import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';
import { parse, stringify } from 'yaml';

import { loadPolicy, type Problem } from '@duixian/policy';

const FOLDER = 'yunchuan-2025-3';
const FIXTURE = fileURLToPath(new URL(`../fixtures/${FOLDER}`, import.meta.url));
const YAML = readFileSync(join(FIXTURE, 'policy.yaml'), 'utf8');
const TEXT = readFileSync(join(FIXTURE, 'source.txt'), 'utf8');

interface Clause {
  id: string;
  quote: string | string[];
  [key: string]: unknown;
}

interface Article {
  number: string | null;
  heading: string;
  clauses: Clause[];
}

interface Document {
  documentNumber?: string | null;
  overlapRule?: object | null;
  period: { from: string; to?: string | null; years?: number; quote: string };
  articles: Article[];
}

/** What a message asks for, done as it says and without any knowledge of its own. */
type Obey = (document: Document, words: RegExpExecArray, place: Place, text: string) => void;

interface Place {
  article: number;
  clause: number;
}

const REPAIRS: readonly (readonly [RegExp, Obey])[] = [
  [
    /Article (.+) of the text is not listed: list it here/,
    (document, [, number = ''], { article }, text) => list(document, number, article, text),
  ],
  [/comes too late or twice/, (document, _, { article }) => document.articles.splice(article, 1)],
  [
    /stand within article (.+): move (?:its|the) clauses there/,
    (document, [, number = ''], { article }) => move(document, article, number),
  ],
  [/write number: null/, ({ articles }, _, { article }) => Object.assign(at(articles, article), { number: null })],
  [/neither an article .+ nor the words quoted/, (document, _, { article }) => document.articles.splice(article, 1)],
  [
    /'(.+?)' in '.+?' lies in no quotation: quote it in a clause of article (.+), with/,
    (document, [, figure = '', number = ''], _, text) => quote(document, number, figure, text),
  ],
  [
    /'(.+?)' in '.+?' lies in no quotation: .*number: null/,
    (document, [, figure = ''], _, text) => add(document, figure, text),
  ],
  [
    /The rule does not hold '(.+)' of the quotation/,
    (document, [, figure = ''], place) => explain(document, place, figure),
  ],
  [/'(.+)' is quoted, but nothing is paid/, (document, [, figure = ''], place) => explain(document, place, figure)],
  [
    /The text has a number: write (.+)/,
    (document, [, number = '']) => Object.assign(document, { documentNumber: number }),
  ],
  [
    /The text says '(.+)': write it under overlapRule/,
    (document, [, name = '']) => Object.assign(document, { overlapRule: { name, quote: name } }),
  ],
  [
    /The quotation says (\d+) years: write years/,
    ({ period }, [, years = '']) => {
      delete period.to;
      period.years = Number(years);
    },
  ],
];

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new Error(`Nothing stands at ${index}.`);
  return item;
}

/** The paragraph that holds the words, below the line of an article's number where one is given. */
function paragraphWith(text: string, words: string, number: string | null): string {
  const paragraphs = text
    .split(/\n\s*\n|\n(?=[一二三四]、)|(?<=[一二三四]、.*)\n|— \d —/)
    .map((each) => each.replaceAll(/\s/g, ''));
  const below = number === null ? 0 : paragraphs.findIndex((each) => each.startsWith(`${number}、`));
  return paragraphs.slice(below).find((each) => each.includes(words)) ?? words;
}

const unpaid = (id: string, words: string): Clause => ({
  id,
  title: { zh: '条款', en: 'Clause' },
  kind: 'non-monetary',
  quote: words,
  departments: { lead: '市数据局' },
  reason: { zh: '没有资金', en: 'No money' },
});

function list({ articles }: Document, number: string, place: number, text: string): void {
  const line = text.split('\n').find((each) => each.startsWith(`${number}、`)) ?? number;
  const heading = line.slice(number.length + 1);
  articles.splice(place < 0 ? articles.length : place, 0, {
    number,
    heading,
    clauses: [unpaid(`x${articles.length}`, heading)],
  });
}

function move(document: Document, from: number, number: string): void {
  const [moved] = document.articles.splice(from, 1);
  document.articles.find((article) => article.number === number)?.clauses.push(...(moved?.clauses ?? []));
}

function quote({ articles }: Document, number: string, figure: string, text: string): void {
  const article = articles.find((each) => each.number === number);
  const id = `q${articles.flatMap(({ clauses }) => clauses).length}`;
  article?.clauses.push(unpaid(id, paragraphWith(text, figure, number)));
}

function add({ articles }: Document, figure: string, text: string): void {
  const sentence = paragraphWith(text, figure, null);
  articles.unshift({ number: null, heading: sentence.slice(0, 6), clauses: [unpaid(`u${articles.length}`, sentence)] });
}

function explain({ articles }: Document, { article, clause }: Place, words: string): void {
  const one = at(at(articles, article).clauses, clause);
  const said = Array.isArray(one.figures) ? (one.figures as unknown[]) : [];
  one.figures = [...said, { words, why: { zh: '只作说明', en: 'Only told' } }];
}

function problems(document: Document, text: string): readonly Problem[] {
  const loaded = loadPolicy({ folder: FOLDER, yaml: stringify(document), text, version: '' });
  return 'problems' in loaded ? loaded.problems : [];
}

/** Where a problem stands: the article and clause whose lines hold it. */
function placeOf(document: Document, { line }: Problem): Place {
  const lines = stringify(document).split('\n').slice(0, line);
  const articles = lines.filter((each) => each.startsWith('  - number:')).length;
  const since = lines.slice(lines.findLastIndex((each) => each.startsWith('  - number:')));
  return { article: articles - 1, clause: since.filter((each) => each.startsWith('      - id:')).length - 1 };
}

/** Obeys the first problem that says what to do, again and again; how many steps it took until the document loads. */
function walk(document: Document, text: string): number {
  const seen = new Set<string>();
  for (let steps = 0; ; steps++) {
    const found = problems(document, text);
    if (found.length === 0) return steps;
    const state = JSON.stringify(document);
    const told = found.map(({ message }) => message.en).join('\n');
    if (seen.has(state)) throw new Error(`In a circle at: ${told}`);
    seen.add(state);
    if (!found.some((problem) => obeys(document, problem, text))) throw new Error(`Nothing can be done about: ${told}`);
  }
}

function obeys(document: Document, problem: Problem, text: string): boolean {
  for (const [pattern, repair] of REPAIRS) {
    const words = pattern.exec(problem.message.en);
    if (words === null) continue;
    repair(document, words, placeOf(document, problem), text);
    return true;
  }
  return false;
}

const FOURTH = '四、奖励企业\n对获评企业奖励30万元。\n本办法自';

const WALKS: { what: string; text?: (text: string) => string; spoil: (document: Document) => void }[] = [
  {
    what: 'a fourth article with money is not listed',
    text: (text) => text.replace('本办法自', FOURTH),
    spoil: () => undefined,
  },
  {
    what: 'a fourth article is listed whose number the text does not print',
    text: (text) => text.replace('本办法自', '对获评企业奖励30万元。\n本办法自'),
    spoil: ({ articles }) =>
      articles.push({ number: '四', heading: '对获评企业奖励', clauses: [unpaid('4', '对获评企业奖励30万元。')] }),
  },
  {
    what: 'that article was deleted',
    text: (text) => text.replace('本办法自', '对获评企业奖励30万元。\n本办法自'),
    spoil: () => undefined,
  },
  {
    what: 'money stands before the first number',
    text: (text) => text.replace('一、支持', '设立专项资金5000万元。\n\n一、支持'),
    spoil: () => undefined,
  },
  {
    what: 'money before the first number is listed under a number',
    text: (text) => text.replace('一、支持', '设立专项资金5000万元。\n\n一、支持'),
    spoil: ({ articles }) =>
      articles.unshift({ number: '零', heading: '设立专项资金', clauses: [unpaid('0', '设立专项资金5000万元。')] }),
  },
  { what: 'an article is struck out', spoil: ({ articles }) => articles.splice(1, 1) },
  { what: 'two articles are exchanged', spoil: ({ articles }) => articles.push(...articles.splice(1, 1)) },
  {
    what: 'an article is listed twice',
    spoil: ({ articles }) => articles.splice(1, 0, { ...at(articles, 0), clauses: [unpaid('9', '支持算力租用')] }),
  },
  {
    what: 'an article is invented',
    spoil: ({ articles }) => articles.push({ number: '九', heading: '奖励航天', clauses: [unpaid('9', '奖励航天')] }),
  },
  { what: 'the number of the document is denied', spoil: (document) => (document.documentNumber = null) },
  { what: 'the overlap rule is denied', spoil: (document) => (document.overlapRule = null) },
  {
    what: 'the years are miscounted',
    text: (text) => text.replaceAll(/本办法自 2025[^。]*。/g, '本办法自2025年1月1日起施行，有效期五年。'),
    spoil: (document) =>
      (document.period = { from: '2025-01-01', years: 3, quote: '本办法自2025年1月1日起施行，有效期五年。' }),
  },
  {
    what: 'nothing in the text bears a number',
    text: (text) => text.replaceAll(/^[一二三]、/gm, ''),
    spoil: () => undefined,
  },
];

describe('whoever does what the messages say arrives, and never in a circle', () => {
  it.each(WALKS)('$what', ({ text: change = (text) => text, spoil }) => {
    const text = change(TEXT);
    const document = parse(YAML) as Document;
    spoil(document);
    expect(problems(document, text)).not.toEqual([]);

    expect(walk(document, text)).toBeLessThan(12);
    expect(problems(document, text)).toEqual([]);
  });
});
