import { isDivision } from '../common/division.js';
import { parseLine } from './parse-text.js';
import { read, unreadable, type Parsed } from './parsed.js';

declare const mark: unique symbol;

/** UUID, in small letters. */
export type Uuid = string & { readonly [mark]: 'uuid' };

/**
 * What names a thing on record: `quanzhou-2024-7/6.2`, a claim's number, or a stream, which may be named after a
 * document's number in any script.
 */
export type Reference = string & { readonly [mark]: 'reference' };

/** A credit code as typed, in the one way of writing; whether its check character is right is for `parseUscc`. */
export type StatedUscc = string & { readonly [mark]: 'stated-uscc' };

/** Six digits of GB/T 2260. */
export type DivisionCode = string & { readonly [mark]: 'division' };

/** A place in a city's log: a whole number, from 0 where everything is to come. */
export type Position = string & { readonly [mark]: 'position' };

/** Text of a cursor; the list that it was made for reads what it holds. */
export type CursorText = string & { readonly [mark]: 'cursor' };

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const REFERENCE_LENGTH_MAX = 200;
const USCC_LENGTH_MAX = 64;
const STATED_USCC = /^[\x21-\x7e]*$/;
const POSITION = /^(0|[1-9]\d{0,17})$/;
const CURSOR = /^[\w-]{1,2000}$/;

export function parseUuid(text: string): Parsed<Uuid> {
  const uuid = text.toLowerCase();
  if (UUID.test(uuid)) return read(uuid as Uuid);
  return unreadable(
    '此处应为UUID，例如0f8b1c1e-5d3c-4a57-9d5e-6f3f1b2a4c5d。',
    'A UUID belongs here, such as 0f8b1c1e-5d3c-4a57-9d5e-6f3f1b2a4c5d.',
  );
}

export function parseReference(text: string): Parsed<Reference> {
  const line = parseLine(text.normalize('NFKC'), REFERENCE_LENGTH_MAX);
  if (!line.ok) return line;
  if (!/\s/.test(line.value)) return read(line.value as string as Reference);
  return unreadable(
    '编号中不能有空格，请从列表中选择或重新输入。',
    'A number on record holds no blanks: choose it from its list, or type it anew.',
  );
}

export function parseStatedUscc(text: string): Parsed<StatedUscc> {
  const code = text.normalize('NFKC').trim().toUpperCase();
  if (code.length <= USCC_LENGTH_MAX && STATED_USCC.test(code)) return read(code as StatedUscc);
  return unreadable(
    '统一社会信用代码由18位数字和大写字母组成，请对照营业执照重新输入。',
    'A unified social credit code has 18 digits and capital letters: type it anew from the licence.',
  );
}

export function parseDivision(text: string): Parsed<DivisionCode> {
  const code = text.normalize('NFKC').trim();
  if (isDivision(code)) return read(code as DivisionCode);
  return unreadable(
    '请填写GB/T 2260的六位行政区划代码，例如350500。',
    'State the six digits of a division of GB/T 2260, such as 350500.',
  );
}

export function parseCursorText(text: string): Parsed<CursorText> {
  if (CURSOR.test(text)) return read(text as CursorText);
  return unreadable(
    '游标无效：请原样使用列表返回的游标。',
    'This is no cursor: pass on one of those that came with the list, as you received it.',
  );
}

export function parsePosition(text: string): Parsed<Position> {
  if (POSITION.test(text)) return read(text as Position);
  return unreadable(
    '位置号是事件在本市日志中的序号，例如1024。',
    "A position is an event's number in the city's log, such as 1024.",
  );
}
