import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { command, event } from '../spec/commands.js';
import { openLog, type Log } from '../spec/log.js';
import {
  ensureProjection,
  EventStore,
  followProjection,
  readFollowState,
  readSetAside,
  rebuild,
  type Follower,
  type JsonObject,
  type Projection,
  type SetAside,
} from './index.js';

const PATIENCE_MS = 20_000;
const CITY = '350500';
const OTHER_CITY = '350200';

let log: Log;
let days: string;
let count = 0;
let heard: SetAside[];
const followers: Follower[] = [];

beforeAll(async () => {
  log = await openLog(await testDatabase());
});

afterAll(() => log.close());

beforeEach(async () => {
  days = `days_${++count}`;
  heard = [];
  await log.owner.query('truncate es.event, es.stream, es.head, es.command, es.guard, follow.checkpoint');
});

afterEach(async () => {
  await Promise.all(followers.splice(0).map((follower) => follower.stop()));
});

/** One row a stream, with the last day that its events name, and how many there were. */
function projection(overrides: Partial<Projection> = {}): Projection {
  return {
    name: days,
    version: 1,
    fingerprint: 'first',
    create: async (client, schema) => {
      await client.query(
        `create table ${schema}.day (tenant text, stream text, day date, events int, primary key (tenant, stream))`,
      );
    },
    apply: async (batch, client, schema) => {
      for (const { tenant, stream, data } of batch) {
        if (data.day === 'unfoldable') throw new RangeError('No fold knows this day.');
        await client.query(
          `insert into ${schema}.day as d values ($1, $2, $3, 1)
           on conflict (tenant, stream) do update set day = excluded.day, events = d.events + 1`,
          [tenant, stream, data.day],
        );
      }
    },
    dependenciesOf: (stream) => (stream.startsWith('payment-') ? [stream.replace('payment-', 'claim-')] : []),
    ...overrides,
  };
}

/** Leaves out the days that the first code fails on. */
const mended = (overrides: Partial<Projection> = {}): Projection =>
  projection({
    fingerprint: 'second',
    apply: (batch, client, schema) =>
      projection().apply(
        batch.map((each) => ({ ...each, data: isBad(each.data) ? { day: null } : each.data })),
        client,
        schema,
      ),
    ...overrides,
  });

function isBad({ day }: JsonObject): boolean {
  return day === '0000-01-01' || day === 'unfoldable';
}

function context() {
  return { store: log.store, pool: log.pool, onSetAside: (found: SetAside) => void heard.push(found) };
}

async function record(stream: string, named: readonly string[], tenant = CITY): Promise<void> {
  await log.store.append(command({ tenant, stream, events: named.map((day) => event({ day })) }));
}

function follow(followed = projection()): Follower {
  const follower = followProjection(followed, context());
  followers.push(follower);
  follower.start();
  return follower;
}

async function caughtUp(follower: Follower, tenant = CITY): Promise<boolean> {
  return follower.waitFor(tenant, await log.store.head(tenant), PATIENCE_MS);
}

async function rows(tenant = CITY): Promise<Record<string, [string | null, number]>> {
  const found = await log.pool.query<{ stream: string; day: string | null; events: number }>(
    `select stream, day::text, events from ${days}.day where tenant = $1 order by stream`,
    [tenant],
  );
  return Object.fromEntries(found.rows.map(({ stream, day, events }) => [stream, [day, events]]));
}

async function aside(tenant = CITY): Promise<unknown[]> {
  const found = await readSetAside(log.pool, days, tenant, { limit: 100 });
  return found.map(({ stream, position, events, because }) => [stream, Number(position), events, because]);
}

