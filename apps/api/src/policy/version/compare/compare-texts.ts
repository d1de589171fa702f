import { diffChars, diffWordsWithSpace, structuredPatch } from 'diff';
import type { ComparedLine, ComparedPart, ComparedPlace, ComparedRow } from './comparison.type.js';

/** Lines shown around a difference. */
const CONTEXT = 3;
/** Places that an answer holds: two versions that differ in more have little in common. */
export const PLACES_MAX = 30;
/** Longer lines are marked word by word: letter by letter would take seconds. */
const LETTERS_MAX = 2_000;
/** Where less than this part of two lines is common, they are two lines and not one that was changed. */
const COMMON_MIN = 0.4;

/** The places where two texts differ, line beside line; the first {@link PLACES_MAX} of them. */
export function compareTexts(before: string, after: string): ComparedPlace[] {
  const { hunks } = structuredPatch('', '', before, after, undefined, undefined, { context: CONTEXT });
  return hunks
    .slice(0, PLACES_MAX)
    .map(({ oldStart, newStart, lines }) => ({ rows: rowsOf(lines, oldStart, newStart) }));
}

/** @param lines each after a sign: a space, `-` or `+`. */
function rowsOf(lines: readonly string[], oldStart: number, newStart: number): ComparedRow[] {
  const rows: ComparedRow[] = [];
  let removed: Numbered[] = [];
  let added: Numbered[] = [];
  let [old, now] = [oldStart, newStart];
  const settle = (): void => {
    rows.push(...changedRows(removed, added));
    removed = [];
    added = [];
  };
  for (const line of lines) {
    const text = line.slice(1);
    if (line.startsWith('-')) removed.push({ number: old++, text });
    else if (line.startsWith('+')) added.push({ number: now++, text });
    else if (line.startsWith(' ')) {
      settle();
      rows.push({ before: plain({ number: old++, text }), after: plain({ number: now++, text }), differs: false });
    }
  }
  settle();
  return rows;
}

interface Numbered {
  readonly number: number;
  readonly text: string;
}

/** Lines that follow each other on both sides are taken for each other's. */
function changedRows(removed: readonly Numbered[], added: readonly Numbered[]): ComparedRow[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, index) => {
    const [before, after] = [removed[index], added[index]];
    if (before === undefined || after === undefined) {
      return { before: marked(before), after: marked(after), differs: true };
    }
    return { ...partsOf(before, after), differs: true };
  });
}

function partsOf(before: Numbered, after: Numbered): { before: ComparedLine; after: ComparedLine } {
  const isLong = before.text.length + after.text.length > LETTERS_MAX;
  const changes = (isLong ? diffWordsWithSpace : diffChars)(before.text, after.text);
  const common = changes.reduce((sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length), 0);
  const isOther = common < COMMON_MIN * Math.max(before.text.length, after.text.length);
  const sideOf = (line: Numbered, absent: 'added' | 'removed'): ComparedLine => {
    const parts = changes.filter((change) => !change[absent]);
    return {
      number: line.number,
      parts: isOther
        ? [{ text: line.text, marked: true }]
        : parts.map(({ value, added, removed }): ComparedPart => ({ text: value, marked: added || removed })),
    };
  };
  return { before: sideOf(before, 'added'), after: sideOf(after, 'removed') };
}

function plain({ number, text }: Numbered): ComparedLine {
  return { number, parts: [{ text, marked: false }] };
}

function marked(line: Numbered | undefined): ComparedLine | null {
  return line === undefined ? null : { number: line.number, parts: [{ text: line.text, marked: true }] };
}
