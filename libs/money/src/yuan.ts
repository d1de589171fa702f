import { fen, type Fen } from './fen.js';

/** Digits of yuan that are accepted: far above every budget, and what fen in a 64-bit integer can hold. */
const YUAN_DIGITS_MAX = 16;

const ZERO_CODE = 48;
const POINT_CODE = 46;

/**
 * Reads yuan as written at an edge: digits, and perhaps a point with one or two decimals (`^\d+(\.\d{1,2})?$`).
 * Gives null for anything else: signs, exponents, blanks, grouping, more than two decimals.
 */
export function parseYuan(text: string): Fen | null {
  const length = text.length;
  let point = length;
  let digits = 0;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    const digit = code - ZERO_CODE;
    if (digit >= 0 && digit <= 9) digits = digits * 10 + digit;
    else if (code === POINT_CODE && point === length) point = index;
    else return null;
  }
  const decimals = length - point - 1;
  if (point === 0 || point > YUAN_DIGITS_MAX || decimals === 0 || decimals > 2) return null;
  const small = digits * (decimals === 2 ? 1 : decimals === 1 ? 10 : 100);
  // As a number while that is exact: cheaper than reading the digits into a bigint.
  if (small <= Number.MAX_SAFE_INTEGER) return fen(BigInt(small));
  return fen(BigInt(text.slice(0, point) + text.slice(point + 1).padEnd(2, '0')));
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
