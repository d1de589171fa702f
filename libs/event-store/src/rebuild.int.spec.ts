import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import pg from 'pg';
import { command, event } from '../spec/commands.js';
import { openLog, type Log } from '../spec/log.js';
import {
  ensureProjection,
  EventStore,
  followProjection,
  openApplicationPool,
  openToCities,
  rebuild,
  type Follower,
  type Projection,
} from './index.js';
import { readBuildProgress } from './rebuild.js';

const PATIENCE_MS = 20_000;
const TENANT = '350500';

let log: Log;
let ledger: string;
let ledgers = 0;
const followers: Follower[] = [];

beforeAll(async () => {
  log = await openLog(await testDatabase());
});

afterAll(() => log.close());

beforeEach(() => {
  ledger = `ledger_${++ledgers}`;
});

afterEach(async () => {
  await Promise.all(followers.splice(0).map((follower) => follower.stop()));
});

/** Each event is a line, and the total counts them: a whole read model has as many lines as its total says. */
function projection(version: number, overrides: Partial<Projection> = {}): Projection {
  return {
    name: ledger,
    version,
    create: async (client, schema) => {
      await client.query(`create table ${schema}.line (tenant text, position bigint, written_by int, unique (tenant, position));
                          create table ${schema}.total (tenant text primary key, lines int)`);
    },
    apply: async (batch, client, schema) => {
      const [tenant, positions] = [batch[0]?.tenant, batch.map(({ position }) => position)];
      await client.query(`insert into ${schema}.line select $1, unnest($2::bigint[]), $3`, [
        tenant,
        positions,
        version,
      ]);
      await client.query(
        `insert into ${schema}.total as t values ($1, $2)
         on conflict (tenant) do update set lines = t.lines + excluded.lines`,
        [tenant, positions.length],
      );
    },
    ...overrides,
  };
}

function follow(version: number): Follower {
  const follower = followProjection(projection(version), log, { batchSize: 20 });
  followers.push(follower);
  follower.start();
  return follower;
}

/** Waits until a follower of this version has said that it lives. */
async function beaten(version: number): Promise<void> {
  const said = async (): Promise<boolean> =>
    (await log.pool.query('select from follow.heartbeat where name = $1 and version = $2', [ledger, version]))
      .rowCount === 1;
  while (!(await said()));
}

async function read(): Promise<{ lines: number; total: number; writers: number[] }> {
  const { rows } = await log.pool.query<{ lines: number; total: number; writers: number[] }>(
    `select (select count(*)::int from ${ledger}.line where tenant = $1) as lines,
            coalesce((select lines from ${ledger}.total where tenant = $1), 0) as total,
            array(select distinct written_by from ${ledger}.line where tenant = $1 order by 1) as writers`,
    [TENANT],
  );
  return rows[0] ?? { lines: -1, total: -1, writers: [] };
}

/** Until somebody waits for the tables as a switch does. */
async function switchWaits(): Promise<void> {
  const asked = `select from pg_locks where mode = 'AccessExclusiveLock' and not granted and relation = $1::regclass`;
  while ((await log.pool.query(asked, [`${ledger}.line`])).rowCount === 0) continue;
}

function appendEvents(count: number) {
  return log.store.append(command({ tenant: TENANT, events: Array.from({ length: count }, () => event()) }));
}

async function headOf(): Promise<number> {
  return Number(await log.store.head(TENANT));
}

