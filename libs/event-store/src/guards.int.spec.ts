import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { command, QUANZHOU } from '../spec/commands.js';
import { openLog, type Log } from '../spec/log.js';
import type { EventStore } from './index.js';

let log: Log;
let store: EventStore;

beforeAll(async () => {
  log = await openLog(await testDatabase());
  store = log.store;
});

afterAll(() => log.close());

describe('a guard', () => {
  it('that nobody mentioned stands at zero without a ceiling', async () => {
    expect(await store.readGuards(QUANZHOU, ['pool:unknown'])).toEqual(
      new Map([['pool:unknown', { account: 'pool:unknown', ceiling: null, reserved: 0n, paid: 0n, version: 0n }]]),
    );
  });

  it('is reserved, posted and released', async () => {
    await store.append(command({ guards: [{ account: 'pool:life', ceiling: 100n, reserve: 60n }] }));
    await store.append(command({ guards: [{ account: 'pool:life', reserve: -40n, paid: 40n }] }));
    await store.append(command({ guards: [{ account: 'pool:life', reserve: -20n }] }));

    expect((await store.readGuards(QUANZHOU, ['pool:life'])).get('pool:life')).toEqual({
      account: 'pool:life',
      ceiling: 100n,
      reserved: 0n,
      paid: 40n,
      version: 3n,
    });
  });

  it('refuses what passes its ceiling, and takes what just reaches it', async () => {
    await store.append(command({ guards: [{ account: 'pool:edge', ceiling: 100n, reserve: 30n, paid: 30n }] }));

    expect(await store.append(command({ guards: [{ account: 'pool:edge', reserve: 41n }] }))).toEqual({
      outcome: 'ceiling-refused',
      account: 'pool:edge',
      ceiling: 100n,
      used: 60n,
      asked: 41n,
    });
    expect(await store.append(command({ guards: [{ account: 'pool:edge', reserve: 40n }] }))).toMatchObject({
      outcome: 'appended',
    });
  });

  it('refuses a ceiling below what is used, takes one that equals it, and none', async () => {
    const change = (ceiling: bigint | null) =>
      store.append(command({ guards: [{ account: 'pool:lowered', ceiling }] }));
    await store.append(command({ guards: [{ account: 'pool:lowered', ceiling: 100n, reserve: 60n }] }));

    expect(await change(59n)).toMatchObject({ outcome: 'ceiling-refused', ceiling: 59n, used: 60n, asked: 0n });
    expect(await change(60n)).toMatchObject({ outcome: 'appended' });
    expect(await change(null)).toMatchObject({ outcome: 'appended' });
    expect((await store.readGuards(QUANZHOU, ['pool:lowered'])).get('pool:lowered')?.ceiling).toBeNull();
  });

  it('whose version a decision depended on must not have changed', async () => {
    await store.append(command({ guards: [{ account: 'enterprise:seen', reserve: 1n, expectedVersion: 0 }] }));

    expect(
      await store.append(command({ guards: [{ account: 'enterprise:seen', reserve: 1n, expectedVersion: 0 }] })),
    ).toEqual({ outcome: 'guard-conflict', account: 'enterprise:seen' });
    expect(
      await store.append(command({ guards: [{ account: 'enterprise:seen', reserve: 1n, expectedVersion: 1n }] })),
    ).toMatchObject({ outcome: 'appended' });
  });

  it('that is only compared keeps its version', async () => {
    await store.append(command({ guards: [{ account: 'enterprise:compared', reserve: 1n }] }));

    expect(
      await store.append(command({ guards: [{ account: 'enterprise:compared', expectedVersion: 1 }] })),
    ).toMatchObject({ outcome: 'appended' });
    expect((await store.readGuards(QUANZHOU, ['enterprise:compared'])).get('enterprise:compared')?.version).toBe(1n);
  });

  it('cannot give back more than it holds', async () => {
    await store.append(command({ guards: [{ account: 'pool:empty', reserve: 5n }] }));

    await expect(store.append(command({ guards: [{ account: 'pool:empty', reserve: -6n }] }))).rejects.toMatchObject({
      code: 'GUARD_BELOW_ZERO',
      field: 'pool:empty',
    });
  });
});
