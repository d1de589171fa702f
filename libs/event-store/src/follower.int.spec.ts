import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { compile, startChild } from '../spec/child.js';
import { command, event } from '../spec/commands.js';
import { openLog, positionsUpTo, type Log } from '../spec/log.js';
import { EventStore, Follower, type BatchHandler, type FollowerOptions } from './index.js';

const PATIENCE_MS = 20_000;

let log: Log;
let tenant: string;
let tenantCount = 0;

beforeAll(async () => {
  log = await openLog(await testDatabase());
  await log.owner.query(`
    create table seen (number bigserial, tenant text not null, position bigint not null);
    grant select, insert on seen to duixian_app;
    grant usage on sequence seen_number_seq to duixian_app`);
});

afterAll(() => log.close());

beforeEach(() => {
  tenant = `tenant ${++tenantCount}`;
});

const noteSeen: BatchHandler = async (batch, tx) => {
  for (const { tenant, position } of batch) {
    await tx.query('insert into seen (tenant, position) values ($1, $2)', [tenant, position]);
  }
};

function follower(options: Partial<FollowerOptions> = {}): Follower {
  return new Follower({
    store: log.store,
    pool: log.pool,
    name: 'seen',
    version: 1,
    handler: noteSeen,
    batchSize: 10,
    ...options,
  });
}

/** What was seen of the tenant, in the order in which it was seen. */
async function seen(): Promise<bigint[]> {
  const { rows } = await log.owner.query<{ position: string }>(
    'select position from seen where tenant = $1 order by number',
    [tenant],
  );
  return rows.map(({ position }) => BigInt(position));
}

function appendEvents(count: number) {
  return log.store.append(command({ tenant, events: Array.from({ length: count }, () => event()) }));
}

