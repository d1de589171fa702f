import type { MeasureChoice } from '../policies/documents.js';
import type { Bilingual } from '../api/fragments.js';

export type HitGroup = 'claims' | 'enterprises' | 'payments' | 'clauses' | 'pages';

/** Something that was found, and where it stands. */
export interface Hit {
  group: HitGroup;
  /** Unlike every other's. */
  key: string;
  title: string;
  /** What tells it from others of its name. */
  detail: string;
  to: string;
}

/** So many clauses are shown: whoever sees more types on. */
const CLAUSES_MAX = 6;

/** The clauses whose title, document or number holds each of the words, in either language. */
export function clausesNamed(
  text: string,
  measures: readonly MeasureChoice[],
  bilingual: (text: Bilingual) => string,
): Hit[] {
  const words = wordsOf(text);
  return measures
    .filter(({ id, title, policy }) => {
      const named = [id, title.zh, title.en, policy.title.zh, policy.title.en, policy.documentNumber ?? ''];
      return holdsAll(named.join(' '), words);
    })
    .slice(0, CLAUSES_MAX)
    .map(({ id, clauseId, title, policy }) => ({
      group: 'clauses',
      key: `clause ${id}`,
      title: `${clauseId} ${bilingual(title)}`,
      detail: [policy.documentNumber, bilingual(policy.title)].filter(Boolean).join(' '),
      to: `/policies/${policy.id}/show?clause=${encodeURIComponent(clauseId)}`,
    }));
}

/** The pages whose name holds each of the words; all of them while nothing is typed. */
export function pagesNamed(text: string, pages: readonly { title: string; to: string }[]): Hit[] {
  const words = wordsOf(text);
  return pages
    .filter(({ title }) => holdsAll(title, words))
    .map(({ title, to }) => ({ group: 'pages', key: `page ${to}`, title, detail: '', to }));
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function holdsAll(named: string, words: readonly string[]): boolean {
  const text = named.normalize('NFKC').toLowerCase();
  return words.every((word) => text.includes(word));
}