describe('an event that no fold can hold', () => {
  it.each([
    ['that the database refuses', '0000-01-01', /out of range/],
    ['that the fold refuses', 'unfoldable', /RangeError: No fold knows this day/],
  ])('%s is set aside with its stream, and everything else goes on', async (_, bad, error) => {
    await ensureProjection(projection(), context());
    const follower = follow();
    await record('claim-1', ['2026-01-01']);
    await record('claim-2', ['2026-01-02', bad, '2026-01-04']);
    await record('claim-3', ['2026-01-05']);
    await record('claim-9', ['2026-01-09'], OTHER_CITY);
    expect(await caughtUp(follower)).toBe(true);
    await record('claim-2', ['2026-01-06']);
    await record('claim-1', ['2026-01-07']);

    expect(await caughtUp(follower)).toBe(true);
    expect(await caughtUp(follower, OTHER_CITY)).toBe(true);
    expect(await rows()).toEqual({
      'claim-1': ['2026-01-07', 2],
      'claim-2': ['2026-01-02', 1],
      'claim-3': ['2026-01-05', 1],
    });
    expect(await rows(OTHER_CITY)).toEqual({ 'claim-9': ['2026-01-09', 1] });
    expect(await aside()).toEqual([['claim-2', 3, 3, null]]);
    expect(heard).toMatchObject([
      { tenant: CITY, stream: 'claim-2', position: 3n, error: expect.stringMatching(error) },
    ]);
    const state = await readFollowState(log.pool, days);
    expect(state.tenants).toMatchObject([
      { tenant: OTHER_CITY, head: 1n, position: 1n, setAside: 0 },
      { tenant: CITY, head: 7n, position: 7n, setAside: 1 },
    ]);
  });

  it('takes along the streams that make no sense without its own, and only these', async () => {
    await ensureProjection(projection(), context());
    await record('claim-1', ['0000-01-01']);
    await record('payment-1', ['2026-01-01', '2026-01-02']);
    await record('payment-2', ['2026-01-03']);

    expect(await caughtUp(follow())).toBe(true);
    expect(await rows()).toEqual({ 'payment-2': ['2026-01-03', 1] });
    expect(await aside()).toEqual([
      ['claim-1', 1, 1, null],
      ['payment-1', 2, 2, 'claim-1'],
    ]);
  });

  it('whose upcast fails is set aside by itself', async () => {
    const failing = new EventStore(log.pool, {
      upcasters: {
        GrantDetermined: {
          1: (data) => {
            if (data.day === 'old') throw new TypeError('There is no such shape.');
            return data;
          },
        },
      },
    });
    await record('claim-1', ['2026-01-01']);
    await record('claim-2', ['old']);

    await ensureProjection(projection(), { ...context(), store: failing });

    expect(await rows()).toEqual({ 'claim-1': ['2026-01-01', 1] });
    expect(heard).toMatchObject([{ stream: 'claim-2', error: 'TypeError: There is no such shape.' }]);
  });

  it('whose complaint no column can hold is set aside nevertheless', async () => {
    const complaining = projection({
      apply: () => Promise.reject(new Error('half a character \uD800, a NUL \0')),
    });
    await record('claim-1', ['2026-01-01']);

    await ensureProjection(complaining, context());

    expect(await aside()).toEqual([['claim-1', 1, 1, null]]);
  });

  it('fails no rebuild and no start of a newer version', async () => {
    await record('claim-1', ['2026-01-01']);
    await record('claim-2', ['0000-01-01']);
    await ensureProjection(projection(), context());
    await rebuild(projection(), context());
    await ensureProjection(projection({ version: 2 }), context());

    expect(await rows()).toEqual({ 'claim-1': ['2026-01-01', 1] });
    expect(await aside()).toEqual([['claim-2', 2, 1, null]]);
  });

  it('is taken up by mended code at its start, of a newer version or of the same', async () => {
    await record('claim-1', ['2026-01-01', '0000-01-01', '2026-01-03']);
    await ensureProjection(projection(), context());
    await ensureProjection(projection(), context());
    expect(heard).toHaveLength(1);

    await ensureProjection(mended(), context());

    expect(await rows()).toEqual({ 'claim-1': ['2026-01-03', 3] });
    expect(await aside()).toEqual([]);
  });

  it('is taken up once it is corrected, in its place, and stays in the log as it was', async () => {
    await ensureProjection(projection(), context());
    await record('claim-1', ['2026-01-01', '0000-01-01', '2026-01-03']);
    expect(await caughtUp(follow())).toBe(true);
    const [, wrong] = await log.store.readAll(CITY, 0n, 10);
    await log.store.append(
      command({
        stream: `correction-${wrong?.eventId ?? ''}`,
        events: [
          event(
            { content: { schemaVersion: 1, occurredOn: '2026-01-02', data: { day: '2026-01-02' } } },
            { type: 'CorrectionAgreed' },
          ),
        ],
      }),
    );
    expect(await caughtUp(follow())).toBe(true);
    await ensureProjection(projection(), context());

    expect(await rows()).toMatchObject({ 'claim-1': ['2026-01-03', 3] });
    expect(await aside()).not.toContainEqual(expect.arrayContaining(['claim-1']));
    const [, corrected] = await log.store.readAll(CITY, 0n, 10);
    expect(corrected).toMatchObject({
      occurredOn: '2026-01-02',
      data: { day: '2026-01-02' },
      correction: { position: 4n, original: { data: { day: '0000-01-01' } } },
    });
    const { rows: stored } = await log.owner.query('select data from es.event where position = 2');
    expect(stored).toEqual([{ data: { day: '0000-01-01' } }]);
  });
});

