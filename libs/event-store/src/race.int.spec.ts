import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { command, event, QUANZHOU, reservation } from '../spec/commands.js';
import { openLog, positionsUpTo, readLog, type Log } from '../spec/log.js';
import { foldReservations } from '../spec/totals.js';
import type { AppendResult, GuardChange } from './index.js';

const WRITERS = 64;
const CLAIMS_EACH = 8;

let log: Log;

beforeAll(async () => {
  log = await openLog(await testDatabase());
});

afterAll(() => log.close());

describe('64 writers who race for caps, a pool and a quota', () => {
  // Together they ask for more than each of these allows: the enterprises' caps bind first, then quota and pool.
  const CEILINGS = new Map([
    ['enterprise:0', 4_000_000n],
    ['enterprise:1', 900_000_000n],
    ['pool', 60_000_000n],
    ['quota', 25n],
  ]);
  const accounts = [...CEILINGS.keys()];
  const answered: { changes: readonly GuardChange[]; result: AppendResult }[] = [];

  beforeAll(async () => {
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  });

  async function write(writer: number): Promise<void> {
    const store = writer % 2 === 0 ? log.store : log.otherStore;
    for (let claim = 0; claim < CLAIMS_EACH; claim++) {
      const changes = changesOf(writer, claim);
      answered.push({ changes, result: await store.append(reservation(changes)) });
    }
  }

  /** Uneven sums, the same in each run. */
  function changesOf(writer: number, claim: number): GuardChange[] {
    const fen = BigInt(100_001 + ((writer * 7_919 + claim * 104_729) % 400_000));
    const limited = (account: string, reserve: bigint) => ({
      account,
      ceiling: CEILINGS.get(account) ?? null,
      reserve,
    });
    const sums = [limited(`enterprise:${writer % 4 === 0 ? 0 : 1}`, fen), limited('pool', fen)];
    return writer % 4 === 1 ? [...sums, limited('quota', 1n)] : sums;
  }

  it('never pass a ceiling by a fen, and leave totals that equal the log', async () => {
    const totals = foldReservations(await readLog(log.store, QUANZHOU));

    for (const guard of (await log.store.readGuards(QUANZHOU, accounts)).values()) {
      expect(guard.ceiling).toBe(CEILINGS.get(guard.account));
      expect(guard.reserved).toBe(totals.get(guard.account));
      expect(guard.reserved).toBeLessThanOrEqual(CEILINGS.get(guard.account) ?? 0n);
    }
  });

  it('fill positions without a gap', async () => {
    const events = await readLog(log.store, QUANZHOU);

    expect(events.map(({ position }) => position)).toEqual(positionsUpTo(events.length));
    const appended = answered.flatMap(({ result }) => (result.outcome === 'appended' ? [result.first] : []));
    expect(appended.sort((a, b) => Number(a - b))).toEqual(positionsUpTo(events.length));
  });

  it('are refused only where the room was truly lacking', async () => {
    const events = await readLog(log.store, QUANZHOU);
    const everUsed = new Map(accounts.map((account) => [account, new Set([0n])]));
    for (let count = 1; count <= events.length; count++) {
      for (const [account, used] of foldReservations(events.slice(0, count))) everUsed.get(account)?.add(used);
    }

    const refusedBy = new Set<string>();
    for (const { changes, result } of answered) {
      if (result.outcome === 'appended') continue;
      if (result.outcome !== 'ceiling-refused') throw new Error(`Refused as ${result.outcome}.`);
      refusedBy.add(result.account);
      expect(result.ceiling).toBe(CEILINGS.get(result.account));
      expect(result.asked).toBe(changes.find(({ account }) => account === result.account)?.reserve);
      expect(result.used + result.asked).toBeGreaterThan(result.ceiling);
      expect(everUsed.get(result.account)).toContain(result.used);
    }
    expect([...refusedBy].sort()).toEqual(['enterprise:0', 'pool', 'quota']);
  });
});

describe('groups that cross each other', () => {
  it('do not wait for each other in a circle', async () => {
    const tenant = 'crossing';
    const names = Array.from({ length: 12 }, (_, n) => String(n));
    const crossing = Array.from({ length: 400 }, (_, n) => {
      const order = n % 2 === 0 ? names : names.toReversed();
      return {
        ...command({ tenant, guards: order.map((name) => ({ account: `account:${name}`, reserve: 1n })) }),
        streams: order.map((name) => ({ stream: `stream:${name}`, expectedVersion: -1, events: [event()] })),
      };
    });

    const results = await Promise.all(
      crossing.map((sent, n) => (n % 2 === 0 ? log.store : log.otherStore).append(sent)),
    );

    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['appended']));
    expect(await log.store.head(tenant)).toBe(BigInt(400 * names.length));
    expect(await deadlocks()).toBe(0);
  });

  // A deadlock would be resolved by sending again, so the answers alone do not tell.
  async function deadlocks(): Promise<number> {
    await log.pool.query('select pg_stat_force_next_flush()');
    const { rows } = await log.owner.query<{ deadlocks: string }>(
      'select deadlocks from pg_stat_database where datname = current_database()',
    );
    return Number(rows[0]?.deadlocks);
  }
});

describe('a decision that saw a guard as never mentioned', () => {
  it('is not recorded after the guard was', async () => {
    const tenant = 'first mention';
    const races = Array.from({ length: 150 }, async (_, n) => {
      const account = `enterprise:${n}`;
      return Promise.all([
        log.store.append(command({ tenant, guards: [{ account, expectedVersion: 0 }] })),
        log.otherStore.append(command({ tenant, guards: [{ account, reserve: 1n }] })),
      ]);
    });

    for (const [compared, mentioned] of await Promise.all(races)) {
      if (mentioned.outcome !== 'appended') throw new Error(`Nothing stood in the way of ${mentioned.outcome}.`);
      if (compared.outcome === 'appended') expect(compared.first).toBeLessThan(mentioned.first);
      else expect(compared.outcome).toBe('guard-conflict');
    }
  });
});

describe.each([
  ['new', 0],
  ['of one event', 1],
])('a decision that saw a stream as %s and does not write it', (_, version) => {
  it('is not recorded after others have written there', async () => {
    const tenant = `seen at ${version}`;
    for (let n = 0; n < 150; n += 1) {
      const stream = `enterprise:${n}`;
      if (version > 0) await log.store.append(command({ tenant, stream, expectedVersion: 0 }));
      const [saw, wrote] = await Promise.all([
        log.store.append(command({ tenant, seen: [{ stream, version }] })),
        log.otherStore.append(command({ tenant, stream, expectedVersion: version })),
      ]);
      if (wrote.outcome !== 'appended') throw new Error(`Nothing stood in the way of ${wrote.outcome}.`);
      if (saw.outcome === 'appended') expect(saw.first).toBeLessThan(wrote.first);
      else expect(saw.outcome).toBe('stream-conflict');
    }
  });
});
