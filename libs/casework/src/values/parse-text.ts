import { normaliseProperName } from '../common/spelling.js';
import { read, unreadable, type Parsed, type Read, type Unreadable } from './parsed.js';

declare const mark: unique symbol;

/** One line of text: NFC, no blanks around it, nothing in it that cannot be seen, of bounded length. */
export type Line = string & { readonly [mark]: 'line' };

/** As a {@link Line}, of several lines, which end in `\n`. */
export type Paragraph = string & { readonly [mark]: 'paragraph' };

/** A line that names somebody or something, in the one way of writing names. */
export type ProperName = string & { readonly [mark]: 'name' };

/** A password as typed: its spelling is kept, since another one would be another password. */
export type PasswordText = string & { readonly [mark]: 'password' };

/** Lengths in UTF-16 code units, which is what a form counts. */
export const LINE_LENGTH_MAX = 500;
export const PARAGRAPH_LENGTH_MAX = 2_000;
export const NAME_LENGTH_MAX = 200;
export const PASSWORD_TEXT_LENGTH_MAX = 1_024;
const LOGIN_NAME_LENGTH_MAX = 100;

/**
 * What nobody sees, or what makes the text around it look like another: control and format characters (NUL, zero-width
 * blanks, marks and overrides of direction), fillers and selectors that Unicode tells renderers to ignore, separators
 * of lines and paragraphs, the empty Braille cell, halves of surrogate pairs, and what is no character at all.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
const UNSEEN_BUT_BREAKS = new RegExp(`(?![\\n\\t])${UNSEEN.source}`, 'u');
/** Neither PostgreSQL's text nor its JSON can hold these. */
const UNSTORABLE = /[\0\p{Cs}]/u;
/** What a system writes in the place of a character that it does not have; no name that is registered holds one. */
const UNREAD = /[?？]/;
/** What a decoder puts in the place of bytes that it cannot read. */
const REPLACEMENT = '\uFFFD';

export function parseLine(text: string, lengthMax = LINE_LENGTH_MAX): Parsed<Line> {
  const line = text.normalize('NFC').trim();
  return problemOf(line, UNSEEN, lengthMax) ?? read(line as Line);
}

export function parseParagraph(text: string, lengthMax = PARAGRAPH_LENGTH_MAX): Parsed<Paragraph> {
  const paragraph = text.normalize('NFC').replace(/\r\n?/g, '\n').trim();
  return problemOf(paragraph, UNSEEN_BUT_BREAKS, lengthMax) ?? read(paragraph as Paragraph);
}

export function parseName(text: string, lengthMax = NAME_LENGTH_MAX): Parsed<ProperName> {
  const line = parseLine(text, lengthMax);
  if (!line.ok) return line;
  if (UNREAD.test(line.value)) return hasUnread();
  const name = normaliseProperName(line.value);
  // Some full-width signs are written in several characters otherwise.
  return name.length > lengthMax ? tooLong(lengthMax) : read(name as ProperName);
}

/**
 * The name under which somebody tries to sign in. One that nobody can have is not refused but read as no name at all,
 * so that whoever guesses learns nothing from the answer, and the attempt counts.
 */
export function parseLoginName(text: string): Read<Line> {
  const line = parseLine(text, LOGIN_NAME_LENGTH_MAX);
  return line.ok ? line : read('' as Line);
}

export function parsePassword(text: string): Parsed<PasswordText> {
  return problemOf(text, UNSTORABLE, PASSWORD_TEXT_LENGTH_MAX) ?? read(text as PasswordText);
}

function problemOf(text: string, forbidden: RegExp, lengthMax: number): Unreadable | null {
  if (text.length > lengthMax) return tooLong(lengthMax);
  const unseen = forbidden.exec(text);
  if (unseen !== null) return holdsUnseen(unseen[0], unseen.index + 1);
  const garbled = text.indexOf(REPLACEMENT);
  return garbled === -1 ? null : isGarbled(garbled + 1);
}

function tooLong(lengthMax: number): Unreadable {
  return unreadable(
    `此处最多填写${lengthMax}个字符，请缩短。`,
    `At most ${lengthMax} characters fit here: shorten it.`,
  );
}

function holdsUnseen(character: string, place: number): Unreadable {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return unreadable(
    `第${place}个字符（${code}）不可见或无法保存，请删除后重新输入此处文字。`,
    `Character ${place} (${code}) cannot be seen or stored: delete it, or type the text anew.`,
  );
}

function hasUnread(): Unreadable {
  return unreadable(
    '名称中有问号，是未能转换的字；请对照执照重新输入。',
    'A question mark stands for a character that was lost: type the name anew from the licence.',
  );
}

function isGarbled(place: number): Unreadable {
  return unreadable(
    `第${place}个字符是乱码，请重新输入；如来自文件，请将文件存为UTF-8编码。`,
    `Character ${place} is garbled: type it anew, or save the file that it came from as UTF-8.`,
  );
}
