import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import { command, event, QUANZHOU, reservation, XIAMEN } from '../spec/commands.js';
import { openLog, positionsUpTo, readLog, type Log } from '../spec/log.js';
import { encodeGroup } from './group.js';
import type { EventStore, NewEvent } from './index.js';

let log: Log;
let store: EventStore;
let database: string;

beforeAll(async () => {
  database = await testDatabase();
  log = await openLog(database);
  store = log.store;
});

afterAll(() => log.close());

describe('an append', () => {
  it('is read back as it was sent, with its place and the time of recording', async () => {
    const recognised = event({ 企业: '泉州甲公司', amount: '150000.00' }, { type: 'ClaimSubmitted', schemaVersion: 2 });

    const result = await store.append(
      command({ tenant: 'one', stream: 'claim:1', expectedVersion: 0, events: [recognised, event()] }),
    );

    expect(result).toEqual({ outcome: 'appended', first: 1n, last: 2n });
    const { version, events } = await store.readStream('one', 'claim:1');
    expect(version).toBe(2);
    expect(events[0]).toEqual({
      ...recognised,
      tenant: 'one',
      stream: 'claim:1',
      position: 1n,
      version: 1,
      fault: null,
      correction: null,
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    });
    expect(await readLog(store, 'one')).toEqual(events);
  });

  it('numbers each tenant for itself', async () => {
    await store.append(command({ tenant: 'two' }));
    await store.append(command({ tenant: 'three' }));

    expect(await store.head('two')).toBe(1n);
    expect(await store.head('three')).toBe(1n);
    expect(await store.head('nobody')).toBe(0n);
    expect(await store.tenants()).toEqual(expect.arrayContaining(['three', 'two']));
  });

  it('is never recorded before the one that it follows, though the clock of the server is set back', async () => {
    await store.append(command({ tenant: 'clocks' }));
    const ahead = '2099-01-01T00:00:00.000000Z';
    await withClient(database, (client) =>
      client.query(`update es.head set recorded_at = $1 where tenant = 'clocks'`, [ahead]),
    );
    await store.append(command({ tenant: 'clocks' }));
    await store.append(command({ tenant: 'clocks' }));
    expect((await readLog(store, 'clocks')).slice(1).map(({ recordedAt }) => recordedAt)).toEqual([ahead, ahead]);
  });

  it('to several streams is recorded whole', async () => {
    const both = {
      ...command({ tenant: 'several' }),
      streams: [
        { stream: 'claim:1', expectedVersion: 0, events: [event({ n: 1 }), event({ n: 2 })] },
        { stream: 'payment:1', expectedVersion: 0, events: [event({ n: 3 })] },
      ],
    };

    expect(await store.append(both)).toEqual({ outcome: 'appended', first: 1n, last: 3n });
    const events = await readLog(store, 'several');
    expect(events.map(({ stream, version, data }) => [stream, version, data.n])).toEqual([
      ['claim:1', 1, 1],
      ['claim:1', 2, 2],
      ['payment:1', 1, 3],
    ]);
  });

  it('on a version that the stream no longer has is a conflict and leaves nothing', async () => {
    await store.append(command({ stream: 'claim:conflict', expectedVersion: 0 }));

    const late = reservation([{ account: 'pool:conflict', reserve: 1n }], {
      stream: 'claim:conflict',
      expectedVersion: 0,
    });

    expect(await store.append(late)).toEqual({
      outcome: 'stream-conflict',
      stream: 'claim:conflict',
      expected: 0,
      actual: 1,
    });
    expect((await store.readGuards(QUANZHOU, ['pool:conflict'])).get('pool:conflict')?.version).toBe(0n);
    expect(await store.readCommand(QUANZHOU, late.commandId)).toBeNull();
  });

  it('reads a stream from a version on, and says how far it goes', async () => {
    await store.append(command({ stream: 'claim:long', events: [event({ n: 1 }), event({ n: 2 }), event({ n: 3 })] }));

    const { version, events } = await store.readStream(QUANZHOU, 'claim:long', 3);

    expect(version).toBe(3);
    expect(events.map((recorded) => recorded.data.n)).toEqual([3]);
    expect(await store.readStream(QUANZHOU, 'claim:long', 4)).toEqual({ version: 3, events: [] });
    expect(await store.readStream(QUANZHOU, 'claim:none')).toEqual({ version: 0, events: [] });
  });

  it.each([
    ['commandId', { ...command(), commandId: '' }],
    ['streams', { ...command(), streams: [] }],
    ['events', command({ events: [] })],
    ['occurredOn', command({ events: [event({}, { occurredOn: '31/12/2025' })] })],
    ['expectedVersion', command({ expectedVersion: -2 })],
    ['seen', command({ stream: 'claim:1', seen: [{ stream: 'claim:1', version: 0 }] })],
    ['seen', command({ seen: [{ stream: 'enterprise:1', version: -1 }] })],
    ['guards', command({ guards: [{ account: 'a' }, { account: 'a' }] })],
  ])('without a proper %s is refused before it reaches the database', async (field, improper) => {
    await expect(store.append(improper)).rejects.toMatchObject({ code: 'INVALID_COMMAND', field });
  });
});

