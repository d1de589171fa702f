import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import { command, event, QUANZHOU, reservation } from '../spec/commands.js';
import { openLog, readLog, type Log } from '../spec/log.js';
import type { EventStore } from './index.js';

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

function bigintAsString(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
