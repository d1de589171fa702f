import { createHash } from 'node:crypto';
import { formatYuan } from '@duixian/money';
import type { PublicEntry } from './public-entry.js';

const HEADER = [
  '申报编号 Claim',
  '名称 Name',
  '统一社会信用代码 Code',
  '条款 Clause',
  '条款编号 Measure',
  '承担方 Payer',
  '金额（元） Amount (yuan)',
  '公示起 From',
  '公示止 Until',
  '受理异议部门 Office',
  '联系电话 Telephone',
];
/** So that spreadsheets read it as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would take for a formula, in full width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u;
/** Of more digits a spreadsheet keeps fifteen: a code of eighteen would be another one. */
const LONG_DIGITS = /^\d{12,}$/u;
const LOAN_LIMIT = '贷款额度，无财政支付 Loan limit';

/** The list as CSV (RFC 4180), a line for each treasury of a claim. */
export function csvOf(entries: readonly PublicEntry[]): string {
  const lines = [HEADER, ...entries.flatMap(cellsOf)].map((cells) => cells.map(cell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function cellsOf({
  claim,
  name,
  uscc,
  measure,
  clause,
  kind,
  amount,
  lines,
  from,
  until,
  ...who
}: PublicEntry): string[][] {
  const paid = kind === 'grant' ? lines : [{ payer: LOAN_LIMIT, amount }];
  return paid.map((line) => [
    ...[claim, name, uscc, clause.zh, measure, line.payer, formatYuan(line.amount)],
    ...[from, until, who.office, who.telephone ?? ''],
  ]);
}

/**
 * Quoted where it must be, and never a formula: a name can begin with any sign. A code of digits alone gets a tabulator behind
 * it, so that it stays a text.
 */
function cell(text: string): string {
  const safe = LONG_DIGITS.test(text) ? `${text}\t` : FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
