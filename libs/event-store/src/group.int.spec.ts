import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { command, event, reservation, XIAMEN } from '../spec/commands.js';
import { openLog, positionsUpTo, readLog, type Log } from '../spec/log.js';
import type { EventStore, NewEvent } from './index.js';

let log: Log;
let store: EventStore;

beforeAll(async () => {
  log = await openLog(await testDatabase());
  store = log.store;
});

afterAll(() => log.close());

describe('a group', () => {
  // The first append goes out alone; what is sent while it is under way forms the group.
  function appendAsGroup(tenant: string, group: readonly ReturnType<typeof command>[]) {
    return Promise.allSettled([command({ tenant }), ...group].map((member) => store.append(member)));
  }

  it('refuses members by themselves and leaves their neighbours alone', async () => {
    const tenant = 'mixed';
    const pool = { account: 'pool', ceiling: 100n };
    const twice = reservation([{ ...pool, reserve: 1n }], { tenant });

    const [, ...settled] = await appendAsGroup(tenant, [
      reservation([{ ...pool, reserve: 60n }], { tenant, stream: 'claim:1', expectedVersion: 0 }),
      reservation([{ ...pool, reserve: 41n }], { tenant }),
      reservation([{ ...pool, reserve: 1n }], { tenant, stream: 'claim:1', expectedVersion: 0 }),
      reservation([{ ...pool, reserve: 1n, expectedVersion: 0 }], { tenant }),
      reservation([{ ...pool, reserve: -61n }], { tenant }),
      twice,
      twice,
      { ...twice, requestHash: 'other' },
      reservation([{ ...pool, reserve: 39n, expectedVersion: 2 }], { tenant, stream: 'claim:1', expectedVersion: 1 }),
    ]);

    expect(settled.map((member): unknown => (member.status === 'fulfilled' ? member.value : member.reason))).toEqual([
      { outcome: 'appended', first: 2n, last: 2n },
      { outcome: 'ceiling-refused', account: 'pool', ceiling: 100n, used: 60n, asked: 41n },
      { outcome: 'stream-conflict', stream: 'claim:1', expected: 0, actual: 1 },
      { outcome: 'guard-conflict', account: 'pool' },
      expect.objectContaining({ code: 'GUARD_BELOW_ZERO' }),
      { outcome: 'appended', first: 3n, last: 3n },
      { outcome: 'repeated', first: 3n, last: 3n },
      { outcome: 'command-mismatch' },
      { outcome: 'appended', first: 4n, last: 4n },
    ]);
    expect((await store.readGuards(tenant, ['pool'])).get('pool')).toMatchObject({ reserved: 100n, version: 3n });
    expect((await readLog(store, tenant)).map(({ position }) => position)).toEqual(positionsUpTo(4));
  });

  it('weighs what a member saw against what its neighbours wrote before it', async () => {
    const tenant = 'seen in a group';
    const stream = 'enterprise:1';

    const [, ...settled] = await appendAsGroup(tenant, [
      command({ tenant, seen: [{ stream, version: 0 }] }),
      command({ tenant, stream, expectedVersion: 0 }),
      command({ tenant, seen: [{ stream, version: 0 }] }),
      command({ tenant, seen: [{ stream, version: 1 }] }),
    ]);

    expect(settled.map((member): unknown => (member.status === 'fulfilled' ? member.value : member.reason))).toEqual([
      { outcome: 'appended', first: 2n, last: 2n },
      { outcome: 'appended', first: 3n, last: 3n },
      { outcome: 'stream-conflict', stream, expected: 0, actual: 1 },
      { outcome: 'appended', first: 4n, last: 4n },
    ]);
  });

  it.each<[string, Partial<NewEvent>]>([
    ['a date that does not exist', { occurredOn: '2025-02-30' }],
    ['a character that PostgreSQL does not store', { data: { name: 'a\u0000b' } }],
    ['a number out of range', { schemaVersion: 2 ** 40 }],
  ])('writes its other members when one holds %s', async (_, malformed) => {
    const tenant = `malformed ${JSON.stringify(malformed)}`;

    const [, before, bad, after] = await appendAsGroup(tenant, [
      command({ tenant }),
      command({ tenant, events: [event({}, malformed)] }),
      command({ tenant }),
    ]);

    expect(before).toMatchObject({ status: 'fulfilled', value: { outcome: 'appended' } });
    expect(bad).toMatchObject({ status: 'rejected' });
    expect(after).toMatchObject({ status: 'fulfilled', value: { outcome: 'appended' } });
    expect((await readLog(store, tenant)).map(({ position }) => position)).toEqual(positionsUpTo(3));
  });

  it('is bounded, and what does not fit goes with the next', async () => {
    const results = await Promise.all(Array.from({ length: 300 }, () => store.append(command({ tenant: XIAMEN }))));

    expect(results.map((result) => ('first' in result ? result.first : null))).toEqual(positionsUpTo(300));
  });
});
