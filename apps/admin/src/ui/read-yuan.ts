import { applyRatio, fen, formatYuan, parseDecimal } from '@duixian/money';

const FIGURE = /^(\d{1,15}(?:\.\d{1,6})?)(万|亿)?元?$/;
const FEN_PER: Readonly<Record<string, bigint>> = { 万: 1_000_000n, 亿: 10_000_000_000n };
const FEN_PER_YUAN = 100n;

/**
 * Yuan with two decimals of what a person types: `1,200,000`, `120万`, `1.2亿元`, also in full width. Null for anything
 * that is no amount, or that has a fraction of a fen.
 */
export function readYuan(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/[,\s]/g, '');
  const [, figure = '', unit] = FIGURE.exec(text) ?? [];
  const decimal = parseDecimal(figure);
  if (decimal === null) return null;
  const num = decimal.num * (unit === undefined ? FEN_PER_YUAN : (FEN_PER[unit] ?? FEN_PER_YUAN));
  return num % decimal.den === 0n ? formatYuan(applyRatio(fen(1n), { num, den: decimal.den })) : null;
}
