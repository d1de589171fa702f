import { withoutChineseNumerals } from '../common/numerals.js';
import { normalisePaperNumber } from '../common/spelling.js';
import { read, unreadable, type Parsed } from '../values/parsed.js';
import { noNumber } from './no-number.js';
import { issueYearOf, parseInvoiceNumber } from './parse-invoice-number.js';
import { partsOf } from './several.js';

const NUMBER_LENGTH_MAX = 64;
/** Words that people copy along with the number. */
const COPIED = /^(?:(?:证书|合同|协议|文件)?(?:编号|号码)[:.]?|NO[:.])/;
/** What may stand for the zero between Chinese numerals. */
const ROUND_ZERO = /(?<=[一二三四五六七八九〇零])[○O](?=[一二三四五六七八九〇零○O])/gu;
/**
 * 机关代字〔年〕号, in whatever brackets; without them 年 or 第 stands between year and number, or a dash where the office's
 * word ends in 字.
 */
const OFFICIAL =
  /^(?<office>.*\p{Script=Han})(?:\((?<bracketed>(?:19|20)?\d{2})年?\)[-第]*|(?<bare>(?:19|20)\d{2})(?:年[-第]*|第|(?<=字第?\d{4})-第?))0*(?<serial>[1-9]\d*)号?$/u;
/** A year of two digits from here on is of the century before. */
const LAST_CENTURY = 50;
const CANONICAL_OFFICIAL = /^.*\p{Script=Han}〔(?:19|20)\d{2}〕[1-9]\d*号$/u;

/**
 * Reads the number of a contract or a certificate in the one way in which it is written, 〔〕 around the year of an
 * official one: 泉证字[2026]第09077号 is 泉证字〔2026〕9077号. Reading what was read gives the same.
 */
export function parsePaperNumber(text: string): Parsed<string> {
  const [stated = '', ...others] = partsOf(text);
  if (others.length > 0) return several();
  const none = noNumber(stated);
  if (none !== null) return none;
  const number = withoutWords(normalisePaperNumber(stated.replace('№', 'NO.')));
  const invoice = parseInvoiceNumber(number);
  if (invoice.ok && issueYearOf(invoice.value) !== null) {
    return unreadable(
      '这是20位的发票号码；请填写合同或证书上的编号，发票请在“发票”一项填写。',
      'This is the number of an invoice, of 20 digits: state the number that the contract or certificate bears, and the invoice as an invoice.',
    );
  }
  const canonical = officialNumber(number) ?? number;
  return canonical.length <= NUMBER_LENGTH_MAX && canonical !== '' ? read(canonical) : tooLong();
}

/**
 * Reads what one field holds: the number of one paper or of several, with a sign or a new line between them. Each is
 * written in full, as a 9078号 behind 泉证字〔2026〕9077号 may be anybody's.
 */
export function parsePaperNumbers(text: string): Parsed<string[]> {
  const parts = partsOf(text);
  if (parts.length < 2) {
    const number = parsePaperNumber(text);
    return number.ok ? read([number.value]) : number;
  }
  const numbers: string[] = [];
  for (const part of parts) {
    const number = parsePaperNumber(part);
    if (!number.ok) return number;
    numbers.push(number.value);
  }
  const official = numbers.filter(isOfficialNumber).length;
  return official === 0 || official === numbers.length ? read(numbers) : several();
}

/** Whether it is written as 机关代字〔年〕号, which names one paper wherever it stands. */
export function isOfficialNumber(number: string): boolean {
  return CANONICAL_OFFICIAL.test(number);
}

/** A number that is nothing but 第9077号 is 9077. */
function withoutWords(number: string): string {
  const bare = number.replace(COPIED, '').replace(/^-+|-+$/g, '');
  return /^第.*号$/u.test(bare) ? bare.slice(1, -1) : bare;
}

function officialNumber(number: string): string | null {
  const { office = '', bracketed, bare, serial = '' } = OFFICIAL.exec(withDigits(number))?.groups ?? {};
  const year = bracketed ?? bare;
  return year === undefined ? null : `${office.replace(/第$/u, '')}〔${inFull(year)}〕${serial}号`;
}

/** With digits for the numerals of year and serial, 试字(二〇二五)第一〇一号; those of the office are a part of its name. */
function withDigits(number: string): string {
  const [, office = '', rest = number] = /^(.*?)((?:\(|[一二][九零〇○O]).*)$/u.exec(number) ?? [];
  return office + withoutChineseNumerals(rest.replace(ROUND_ZERO, '〇'));
}

function inFull(year: string): string {
  if (year.length > 2) return year;
  return (Number(year) < LAST_CENTURY ? '20' : '19') + year;
}

function several(): Parsed<never> {
  return unreadable(
    '此处有几个编号：每份凭证请单独填写一项，并写出完整编号。',
    'Several numbers stand here: state each document by itself, one number each, in full.',
  );
}

function tooLong(): Parsed<never> {
  return unreadable(
    `请填写凭证上的编号，不超过${NUMBER_LENGTH_MAX}个字符。`,
    `State the number that the document bears, in at most ${NUMBER_LENGTH_MAX} characters.`,
  );
}
