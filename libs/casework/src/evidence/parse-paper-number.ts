import { withoutChineseNumerals } from '../common/numerals.js';
import { normalisePaperNumber, withOneSign, withoutEdges } from '../common/spelling.js';
import { withoutEnd } from '../common/subject-key.js';
import { read, unreadable, type Parsed } from '../values/parsed.js';
import { noNumber } from './no-number.js';
import { issueYearOf, parseInvoiceNumber } from './parse-invoice-number.js';
import { partsOf } from './several.js';

const NUMBER_LENGTH_MAX = 64;
/** Words that people copy along with the number. */
const COPIED =
  /^(?:(?:证书|合同|协议|文件|文|批准|认定|备案|登记)?(?:编号|号码|号)[:.]?|NO[:.]|(?:证书|合同|协议)(?=[A-Z\d]))/;
/** What is said of the sheet in hand, and not of the paper. */
const COPY_NOTE = /\((?:复印|影印|扫描|原|副|正|电子)(?:件|本|版)\)$/;
/** What may stand for the zero between Chinese numerals. */
const ROUND_ZERO = /(?<=[一二三四五六七八九〇零])[○O](?=[一二三四五六七八九〇零○O])/gu;
/**
 * 机关代字〔年〕号, in whatever brackets; without them 年 or 第 stands between year and number, or a dash where the office's
 * word ends in 字.
 */
const OFFICIAL =
  /^(?<office>.*\p{Script=Han})-?(?:\((?<bracketed>(?:19|20)?\d{2})年?\)[-第]*(?:NO-?)?|(?<bare>(?:19|20)\d{2})(?:年[-第]*|第|(?<=字-?第?\d{4})-第?))0*(?<serial>[1-9]\d*)-?号?$/u;
/** The same with something behind its 号 that is not the number of a part, as in 9077号-1. */
const MORE_BEHIND =
  /\p{Script=Han}\((?:19|20)?\d{2}年?\)[-第]*\d+号(?<more>(?!-\d+$|之[一二三四五六七八九十\d]+$).+)$/u;
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
  const more = MORE_BEHIND.exec(withDigits(number))?.groups?.more;
  if (more !== undefined) return behindNumber(more);
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

/** The number by itself: without what stands around it, with one sign between its parts; 第9077号 is 9077. */
function withoutWords(number: string): string {
  const bare = withOneSign(withoutEnd(withoutCopied(number), COPY_NOTE));
  if (/^第.*号$/u.test(bare)) return bare.slice(1, -1);
  return /^[^\p{Script=Han}]*\d号$/u.test(bare) ? bare.slice(0, -1) : bare;
}

/** Quotation marks and copied words may stand within each other. */
function withoutCopied(number: string): string {
  const rest = withoutBrackets(withoutEdges(number)).replace(COPIED, '');
  return rest === number || rest === '' ? number : withoutCopied(rest);
}

/** Brackets around the whole are quotation marks. */
function withoutBrackets(number: string): string {
  return /^\([^()]*(?:\([^()]*\)[^()]*)*\)$/.test(number) ? number.slice(1, -1) : number;
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

function behindNumber(more: string): Parsed<never> {
  return unreadable(
    `编号写到“号”为止，请删除其后的“${more}”；几份凭证请分开填写。`,
    `The number ends with 号: leave out “${more}” behind it, and state several documents one by one.`,
  );
}

function tooLong(): Parsed<never> {
  return unreadable(
    `请填写凭证上的编号，不超过${NUMBER_LENGTH_MAX}个字符。`,
    `State the number that the document bears, in at most ${NUMBER_LENGTH_MAX} characters.`,
  );
}