describe('an outage', () => {
  it.each([
    ['a table that is gone', '42P01'],
    ['a lock that is not to be had', '55P03'],
    ['a disk that is full', '53100'],
    ['a statement that takes too long', '57014'],
  ])('such as %s sets nothing aside', async (_, code) => {
    await ensureProjection(projection(), context());
    await record('claim-1', ['2026-01-01']);
    const failures: (string | null)[] = [];
    let isOver = false;
    const follower = followProjection(
      projection({
        apply: async (batch, client, schema) => {
          if (!isOver) await client.query(`do $$ begin raise exception 'away' using errcode = '${code}'; end $$`);
          await projection().apply(batch, client, schema);
        },
      }),
      context(),
      {
        onError: (_error, tenant) => {
          failures.push(tenant);
          isOver = failures.length > 1;
        },
      },
    );
    followers.push(follower);
    follower.start();

    expect(await caughtUp(follower)).toBe(true);
    expect(failures).toEqual([CITY, CITY]);
    expect(await aside()).toEqual([]);
    expect(await rows()).toEqual({ 'claim-1': ['2026-01-01', 1] });
  });

  it('that takes the connection away sets nothing aside', async () => {
    await ensureProjection(projection(), context());
    await record('claim-1', ['2026-01-01']);
    let isOver = false;
    const follower = followProjection(
      projection({
        apply: async (batch, client, schema) => {
          const { rows: found } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
          if (!isOver) {
            isOver = true;
            await log.owner.query('select pg_terminate_backend($1, 5000)', [found[0]?.pid]);
            throw new Error('Whatever a fold says then is not about the event.');
          }
          await projection().apply(batch, client, schema);
        },
      }),
      context(),
    );
    followers.push(follower);
    follower.start();

    expect(await caughtUp(follower)).toBe(true);
    expect(await aside()).toEqual([]);
    expect(await rows()).toEqual({ 'claim-1': ['2026-01-01', 1] });
  });
});

describe('a batch that takes long', () => {
  it('holds up no other city', async () => {
    await ensureProjection(projection(), context());
    await record('claim-1', ['2026-01-01']);
    const blocker = await log.owner.connect();
    await blocker.query(`begin; insert into ${days}.day values ('${CITY}', 'claim-1', null, 0)`);
    const follower = follow();
    for (let n = 0; n < 5; n++) await record('claim-9', ['2026-01-09'], OTHER_CITY);

    expect(await caughtUp(follower, OTHER_CITY)).toBe(true);
    expect(await rows(OTHER_CITY)).toEqual({ 'claim-9': ['2026-01-09', 5] });
    expect(follower.pulse.busyMs).toBeGreaterThan(0);
    await blocker.query('rollback');
    blocker.release();
    expect(await caughtUp(follower)).toBe(true);
  });
});
