import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { command, event, QUANZHOU, reservation } from '../spec/commands.js';
import { openLog, readLog, type Log } from '../spec/log.js';
import { encodeGroup } from './group.js';
import type { EventStore } from './index.js';

let log: Log;
let store: EventStore;

beforeAll(async () => {
  log = await openLog(await testDatabase());
  store = log.store;
});

afterAll(() => log.close());

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
