import { fen, type Fen } from './fen.js';

/** Digits of yuan that are accepted: far above every budget, and a bound on the work that one input can cause. */
const YUAN_DIGITS_MAX = 24;

/** Up to this many characters the digits of an amount in fen fit a safe integer. */
const SAFE_DIGITS = 15;

const ZERO_CODE = 48;
const NINE_CODE = 57;
const POINT_CODE = 46;

/**
 * Reads yuan as written at an edge: digits, and perhaps a point with one or two decimals (`^\d+(\.\d{1,2})?$`).
 * Gives null for anything else: signs, exponents, blanks, grouping, more than two decimals.
 */
export function parseYuan(text: string): Fen | null {
  const point = decimalPoint(text);
  if (point === null) return null;
  const decimals = text.length - point - 1;
  const digits = decimals < 0 ? text : text.slice(0, point) + text.slice(point + 1);
  const scale = decimals < 0 ? 100 : decimals === 1 ? 10 : 1;
  return digits.length <= SAFE_DIGITS - 2 ? fen(BigInt(Number(digits) * scale)) : fen(BigInt(digits) * BigInt(scale));
}

/** Where the point stands (the text's length if it has none); null if the text is no amount. */
function decimalPoint(text: string): number | null {
  const length = text.length;
  let point = length;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code === POINT_CODE && point === length) point = index;
    else if (code < ZERO_CODE || code > NINE_CODE) return null;
  }
  const decimals = length - point - 1;
  return point === 0 || point > YUAN_DIGITS_MAX || decimals === 0 || decimals > 2 ? null : point;
}

/** `150000.00`: yuan with two decimals, as at every edge of the system. */
export function formatYuan(amount: Fen): string {
  const small = Number(amount);
  if (small >= 0 && small <= Number.MAX_SAFE_INTEGER) {
    const cents = small % 100;
    return `${(small - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
  }
  const sign = amount < 0n ? '-' : '';
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** `150,000.00`: for people to read. */
export function formatYuanGrouped(amount: Fen): string {
  const [yuan = '', cents = ''] = formatYuan(amount).split('.');
  return `${yuan.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}
