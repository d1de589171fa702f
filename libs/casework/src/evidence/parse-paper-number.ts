import { normalisePaperNumber } from '../common/spelling.js';
import { read, unreadable, type Parsed } from '../values/parsed.js';
import { issueYearOf, parseInvoiceNumber } from './parse-invoice-number.js';

const NUMBER_LENGTH_MAX = 64;
/** Words that people copy along with the number. */
const COPIED = /^(?:(?:证书|合同|协议|文件)?(?:编号|号码)[:.]?|NO[:.])/;
/** 机关代字〔年〕号, in whatever brackets; without them 年 or 第 stands between year and number. */
const OFFICIAL =
  /^(?<office>.*\p{Script=Han})(?:\((?<bracketed>(?:19|20)\d{2})年?\)第?|(?<bare>(?:19|20)\d{2})(?:年第?|第))0*(?<serial>[1-9]\d*)号?$/u;
/** What stands there while the number is not known, or is elsewhere. */
const PLACEHOLDER = /待[补定填]|[见附]附件|附件|暂无|未知|同上|如上|不详/;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/;
const SAME_DIGIT = /^(\d)\1{5,}$/;
const SEVERAL = /[;；、\r\n]+/;

/**
 * Reads the number of a contract or a certificate in the one way in which it is written, 〔〕 around the year of an
 * official one: 泉证字[2026]第09077号 is 泉证字〔2026〕9077号. Reading what was read gives the same.
 */
export function parsePaperNumber(text: string): Parsed<string> {
  const [stated = '', ...others] = text.split(SEVERAL).filter((part) => part.trim() !== '');
  if (others.length > 0) {
    return unreadable(
      '每份凭证请单独填写一项，一项只填一个编号。',
      'Several numbers stand here: state each document by itself, one number each.',
    );
  }
  const number = withoutWords(normalisePaperNumber(stated.replace('№', 'NO.')));
  if (!/[1-9]/.test(number) || PLACEHOLDER.test(number) || SAME_DIGIT.test(number)) return notANumber();
  const invoice = parseInvoiceNumber(number);
  if (invoice.ok && issueYearOf(invoice.value) !== null) {
    return unreadable(
      '这是20位的发票号码；请填写合同或证书上的编号，发票请在“发票”一项填写。',
      'This is the number of an invoice, of 20 digits: state the number that the contract or certificate bears, and the invoice as an invoice.',
    );
  }
  if (SCIENTIFIC.test(number)) {
    return unreadable(
      '编号被表格软件改成了科学计数法；请将单元格设为文本，重新填写完整编号。',
      'A spreadsheet shortened the number to an exponent: make the cell a text, and state the number in full.',
    );
  }
  const canonical = officialNumber(number) ?? number;
  return canonical.length <= NUMBER_LENGTH_MAX ? read(canonical) : notANumber();
}

/** A number that is nothing but 第9077号 is 9077. */
function withoutWords(number: string): string {
  const bare = number.replace(COPIED, '').replace(/^-+|-+$/g, '');
  return /^第.*号$/u.test(bare) ? bare.slice(1, -1) : bare;
}

function officialNumber(number: string): string | null {
  const { office = '', bracketed, bare, serial = '' } = OFFICIAL.exec(number)?.groups ?? {};
  const year = bracketed ?? bare;
  return year === undefined ? null : `${office}〔${year}〕${serial}号`;
}

function notANumber(): Parsed<never> {
  return unreadable(
    `请填写凭证上的编号，其中应有不全为0的数字，不超过${NUMBER_LENGTH_MAX}个字符；暂无编号的，请待取得后再申报。`,
    `State the number that the document bears: it has digits that are not all 0, and at most ${NUMBER_LENGTH_MAX} characters. Claim once the document has one.`,
  );
}
