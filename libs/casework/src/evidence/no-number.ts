import { normalisePaperNumber } from '../common/spelling.js';
import { unreadable, type Unreadable } from '../values/parsed.js';

/** What stands there while the number is not known, or is elsewhere. */
const PLACEHOLDER = /待[补定填]|[见附]附件|附件|暂无|未知|同上|如上|不详/;
const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d+$|^\d\.\d+E\d+$/;
const SAME_DIGIT = /^(\d)\1{5,}$/;
const DAY = /^\d{4}年\d{1,2}月(?:\d{1,2}[日号]?)?$/;
/** With 元 behind it, or with commas between thousands. */
const AMOUNT = /^[¥￥]?(?:[\d,]+(?:\.\d+)?[万亿]?元[整正]?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?)$/;

/**
 * Why what is typed for a number is none, whatever paper it is of: a word or a sign in its place, nothing but zeros, six
 * or more of one digit, an exponent, a day or an amount; null when it may be one.
 */
export function noNumber(text: string): Unreadable | null {
  const number = normalisePaperNumber(text);
  const named = text.trim().slice(0, SHOWN_MAX);
  if (SCIENTIFIC.test(number)) {
    return unreadable(
      `“${named}”是被表格软件改成的科学计数法；请将单元格设为文本，重新填写完整号码。`,
      `A spreadsheet shortened the number to the exponent “${named}”: make the cell a text, and state the number in full.`,
    );
  }
  if (DAY.test(number) || AMOUNT.test(number)) {
    return unreadable(
      `“${named}”是日期或金额，不是号码：请填写原件上的号码。`,
      `“${named}” is a day or an amount and no number: state the number that stands on the paper.`,
    );
  }
  if (/[1-9]/.test(number) && !PLACEHOLDER.test(number) && !SAME_DIGIT.test(number.replace(/[^\p{L}\p{N}]/gu, ''))) {
    return null;
  }
  return unreadable(
    `“${named}”不是号码：请填写原件上的号码，其中应有不全为0、不全相同的数字；暂无号码的，请待取得后再填。`,
    `“${named}” is no number: state the one that stands on the paper, with digits that are neither all 0 nor all the same. Where there is none yet, wait until there is.`,
  );
}

/** So much of what was typed is shown in the answer. */
const SHOWN_MAX = 30;
