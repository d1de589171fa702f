import {
  parseCursorText,
  parseDivision,
  parseFileText,
  parseLine,
  parseLoginName,
  parseMoment,
  parseName,
  parseParagraph,
  parsePassword,
  parsePosition,
  parseReference,
  parseStatedUscc,
  parseUuid,
  parseYear,
  type Parsed,
} from '@duixian/casework';

/** Kinds of text that arguments hold, each with its parser: nothing that one refuses reaches a resolver. */
export const TEXT_KINDS = {
  /** One line of free text. */
  line: (text) => parseLine(text),
  /** Free text of several lines, which goes on record. */
  paragraph: (text) => parseParagraph(text),
  /** Name of a payee, an official or a department. */
  name: (text) => parseName(text),
  /** What somebody looks for: names are kept in their one way of writing, so it is written that way too. */
  search: (text) => parseName(text),
  loginName: parseLoginName,
  password: parsePassword,
  uuid: parseUuid,
  /** Number or name of a thing on record. */
  reference: parseReference,
  uscc: parseStatedUscc,
  division: parseDivision,
  /** Place in a city's log. */
  position: parsePosition,
  /** Of Beijing time. */
  moment: parseMoment,
  cursor: parseCursorText,
  /** Bytes of a file in base64. */
  file: parseFileText,
} as const satisfies Readonly<Record<string, (text: string) => Parsed<string>>>;

export type TextKind = keyof typeof TEXT_KINDS;

/** Kinds of whole number; GraphQL's Int has 32 bits, and no input takes any other number. */
export const NUMBER_KINDS = {
  year: parseYear,
  /** Any other: what bounds it, the matter says. */
  whole: (number) => ({ ok: true, value: number }),
} as const satisfies Readonly<Record<string, (number: number) => Parsed<number>>>;

export type NumberKind = keyof typeof NUMBER_KINDS;

/** What is read without a declared kind: as the strictest that any free text passes. */
export const TEXT_KIND_DEFAULT: TextKind = 'line';
export const NUMBER_KIND_DEFAULT: NumberKind = 'whole';

export function isTextKind(value: unknown): value is TextKind {
  return typeof value === 'string' && Object.hasOwn(TEXT_KINDS, value);
}

export function isNumberKind(value: unknown): value is NumberKind {
  return typeof value === 'string' && Object.hasOwn(NUMBER_KINDS, value);
}
