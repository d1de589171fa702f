declare const unit: unique symbol;

/** Whole fen (1/100 yuan). All money inside the system; it never becomes a floating-point number. */
export type Fen = bigint & { readonly [unit]: 'fen' };

/** States that a bigint counts fen. */
export function fen(amount: bigint): Fen {
  return amount as Fen;
}

export const ZERO = fen(0n);

export function add(a: Fen, b: Fen): Fen {
  return fen(a + b);
}

export function subtract(a: Fen, b: Fen): Fen {
  return fen(a - b);
}

/** What is left of `a` after `b`: never less than nothing. */
export function leftOf(a: Fen, b: Fen): Fen {
  return a > b ? fen(a - b) : ZERO;
}

export function lesser(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

export function greater(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}

export function sum(amounts: Iterable<Fen>): Fen {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return fen(total);
}
