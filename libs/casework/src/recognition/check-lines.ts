import type { Bilingual } from '@duixian/policy';
import type { PlainDate } from '../common/plain-date.js';
import { normaliseName } from '../common/spelling.js';
import { cellOrNull, parseCodeCell, requiredCell } from '../common/stated-cells.js';
import { subjectKeyOf } from '../common/subject-key.js';
import { parsePaperNumber } from '../evidence/parse-paper-number.js';
import { parseLine, parseName } from '../values/parse-text.js';
import { unreadable, type Parsed } from '../values/parsed.js';
import type { ListedEntry } from './recognition-event.js';
import { openImports, type RecognitionListState } from './recognition-list.js';

/** As many as a person can look through, and one event holds; a longer list comes in several files. */
export const LINES_MAX = 1_000;
const SUBJECT_LENGTH_MAX = 200;
const WORD_LENGTH_MAX = 100;

/** A line of a list as its file has it. */
export interface StatedLine {
  /** Of the file, from 1; the header's is 1. */
  readonly line: number;
  readonly name: string;
  readonly uscc: string;
  readonly subject: string;
  readonly level: string;
  readonly batch: string;
  readonly certificate: string;
}

export type LineField = Exclude<keyof StatedLine, 'line'>;

export interface LineProblem {
  readonly field: LineField;
  readonly message: Bilingual;
}

/** A line with what becomes of it: it is taken as an entry, or refused for its problems. */
export interface CheckedLine {
  readonly stated: StatedLine;
  readonly entry: ListedEntry | null;
  readonly problems: readonly LineProblem[];
}

/** What the lines of a file are held against. */
export interface LineGrounds {
  /** Number of the list's document; empty where it cannot be read. */
  readonly document: string;
  readonly list: RecognitionListState;
  /** Of the codes whose check characters do not fit, those that are registered here. */
  readonly codesOnRecord: ReadonlySet<string>;
  /** The day on which they are entered. */
  readonly on: PlainDate;
}

/**
 * What becomes of each line of a file. An enterprise need not be registered here yet. Of one enterprise a matter stands on a
 * list once, however it is spelled; so does a certificate.
 */
export function checkLines(lines: readonly StatedLine[], grounds: LineGrounds): CheckedLine[] {
  const onRecord = grounds.list?.entries ?? [];
  const seen = new Map<string, Bilingual>();
  for (const { uscc, subject, certificate, no, revocation } of onRecord) {
    if (revocation !== null) continue;
    const place = { zh: `名单第${no}项`, en: `entry ${no} of the list` };
    for (const { key } of keysOf({ uscc, subject, certificate })) seen.set(key, place);
  }
  let no = lastNumber(grounds);
  return lines.map((stated) => {
    const { values, problems } = readLine(stated, grounds);
    if (values === null) return { stated, entry: null, problems };
    const keys = keysOf(values);
    const twice = keys.flatMap(({ key, field }) => {
      const place = seen.get(key);
      return place === undefined ? [] : [duplicate(field, place)];
    });
    if (twice.length > 0) return { stated, entry: null, problems: twice };
    const place = { zh: `文件第${stated.line}行`, en: `line ${stated.line} of the file` };
    for (const { key } of keys) seen.set(key, place);
    no += 1;
    return { stated, entry: { no, ...values }, problems: [] };
  });
}

/** No place is given twice, also not to lines that others propose under the same number. */
function lastNumber({ list, on }: LineGrounds): number {
  const proposed = openImports(list, on).flatMap(({ change }) => change.entries);
  return [...(list?.entries ?? []), ...proposed].reduce((last, entry) => Math.max(last, entry.no), 0);
}

type LineValues = Omit<ListedEntry, 'no'>;

function readLine(
  stated: StatedLine,
  { document, codesOnRecord }: LineGrounds,
): { readonly values: LineValues | null; readonly problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  const take = <Value>(field: LineField, parsed: Parsed<Value>): Value | null => {
    if (parsed.ok) return parsed.value;
    problems.push({ field, message: parsed.problem });
    return null;
  };
  const name = take('name', requiredCell(parseName(stated.name)));
  const uscc = take('uscc', parseCodeCell(stated.uscc, codesOnRecord));
  const subject = take('subject', requiredCell(parseLine(normaliseName(stated.subject), SUBJECT_LENGTH_MAX)));
  const level = take('level', parseLine(stated.level, WORD_LENGTH_MAX));
  const batch = take('batch', parseLine(stated.batch, WORD_LENGTH_MAX));
  const certificate = stated.certificate === '' ? '' : take('certificate', certificateNumber(stated, document));
  if (name === null || uscc === null || subject === null || level === null || batch === null || certificate === null) {
    return { values: null, problems };
  }
  return {
    values: {
      name,
      uscc,
      subject,
      level: cellOrNull(level),
      batch: cellOrNull(batch),
      certificate: cellOrNull(certificate),
    },
    problems,
  };
}

/** The document's own number is no entry's certificate: written on every line, it would make one paper of them all. */
function certificateNumber({ certificate }: StatedLine, document: string): Parsed<string> {
  const number = parsePaperNumber(certificate);
  if (!number.ok || number.value !== document) return number;
  return unreadable(
    '这是名单的文号，不是证书编号；没有证书的，此格请留空。',
    'This is the number of the list’s document and no certificate’s: leave the cell empty where there is none.',
  );
}

function keysOf({ uscc, subject, certificate }: Pick<ListedEntry, 'uscc' | 'subject' | 'certificate'>) {
  const ofSubject = { key: JSON.stringify([uscc, subjectKeyOf(subject)]), field: 'subject' as const };
  if (certificate === null) return [ofSubject];
  return [ofSubject, { key: JSON.stringify([certificate]), field: 'certificate' as const }];
}

function duplicate(field: LineField, place: Bilingual): LineProblem {
  const what =
    field === 'certificate'
      ? { zh: '该证书编号', en: 'The number of the certificate' }
      : { zh: '同一企业的同一事项', en: 'The same matter of the same enterprise' };
  return {
    field,
    message: {
      zh: `${what.zh}已见于${place.zh}，本行不收；如不是同一事项，请写明区别。`,
      en: `${what.en} stands on ${place.en} already, so that this line is not taken; if it is another, write it so that they differ.`,
    },
  };
}
