import { fen, type Fen } from '@duixian/money';

/** A row of sums as the database gives it: every amount is a text there. */
export type Stored<Sums> = { [Name in keyof Sums]: Sums[Name] extends Fen ? string : Sums[Name] };

export function amount(text: string): Fen {
  return fen(BigInt(text));
}
