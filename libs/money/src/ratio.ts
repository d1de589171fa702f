import { fen, type Fen } from './fen.js';

/** An exact number: `num / den`, `den` above zero. Not necessarily in lowest terms. */
export interface Ratio {
  readonly num: bigint;
  readonly den: bigint;
}

/** Digits accepted on either side of a decimal point: a bound on the work that one input can cause. */
const DIGITS_MAX = 40;

const DECIMAL = new RegExp(`^(-?)(\\d{1,${DIGITS_MAX}})(?:\\.(\\d{1,${DIGITS_MAX}}))?$`);
const EXPONENT = /^(-?\d(?:\.\d+)?)e([+-]\d{1,3})$/;

export function ratio(num: bigint, den = 1n): Ratio {
  if (den <= 0n) throw new RangeError('The denominator of a ratio must be above zero.');
  return { num, den };
}

/** Reads a plain decimal (`-12.50`) exactly; null for anything else. */
export function parseDecimal(text: string): Ratio | null {
  const match = DECIMAL.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', decimals = ''] = match;
  const digits = BigInt(whole + decimals);
  return { num: sign === '-' ? -digits : digits, den: 10n ** BigInt(decimals.length) };
}

/** The shortest decimal that a floating-point number stands for, exactly; null if it is not finite. */
export function decimalOf(value: number): Ratio | null {
  if (Number.isSafeInteger(value)) return { num: BigInt(value), den: 1n };
  const text = String(value);
  const match = EXPONENT.exec(text);
  if (match === null) return parseDecimal(text);
  const mantissa = parseDecimal(match[1] ?? '');
  if (mantissa === null) return null;
  const exponent = Number(match[2]);
  return exponent < 0
    ? { num: mantissa.num, den: mantissa.den * 10n ** BigInt(-exponent) }
    : { num: mantissa.num * 10n ** BigInt(exponent), den: mantissa.den };
}

export function addRatios(a: Ratio, b: Ratio): Ratio {
  if (a.den === b.den) return { num: a.num + b.num, den: a.den };
  return { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

export function multiplyRatios(a: Ratio, b: Ratio): Ratio {
  return { num: a.num * b.num, den: a.den * b.den };
}

/** Below zero if `a` is the lesser, zero if they are equal, above zero if `a` is the greater. */
export function compareRatios(a: Ratio, b: Ratio): number {
  if (a.den === b.den) return a.num < b.num ? -1 : a.num > b.num ? 1 : 0;
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Rounds an exact amount in fen half-up (away from zero below zero does not arise: amounts are not negative). */
export function roundHalfUp(exact: Ratio): Fen {
  if (exact.den === 1n) return fen(exact.num);
  return fen((2n * exact.num + exact.den) / (2n * exact.den));
}

/** `amount` × `rate`, exact, then rounded half-up to the fen. */
export function applyRatio(amount: Fen, rate: Ratio): Fen {
  return roundHalfUp({ num: amount * rate.num, den: rate.den });
}
