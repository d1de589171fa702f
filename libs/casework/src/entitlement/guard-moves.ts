import type { Fen } from '@duixian/money';
import type { GuardMove } from '../common/decision.js';
import type { Ceilings } from './accounts.js';

/** An amount and the guards on which it stands. */
export interface Placed {
  readonly amount: Fen;
  readonly accounts: readonly string[];
}

/** Takes the amounts up, under ceilings that are stated anew; an account without one keeps the one it has. */
export function reserveMoves(lines: readonly Placed[], ceilings: Ceilings = new Map()): GuardMove[] {
  return perAccount(lines, (account, amount) => {
    const ceiling = ceilings.get(account);
    return ceiling === undefined ? { account, reserve: amount } : { account, ceiling, reserve: amount };
  });
}

/** Gives reserved amounts back. */
export function releaseMoves(lines: readonly Placed[]): GuardMove[] {
  return perAccount(lines, (account, amount) => ({ account, reserve: -amount }));
}

/** Turns reserved amounts into paid ones. */
export function postMoves(lines: readonly Placed[]): GuardMove[] {
  return perAccount(lines, (account, amount) => ({ account, reserve: -amount, paid: amount }));
}

/** Takes back what was paid: the money has come back, and is owed again only when it is reserved anew. */
export function refundMoves(lines: readonly Placed[]): GuardMove[] {
  return perAccount(lines, (account, amount) => ({ account, paid: -amount }));
}

function perAccount(lines: readonly Placed[], move: (account: string, amount: bigint) => GuardMove): GuardMove[] {
  const totals = new Map<string, bigint>();
  for (const { amount, accounts } of lines) {
    for (const account of accounts) totals.set(account, (totals.get(account) ?? 0n) + amount);
  }
  return Array.from(totals, ([account, amount]) => move(account, amount));
}
