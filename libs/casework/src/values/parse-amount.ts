import { parseYuan, type Fen } from '@duixian/money';
import { read, unreadable, type Parsed } from './parsed.js';

/** Yuan as typed, at least nothing and at most what {@link parseYuan} reads, which fits a bigint of fen. */
export function parseAmount(text: string): Parsed<Fen> {
  const amount = parseYuan(text);
  if (amount !== null) return read(amount);
  return unreadable(
    '金额请写成元，至多十六位整数、两位小数，不带符号和分隔符，例如150000.00。',
    'Write money as yuan with at most sixteen digits and two decimals, without signs and separators: 150000.00.',
  );
}
