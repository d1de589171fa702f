import type { Measure } from '@duixian/policy';
import type { FieldProblem } from '../common/refusal.js';
import { subjectKeyOf } from '../common/subject-key.js';
import { parseEvidenceNumbers } from '../evidence/evidence-ref.js';
import { entryOf, parseEntryNumber } from '../recognition/entry-number.js';
import { gapSentence, listedEntry, type RecognitionLists } from '../recognition/claimed-entries.js';
import type { RecognitionEntry, RecognitionList } from '../recognition/recognition-list.js';
import { evidenceKindsOf } from './check-evidence.js';
import type { StatedApplication } from './claim-command.js';
import { needsSubject } from './measures.js';

/** What an application's entries are held against. */
export interface EntryGrounds {
  readonly lists: RecognitionLists;
  /** Codes of the enterprise and of all in whose place it goes on. */
  readonly lineage: ReadonlySet<string>;
}

export const NO_ENTRIES: EntryGrounds = { lists: new Map(), lineage: new Set() };

interface StatedEntry {
  readonly field: string;
  readonly number: string;
  readonly found: { readonly list: RecognitionList; readonly entry: RecognitionEntry } | null;
}

/** Numbers of the lists that an application names entries of. */
export function listsNamed({ evidence }: Pick<StatedApplication, 'evidence'>): string[] {
  const named = evidence.flatMap(({ kind, number: text }) => {
    const number = kind === 'recognition' ? parseEntryNumber(text) : null;
    return number?.ok === true ? (entryOf(number.value)?.list ?? []) : [];
  });
  return [...new Set(named)];
}

/**
 * The application with what its entries say: the subject that was recognised, where the clause asks for one and none is
 * typed, and the certificate that an entry bears, since that is the same paper as one typed by hand.
 */
export function withEntries<Application extends StatedApplication>(
  application: Application,
  measure: Measure,
  { lists }: EntryGrounds,
): Application {
  const entries = statedEntries(application, measure, lists).flatMap(({ found }) => found?.entry ?? []);
  const [first] = entries;
  if (first === undefined) return application;
  const typed = new Set(
    application.evidence.flatMap(({ kind, number }) => {
      const numbers = kind === 'certificate' ? parseEvidenceNumbers(kind, number) : null;
      return numbers?.ok === true ? numbers.value : [];
    }),
  );
  const borne = new Set(entries.flatMap(({ certificate }) => certificate ?? []));
  const certificates = [...borne].filter((number) => !typed.has(number));
  const subject = application.subject?.trim() ?? '';
  return {
    ...application,
    subject: needsSubject(measure) && subject === '' ? first.subject : application.subject,
    evidence: [
      ...application.evidence,
      ...certificates.map((number) => ({ kind: 'certificate', number, invoice: null, party: null })),
    ],
  };
}

/** What is wrong with the entries that an application names; their numbers' form is checked with the evidence. */
export function entryProblems(
  application: StatedApplication,
  measure: Measure,
  { lists, lineage }: EntryGrounds,
): FieldProblem[] {
  return statedEntries(application, measure, lists).flatMap(({ field, number, found }): FieldProblem[] => {
    if (found === null) return [unknownEntry(field, number)];
    const { list, entry } = found;
    if (!lineage.has(entry.uscc)) return [otherFirm(field, list, entry)];
    const gap = gapSentence(list, entry, application.occurredOn);
    if (gap !== null) return [{ field, message: gap }];
    return subjectProblems(application, measure, list, entry);
  });
}

function statedEntries({ evidence }: StatedApplication, measure: Measure, lists: RecognitionLists): StatedEntry[] {
  if (!evidenceKindsOf(measure).includes('recognition')) return [];
  return evidence.flatMap(({ kind, number: text }, index) => {
    const number = kind === 'recognition' ? parseEntryNumber(text) : null;
    const ref = number?.ok === true ? entryOf(number.value) : null;
    if (number?.ok !== true || ref === null) return [];
    return [{ field: `evidence[${index}].number`, number: number.value, found: listedEntry(lists, ref) }];
  });
}

/** One claim, one subject: an entry recognises the subject that is claimed for, or another one. */
function subjectProblems(
  { subject }: StatedApplication,
  measure: Measure,
  { list }: RecognitionList,
  entry: RecognitionEntry,
): FieldProblem[] {
  if (!needsSubject(measure) || subject === null || subjectKeyOf(subject) === subjectKeyOf(entry.subject)) return [];
  const message = {
    zh: `${list}第${entry.no}项认定的是“${entry.subject}”，与所填不符：请照名单填写，或另选条目；每件申报只对应一个事项。`,
    en: `Entry ${entry.no} of ${list} recognises “${entry.subject}”, which is not what is claimed for: write it as the list does, or choose another entry. One claim is for one subject.`,
  };
  return [{ field: 'subject', message }];
}

function unknownEntry(field: string, number: string): FieldProblem {
  const message = {
    zh: `认定名单中没有${number}，或该名单尚未经第二人同意；请从名单中选择。`,
    en: `No list has the entry ${number}, or nobody agreed to it yet: choose one of the lists.`,
  };
  return { field, message };
}

function otherFirm(field: string, { list }: RecognitionList, { no, name, uscc }: RecognitionEntry): FieldProblem {
  const message = {
    zh: `${list}第${no}项属于${name}（${uscc}），不是本企业或其前身；请选择本企业的条目。`,
    en: `Entry ${no} of ${list} is of ${name} (${uscc}), neither this enterprise nor one before it: choose one of its own.`,
  };
  return { field, message };
}