describe('a read model', () => {
  it('is created from the log and kept up to date', async () => {
    await appendEvents(30);
    await ensureProjection(projection(1), log);
    expect(await read()).toEqual({ lines: await headOf(), total: await headOf(), writers: [1] });

    const follower = follow(1);
    await appendEvents(5);
    expect(await follower.waitFor(TENANT, await log.store.head(TENANT), PATIENCE_MS)).toBe(true);

    expect(await read()).toEqual({ lines: await headOf(), total: await headOf(), writers: [1] });
  });

  it('is rebuilt while writers write and readers read, who never see less than before', async () => {
    await appendEvents(500);
    await ensureProjection(projection(1), log);
    const follower = follow(1);
    let rebuilding = true;
    const write = async () => {
      while (rebuilding) await appendEvents(3);
    };
    const readOn = async () => {
      let { lines: before } = await read();
      let reads = 0;
      for (; rebuilding; reads++) {
        const { lines, total } = await read();
        expect(lines).toBe(total);
        expect(lines).toBeGreaterThanOrEqual(before);
        before = lines;
      }
      return reads;
    };
    // The readers count from what the live model has shown once.
    await follower.waitFor(TENANT, await log.store.head(TENANT), PATIENCE_MS);
    const busy = Promise.all([readOn(), readOn(), write()]);

    for (let round = 0; round < 4; round++) await rebuild(projection(1), log);
    rebuilding = false;
    const [reads] = await busy;

    expect(reads).toBeGreaterThan(0);
    expect(await follower.waitFor(TENANT, await log.store.head(TENANT), PATIENCE_MS)).toBe(true);
    expect(await read()).toMatchObject({ lines: await headOf(), total: await headOf() });
  });

  it('is switched to when nobody reads its tables, and read meanwhile', async () => {
    await appendEvents(10);
    await ensureProjection(projection(1), log);
    const begunAt = async () =>
      (await log.pool.query<{ begun_at: Date }>(`select begun_at from ${ledger}.built_from`)).rows;
    const before = await begunAt();
    const reader = await log.pool.connect();
    await reader.query(`begin; select count(*) from ${ledger}.line`);

    const rebuilt = rebuild(projection(1), log);
    await switchWaits();
    expect(await begunAt()).toEqual(before);
    expect(await read()).toMatchObject({ lines: await headOf(), total: await headOf() });
    await reader.query('commit');
    reader.release();
    await rebuilt;

    expect(await begunAt()).not.toEqual(before);
    expect(await read()).toMatchObject({ lines: await headOf(), total: await headOf() });
  });

  it('is replaced by a newer version, whose follower takes over', async () => {
    await appendEvents(10);
    await ensureProjection(projection(1), log);
    const older = follow(1);
    const newer = follow(2);

    await ensureProjection(projection(2), log);
    await appendEvents(10);

    expect(await newer.waitFor(TENANT, await log.store.head(TENANT), PATIENCE_MS)).toBe(true);
    // Whoever writes through the older version waits for the newer one's follower, and not for one that rests.
    expect(await older.waitFor(TENANT, await log.store.head(TENANT), PATIENCE_MS)).toBe(true);
    expect(await read()).toEqual({ lines: await headOf(), total: await headOf(), writers: [2] });
    await ensureProjection(projection(1), log);
    expect((await read()).writers).toEqual([2]);
    await expect(rebuild(projection(1), log)).rejects.toMatchObject({ code: 'LATER_VERSION' });
  });

  it('is replaced by an older version when nobody of the later one has followed for a while', async () => {
    await appendEvents(10);
    await ensureProjection(projection(1), log);
    await ensureProjection(projection(2), log);
    await log.pool.query(`update ${ledger}.built_from set touched_at = touched_at - interval '1 minute'`);
    const newer = follow(2);
    await newer.waitFor(TENANT, await log.store.head(TENANT), PATIENCE_MS);
    await beaten(2);
    await ensureProjection(projection(1), log);
    expect((await read()).writers).toEqual([2]);

    await newer.stop();
    await appendEvents(10);
    await ensureProjection(projection(1), log);

    expect(await follow(1).waitFor(TENANT, await log.store.head(TENANT), PATIENCE_MS)).toBe(true);
    expect(await read()).toEqual({ lines: await headOf(), total: await headOf(), writers: [1] });
  });

  it('clears away what it has begun when the later version is back', async () => {
    await appendEvents(7_000);
    await ensureProjection(projection(2), log);
    await log.pool.query(`update ${ledger}.built_from set touched_at = touched_at - interval '1 minute'`);
    const back = projection(1, {
      apply: async (batch, client, schema) => {
        await projection(1).apply(batch, client, schema);
        follow(2);
        await beaten(2);
      },
    });

    await ensureProjection(back, log);

    expect((await read()).writers).toEqual([2]);
    const { rows } = await log.pool.query('select from pg_namespace where nspname = $1', [`${ledger}__next`]);
    expect(rows).toEqual([]);
  });

  it('stays as it is when a rebuild fails, and the next one clears away what that left', async () => {
    await appendEvents(10);
    await ensureProjection(projection(1), log);
    const whole = await read();
    const withoutTable = projection(2, {
      apply: async (_batch, client, schema) => {
        await client.query(`insert into ${schema}.nowhere values ('half', 1)`);
      },
    });

    await expect(rebuild(withoutTable, log)).rejects.toThrow('nowhere');
    expect(await read()).toEqual(whole);
    await rebuild(projection(2), log);

    expect(await read()).toEqual({ ...whole, writers: [2] });
  });

  it('goes on from where a build was when its process was gone, and does not begin again', async () => {
    await appendEvents(7_000);
    const seenBefore: number[] = [];
    const seenAfter: number[] = [];
    const gone = new AbortController();
    const counting = (seen: number[], after: () => void) =>
      projection(1, {
        apply: async (batch, client, schema) => {
          seen.push(...batch.map(({ position }) => Number(position)));
          await projection(1).apply(batch, client, schema);
          after();
        },
      });

    await ensureProjection(
      counting(seenBefore, () => gone.abort()),
      log,
      gone.signal,
    );
    expect(await read().catch(() => null)).toBeNull();
    await ensureProjection(
      counting(seenAfter, () => undefined),
      log,
    );

    expect(Math.min(...seenAfter)).toBe(Math.max(...seenBefore) + 1);
    expect(await read()).toMatchObject({ lines: await headOf(), total: await headOf() });
  });

  it('is not said to be built any more when nobody has gone on with its build for a while', async () => {
    await appendEvents(10);
    await ensureProjection(projection(1), log);
    const gone = new AbortController();
    const later = projection(2, {
      apply: async (batch, client, schema) => {
        await projection(2).apply(batch, client, schema);
        gone.abort();
      },
    });
    await appendEvents(6_000);
    await ensureProjection(later, log, gone.signal);
    expect(await readBuildProgress(log.pool, ledger)).toMatchObject({ version: 2, total: await headOf() });

    await log.pool.query(`update ${ledger}__next.built_from set touched_at = touched_at - interval '2 minutes'`);

    expect(await readBuildProgress(log.pool, ledger)).toBeNull();
    expect((await read()).writers).toEqual([1]);
  });

  it('is built and followed with one connection', async () => {
    await appendEvents(50);
    const pool = openApplicationPool(log.url, { max: 1 });
    const context = { store: new EventStore(pool), pool };
    await ensureProjection(projection(1), context);
    const follower = followProjection(projection(1), context);
    follower.start();
    await context.store.append(command({ tenant: TENANT, events: [event(), event()] }));

    expect(await follower.waitFor(TENANT, await log.store.head(TENANT), PATIENCE_MS)).toBe(true);
    await follower.stop();
    await pool.end();
    expect(await read()).toEqual({ lines: await headOf(), total: await headOf(), writers: [1] });
  });

  it('lets nobody switch to its tables, or drop them, while it fills them', async () => {
    await appendEvents(6_000);
    const attempts: string[] = [];
    const asked = 'select from follow.read_model where name = $1 for update nowait';
    const filled = projection(1, {
      apply: async (batch, client, schema) => {
        const attempt = log.pool.query(asked, [ledger]).then(
          () => 'locked',
          (error: unknown) => (error instanceof pg.DatabaseError ? error.code : String(error)),
        );
        attempts.push((await attempt) ?? '');
        await projection(1).apply(batch, client, schema);
      },
    });

    await ensureProjection(filled, log);

    expect(attempts.length).toBeGreaterThan(1);
    expect(new Set(attempts)).toEqual(new Set(['55P03']));
  });

  it.each(Array.from({ length: 6 }, (_, round) => round + 1))(
    'is built once when several processes start, in round %i',
    async () => {
      await appendEvents(1);
      let created = 0;
      const counted = projection(1, {
        create: async (client, schema) => {
          created++;
          await projection(1).create(client, schema);
        },
      });

      await Promise.all(Array.from({ length: 8 }, () => ensureProjection(counted, log)));

      expect(created).toBe(1);
      expect(await read()).toMatchObject({ lines: await headOf(), total: await headOf() });
    },
  );

  it('is not built again by a process that waited for the switch', async () => {
    await appendEvents(1);
    const pool = openApplicationPool(log.url, { max: 1 });
    const waits = `select from pg_locks l where not l.granted and exists (
      select from pg_stat_activity a where a.pid = l.pid and a.query like '%from follow.read_model where name = $1 for update')`;
    let created = 0;
    const create: Projection['create'] = async (client, schema) => {
      created++;
      await projection(1).create(client, schema);
    };
    const second: Promise<void>[] = [];
    const first = projection(1, {
      create,
      apply: async (batch, client, schema) => {
        // The switch has its lock: the second process has seen no tables, and waits. A switch that is tried again has none.
        if (second.length === 0) {
          second.push(ensureProjection(projection(1, { create }), { store: new EventStore(pool), pool }));
          while ((await log.owner.query(waits)).rowCount === 0);
        }
        await projection(1).apply(batch, client, schema);
      },
    });

    await ensureProjection(first, log);
    await Promise.all(second);
    await pool.end();

    expect(second).toHaveLength(1);
    expect(created).toBe(1);
  });

  it('shows a request the rows of its city, also where an earlier release has made the tables', async () => {
    const linesOf = async (tenant: string): Promise<number> => {
      const client = await log.pool.connect();
      await client.query('begin; set local role duixian_city');
      await client.query(`select set_config('duixian.tenant', $1, true)`, [tenant]);
      const { rowCount } = await client.query(`select from ${ledger}.line`);
      await client.query('commit');
      client.release();
      return rowCount ?? 0;
    };
    await log.store.append(command());
    await ensureProjection(projection(1), log);
    const ofTenant = Number(await log.store.head(TENANT));
    expect([await linesOf(TENANT), await linesOf('350200')]).toEqual([ofTenant, 0]);

    await log.pool.query(`drop policy city on ${ledger}.line;
      alter table ${ledger}.line disable row level security; revoke all on schema ${ledger} from duixian_city`);
    await openToCities(projection(1), log);

    expect([await linesOf(TENANT), await linesOf('350200')]).toEqual([ofTenant, 0]);
  });

  it('must have a name that can be a schema', async () => {
    await expect(ensureProjection(projection(1, { name: 'es; drop' }), log)).rejects.toMatchObject({
      code: 'INVALID_PROJECTION',
      field: 'name',
    });
  });
});
