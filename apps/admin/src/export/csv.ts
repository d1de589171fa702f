/** By it a spreadsheet knows UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';
/** What spreadsheets take for the beginning of a formula, in full width too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NUMBER = /^-?\d+(\.\d+)?$/;
/** Of more digits a spreadsheet keeps fifteen: a code of eighteen would be another one. */
const LONG_DIGITS = /^\d{12,}$/;

/**
 * A file of comma-separated values (RFC 4180) in UTF-8, for spreadsheets as for machines. Nothing in it is run as a formula:
 * such a text gets an apostrophe before it. A code of digits alone gets a tabulator behind it, so that it stays a text.
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(text: string): string {
  const safe = asText(text);
  return /[",\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function asText(text: string): string {
  if (LONG_DIGITS.test(text)) return `${text}\t`;
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}
