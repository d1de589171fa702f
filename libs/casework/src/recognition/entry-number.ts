import { noNumber } from '../evidence/no-number.js';
import { parsePaperNumber } from '../evidence/parse-paper-number.js';
import { read, unreadable, type Parsed } from '../values/parsed.js';

/** An entry of a list: the number of the list's document, and its place there. */
export interface EntryRef {
  readonly list: string;
  readonly no: number;
}

const WRITTEN = /^(.+)#([1-9]\d{0,5})$/u;
/** As people write it beside the number that the pages show. */
const TYPED = /^(.+?)\s*(?:#|第)\s*([1-9]\d{0,5})\s*项?$/u;

/** By which a claim names the entry that it rests on: `泉工信〔2025〕88号#3`. */
export function entryNumber({ list, no }: EntryRef): string {
  return `${list}#${no}`;
}

/** The entry of a number in its one way of writing; null for what is none. */
export function entryOf(number: string): EntryRef | null {
  const [, list, no] = WRITTEN.exec(number) ?? [];
  return list === undefined || no === undefined ? null : { list, no: Number(no) };
}

/** Reads the number of an entry, `泉工信[2025]88号 第3项` as well, in its one way of writing. */
export function parseEntryNumber(text: string): Parsed<string> {
  const none = noNumber(text);
  if (none !== null) return none;
  const [, document = '', no = ''] = TYPED.exec(text.normalize('NFKC').trim()) ?? [];
  const list = parsePaperNumber(document);
  if (document !== '' && list.ok) return read(entryNumber({ list: list.value, no: Number(no) }));
  return unreadable(
    '请从认定名单中选择，或写成“文号#序号”，例如泉工信〔2025〕88号#3。',
    'Choose the entry of a list, or write it as number#place, such as 泉工信〔2025〕88号#3.',
  );
}
