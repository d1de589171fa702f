import type { Bilingual } from '@duixian/policy';
import { normaliseNumber } from '../common/spelling.js';
import { read, unreadable, type Parsed } from '../values/parsed.js';
import { noNumber } from './no-number.js';
import { partsOf } from './several.js';

declare const mark: unique symbol;

/**
 * What tells an invoice from every other: the 20 digits of a fully digitalised one (数电票), or the code of 10 or 12
 * digits and the number of 8 of an older one, `350200012345-12345678`. Two sellers' 12345678 have different codes.
 */
export type InvoiceNumber = string & { readonly [mark]: 'invoice-number' };

/** Words and signs that people copy along with the digits. */
const COPIED = /^(发票)?(号码|NO\.?|№|')?:?/;
const SEPARATOR = "[\\p{Pd},.'_·/]";
const SEPARATORS = new RegExp(SEPARATOR, 'gu');
const DIGITAL = /^\d{20}$/;
/** Fully digitalised invoices begin with the last two digits of their year, the first of which was 2021. */
const DIGITAL_YEAR_MIN = 21;
const CENTURY = 2000;
/**
 * Whatever stands between code and number, it is an older one: run together, the two may look like 20 digits. Codes of
 * 12 digits that begin with 2 ended long before; such a one is a fully digitalised number that was written in two parts.
 */
const OLDER = new RegExp(`^(\\d{10}|[013-9]\\d{11})${SEPARATOR}+(\\d{8})$`, 'u');

/**
 * Reads an invoice's number as printed or copied; the code of an older one stands before it, with a hyphen between.
 * Reading what was read gives the same.
 */
export function parseInvoiceNumber(text: string): Parsed<InvoiceNumber> {
  if (partsOf(text).length > 1) return unreadable(SEVERAL.zh, SEVERAL.en);
  const none = noNumber(text);
  if (none !== null) return none;
  const typed = normaliseNumber(text).replace(COPIED, '');
  const [, code, number] = OLDER.exec(typed) ?? [];
  if (code !== undefined && number !== undefined) return read(`${code}-${number}` as InvoiceNumber);
  const digits = typed.replace(SEPARATORS, '');
  if (DIGITAL.test(digits) && Number(digits.slice(0, 2)) >= DIGITAL_YEAR_MIN) return read(digits as InvoiceNumber);
  return unreadable(PROBLEM.zh, PROBLEM.en);
}

/** The year in which a fully digitalised invoice was issued, as its number says; null of an older one. */
export function issueYearOf(number: string): number | null {
  return DIGITAL.test(number) ? CENTURY + Number(number.slice(0, 2)) : null;
}

/** Whether it is the code and number of an older invoice, which is one wherever it stands. */
export function isOlderInvoiceNumber(number: string): boolean {
  return OLDER.test(number);
}

const SEVERAL: Bilingual = {
  zh: '此处有几个发票号码：每张发票请单独填写一项，并填写各自的销售方、日期、金额和税额。',
  en: 'Several invoices stand here: state each by itself, with its own seller, day, amount and tax.',
};
const PROBLEM: Bilingual = {
  zh: '发票号码应为20位数字（数电票）；旧版发票请写“发票代码-发票号码”，即10或12位代码、连字符和8位号码，不带金额等其他内容。',
  en:
    'An invoice has a number of 20 digits; for an older one write its code of 10 or 12 digits, a hyphen and its number of 8. ' +
    'Leave amounts and all else out.',
};
