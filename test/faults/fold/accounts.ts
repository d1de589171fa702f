import { fenOf } from './money.js';
import { parseLines, parseMoves } from './parse.js';
import type { CommandRow, EventRow, GuardRow } from './rows.js';

interface Balance {
  reserved: bigint;
  paid: bigint;
  ceiling: bigint | null;
}

/** Running totals by what each command says that it moved; ceilings that were passed on the way, in words. */
export function followMoves(commands: readonly CommandRow[]): {
  readonly balances: ReadonlyMap<string, Balance>;
  readonly passed: readonly string[];
} {
  const balances = new Map<string, Balance>();
  const passed: string[] = [];
  for (const { tenant, command_id: command, moves } of commands) {
    for (const [account, reserve, paid, ceiling] of parseMoves(moves)) {
      const key = `${tenant} ${account}`;
      const balance = balances.get(key) ?? { reserved: 0n, paid: 0n, ceiling: null };
      balances.set(key, balance);
      if (ceiling !== undefined) balance.ceiling = ceiling === null ? null : BigInt(ceiling);
      balance.reserved += BigInt(reserve);
      balance.paid += BigInt(paid);
      const isPassed = balance.ceiling !== null && balance.reserved + balance.paid > balance.ceiling;
      if (isPassed || balance.reserved < 0n || balance.paid < 0n) passed.push(`${key} with ${command}`);
    }
  }
  return { balances, passed };
}

/** Guards that hold something else than the moves come to, in words. */
export function differingGuards(guards: readonly GuardRow[], balances: ReadonlyMap<string, Balance>): string[] {
  const stored = new Map(guards.map((guard) => [`${guard.tenant} ${guard.account}`, guard]));
  return [...new Set([...stored.keys(), ...balances.keys()])].flatMap((key) => {
    const guard = stored.get(key);
    const { reserved = 0n, paid = 0n } = balances.get(key) ?? {};
    return BigInt(guard?.reserved ?? 0) === reserved && BigInt(guard?.paid ?? 0) === paid ? [] : [key];
  });
}

/** Guards of grants that hold something else than the grants' own events come to, in words. */
export function guardsAgainstGrants(guards: readonly GuardRow[], events: readonly EventRow[]): string[] {
  const sums = new Map<string, bigint>();
  const accountsOf = new Map<string, readonly string[]>();
  for (const { tenant, type, data } of events) {
    if (type === 'GrantReserved') {
      for (const { payer, amount, accounts } of parseLines(data)) {
        accountsOf.set(`${String(data.claim)} ${payer}`, accounts);
        add(sums, tenant, accounts, fenOf(amount));
      }
    } else if (type === 'GrantReleased') {
      const accounts = accountsOf.get(`${String(data.claim)} ${String(data.payer)}`) ?? [];
      add(sums, tenant, accounts, -fenOf(data.amount));
    }
  }
  const stored = new Map(guards.map((guard) => [`${guard.tenant} ${guard.account}`, guard]));
  return [...sums].flatMap(([key, sum]) => {
    const { reserved, paid } = stored.get(key) ?? { reserved: '0', paid: '0' };
    return BigInt(reserved) + BigInt(paid) === sum ? [] : [key];
  });
}

function add(sums: Map<string, bigint>, tenant: string, accounts: readonly string[], amount: bigint): void {
  for (const account of accounts) {
    const key = `${tenant} ${account}`;
    sums.set(key, (sums.get(key) ?? 0n) + amount);
  }
}