describe('a stream that a decision saw and does not write', () => {
  const seen = (stream: string, version: number) => [{ stream, version }];

  it('lets the command through while it stands as it was seen, and stays as it is', async () => {
    const tenant = 'seen';
    await store.append(command({ tenant, stream: 'enterprise:1' }));

    const sent = command({ tenant, stream: 'claim:1', seen: [...seen('enterprise:1', 1), ...seen('enterprise:2', 0)] });
    expect(await store.append(sent)).toEqual({ outcome: 'appended', first: 2n, last: 2n });

    expect((await store.readStream(tenant, 'enterprise:1')).version).toBe(1);
    expect((await store.readStream(tenant, 'enterprise:2')).version).toBe(0);
    expect((await readLog(store, tenant)).map(({ stream }) => stream)).toEqual(['enterprise:1', 'claim:1']);
    expect(await store.append(sent)).toEqual({ outcome: 'repeated', first: 2n, last: 2n });
  });

  it.each([0, 1])('is a conflict at version %i once others have written it, and leaves nothing', async (version) => {
    const stream = `enterprise:seen at ${version}`;
    await store.append(command({ stream, events: Array.from({ length: version + 1 }, () => event()) }));

    const late = reservation([{ account: `pool:${stream}`, reserve: 1n }], { seen: seen(stream, version) });

    const actual = version + 1;
    expect(await store.append(late)).toEqual({ outcome: 'stream-conflict', stream, expected: version, actual });
    expect((await store.readGuards(QUANZHOU, [`pool:${stream}`])).get(`pool:${stream}`)?.version).toBe(0n);
    expect(await store.readCommand(QUANZHOU, late.commandId)).toBeNull();
  });

  it('is not all that a command holds', async () => {
    await store.append(command({ tenant: 'nothing written', stream: 'enterprise:1' }));
    const group = encodeGroup([
      { ...command({ tenant: 'nothing written' }), streams: [], seen: seen('enterprise:1', 1) },
    ]);
    await expect(log.pool.query('select es.append($1, $2)', ['nothing written', group])).rejects.toMatchObject({
      code: '22023',
    });
  });
});

describe('a command sent again', () => {
  it('gets the stored answer', async () => {
    const sent = command();
    const first = await store.append(sent);

    const again = await store.append(sent);

    expect(again).toEqual({ ...first, outcome: 'repeated' });
    const { first: from, last: to } = (await store.readCommand(QUANZHOU, sent.commandId)) ?? {};
    expect(again).toMatchObject({ first: from, last: to });
  });

  it('with another request is a mismatch', async () => {
    const sent = command();
    await store.append(sent);

    expect(await store.append({ ...command(), commandId: sent.commandId, requestHash: 'other' })).toEqual({
      outcome: 'command-mismatch',
    });
  });

  it('fifty times at once takes effect once', async () => {
    const sent = reservation([{ account: 'pool:fifty', ceiling: 1_000n, reserve: 10n }], { tenant: 'fifty' });

    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n % 2 === 0 ? log.store : log.otherStore).append(sent)),
    );

    expect(results.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
    expect(new Set(results.map((result) => JSON.stringify({ ...result, outcome: '' }, bigintAsString))).size).toBe(1);
    expect(await readLog(store, 'fifty')).toHaveLength(1);
    expect((await store.readGuards('fifty', ['pool:fifty'])).get('pool:fifty')).toMatchObject({
      reserved: 10n,
      version: 1n,
    });
  });

  it('under two requests at once takes effect for one of them', async () => {
    const commandId = 'same';
    const requests = Array.from({ length: 20 }, (_, n) =>
      command({ tenant: 'twins', commandId, requestHash: n % 2 === 0 ? 'one' : 'two' }),
    );

    const results = await Promise.all(
      requests.map((sent, n) => (n % 2 === 0 ? log.store : log.otherStore).append(sent)),
    );

    expect(results.map(({ outcome }) => outcome).sort()).toEqual([
      'appended',
      ...Array.from({ length: 10 }, () => 'command-mismatch'),
      ...Array.from({ length: 9 }, () => 'repeated'),
    ]);
    expect(await store.head('twins')).toBe(1n);
  });
});

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

function bigintAsString(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