describe('a follower', () => {
  it('makes few batches of what a crowd appends', async () => {
    const handled: bigint[] = [];
    let batches = 0;
    const following = follower({
      batchSize: 5_000,
      handler: (batch) => {
        batches += 1;
        handled.push(...batch.map(({ position }) => position));
        return Promise.resolve();
      },
    });
    const began = performance.now();
    following.start();
    for (let n = 0; n < 150; n += 1) await appendEvents(20);
    expect(await following.waitFor(tenant, 3_000n, PATIENCE_MS)).toBe(true);
    const lastedMs = performance.now() - began;
    await following.stop();
    expect(handled).toEqual(positionsUpTo(3_000));
    expect(batches).toBeLessThanOrEqual(lastedMs / 45 + 2);
  });

  it('sees every event once and in order while writers run and it is stopped and started', async () => {
    const [one, other] = [follower(), follower({ store: log.otherStore })];
    const writing = new AbortController();
    const write = async (store: Log['store']) => {
      for (let n = 0; n < 40; n++) await store.append(command({ tenant, events: [event(), event()] }));
    };
    const writers = Promise.all(
      Array.from({ length: 16 }, (_, n) => write(n % 2 === 0 ? log.store : log.otherStore)),
    ).then(() => writing.abort());

    for (let round = 0; !writing.signal.aborted; round++) {
      one.start();
      if (round % 2 === 0) other.start();
      await one.waitFor(tenant, (await log.store.head(tenant)) + 1n, 50);
      await (round % 2 === 0 ? one : other).stop();
    }
    await writers;
    one.start();
    const head = await log.store.head(tenant);

    expect(await one.waitFor(tenant, head, PATIENCE_MS)).toBe(true);
    await Promise.all([one.stop(), other.stop()]);
    expect(head).toBe(16n * 40n * 2n);
    expect(await seen()).toEqual(positionsUpTo(Number(head)));
  });

  it('sees every event once and in order though it is killed in the middle of batches', async () => {
    compile();
    await appendEvents(45);

    for (let handled = 1; handled <= 3; handled++) {
      const child = startChild('follow.mjs', log.url);
      expect(await child.line()).toBe('handling 10');
      child.say('go on');
      expect(await child.line()).toMatch(/^handling \d+$/);
      await child.kill();
      expect(await seen()).toEqual(positionsUpTo(10 * handled));
    }
    const heir = follower();
    heir.start();

    expect(await heir.waitFor(tenant, 45n, PATIENCE_MS)).toBe(true);
    await heir.stop();
    expect(await seen()).toEqual(positionsUpTo(45));
  });

  it('takes over from a process that stands still in a batch, and sees every event once', async () => {
    compile();
    await appendEvents(25);
    const child = startChild('follow.mjs', log.url, '500');
    expect(await child.line()).toBe('handling 10');
    child.stop();
    const heir = follower();
    heir.start();

    expect(await heir.waitFor(tenant, 25n, PATIENCE_MS)).toBe(true);
    await heir.stop();
    await child.kill();
    expect(await seen()).toEqual(positionsUpTo(25));
  });

  it('ends when it is told to, whatever a batch waits for', async () => {
    await appendEvents(1);
    const forever = follower({ name: 'forever', handler: () => new Promise(() => undefined) });
    forever.start();
    while (forever.pulse.busyMs === 0) await forever.waitFor(tenant, 1n, 10);

    await forever.stop(50);

    expect(forever.pulse.following).toBe(false);
  });

  it('tries a failed batch again, skips nothing, and goes on with other tenants', async () => {
    const healthy = `${tenant}, healthy`;
    await appendEvents(3);
    await log.store.append(command({ tenant: healthy }));
    const failures: unknown[] = [];
    const troubled = follower({
      name: 'troubled',
      handler: async (batch, tx) => {
        await noteSeen(batch, tx);
        if (batch[0]?.tenant === tenant && failures.length < 2) throw new Error('Not yet.');
      },
      onError: (error, where) => failures.push([String(error), where]),
    });
    troubled.start();

    expect(await troubled.waitFor(healthy, 1n, PATIENCE_MS)).toBe(true);
    expect(await troubled.waitFor(tenant, 3n, PATIENCE_MS)).toBe(true);
    await troubled.stop();
    expect(failures).toEqual([
      ['Error: Not yet.', tenant],
      ['Error: Not yet.', tenant],
    ]);
    expect(await seen()).toEqual(positionsUpTo(3));
  });

  it('of another version begins at the first event', async () => {
    await appendEvents(2);
    const [first, second] = [follower({ name: 'versions' }), follower({ name: 'versions', version: 2 })];
    first.start();
    await first.waitFor(tenant, 2n, PATIENCE_MS);
    second.start();

    expect(await second.waitFor(tenant, 2n, PATIENCE_MS)).toBe(true);
    await Promise.all([first.stop(), second.stop()]);
    expect(await seen()).toEqual([1n, 2n, 1n, 2n]);
  });

  it('is waited for from a process that does not run it, as long as was asked', async () => {
    await appendEvents(1);
    const [running, elsewhere] = [follower({ name: 'elsewhere' }), follower({ name: 'elsewhere' })];

    expect(await elsewhere.waitFor(tenant, 1n, 1)).toBe(false);
    running.start();
    expect(await elsewhere.waitFor(tenant, 1n, PATIENCE_MS)).toBe(true);
    await running.stop();
  });

  it('reads old events in their newest shape', async () => {
    const upcasting = new EventStore(log.pool, {
      upcasters: { ClaimSubmitted: { 1: (data) => ({ ...data, division: '350500' }) } },
    });
    await upcasting.append(command({ tenant, events: [event({ n: 1 }, { type: 'ClaimSubmitted' })] }));
    const shapes: unknown[] = [];
    const reader = follower({
      store: upcasting,
      name: 'upcast',
      handler: (batch) => {
        shapes.push(
          ...batch.filter((one) => one.tenant === tenant).map(({ schemaVersion, data }) => [schemaVersion, data]),
        );
        return Promise.resolve();
      },
    });
    reader.start();
    await reader.waitFor(tenant, 1n, PATIENCE_MS);
    await reader.stop();

    expect(shapes).toEqual([[2, { n: 1, division: '350500' }]]);
  });
});
