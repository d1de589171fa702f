import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkBackup } from '@duixian/event-store';
import { ensureDatabase, startEmbedded, withClient } from '@duixian/postgres';
import { serverFolder, testDatabase } from '@duixian/testing';
import { startPostgres15 } from '@duixian/testing/postgres15';
import pg from 'pg';
import { readConfig } from '../config/config.js';
import { openDatabase } from '../database/database.js';
import { ReadModel } from '../log/read-model.js';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY, submission } from '../spec/bureau.spec.js';
import { describePostgres15 } from '../spec/postgres15.spec.js';
import { ask } from '../spec/queries.spec.js';
import { wholeLog } from '../spec/replay.spec.js';
import { backup } from './backup.js';
import { restore } from './restore.js';

const PASSPHRASE = 'eleven otters below the weir';

/** Read models apart, which stand in schemas of these names and are built from the log. */
const BUILT_AGAIN = ['read', 'directory'].flatMap((schema) => [schema, `${schema}__next`, `${schema}__old`]);

let folder: string;
let api: Api;
let bureau: Bureau;
let claim: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-backup-'));
  api = await Api.start();
  bureau = await Bureau.open(api);
  const uscc = await bureau.enterprise();
  claim = (await bureau.instructed({ uscc })).id;
});

afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true });
});

const config = (databaseUrl: string, passphrase = '') =>
  readConfig({ DATABASE_URL: databaseUrl, DUIXIAN_BACKUP_PASSPHRASE: passphrase });
const fresh = () => join(folder, `${randomUUID()}.backup`);

describe('a backup', () => {
  it('taken while people work comes back elsewhere with everything that was acknowledged before', async () => {
    const path = fresh();
    const uscc = await bureau.enterprise();
    const acknowledged = new Set<string>();
    let isTaken = false;
    const write = async (): Promise<void> => {
      while (!isTaken) acknowledged.add((await bureau.done(bureau.clerk, 'submitClaim', submission({ uscc }))).id);
    };
    // The same enterprise may ask for one year many times: each is a claim of its own.
    const writers = Array.from({ length: 6 }, write);
    while (acknowledged.size < 20) await Promise.race([...writers, turn()]);
    const before = new Set(acknowledged);
    await backup(config(api.database), path);
    isTaken = true;
    await Promise.all(writers);

    const elsewhere = await startEmbedded({ dataDir: join(await serverFolder(), 'postgres') });
    const target = await ensureDatabase(elsewhere.adminUrl, 'duixian');
    await restore(config(target), path);
    const restored = await Api.on(target);
    try {
      restored.today('2026-08-13');
      const log = await wholeLog(restored, CITY);
      const submitted = new Set(log.filter(({ type }) => type === 'ClaimSubmitted').map(({ stream }) => stream));
      expect([...before].filter((id) => !submitted.has(`claim-${id}`))).toEqual([]);
      // One moment of the whole: the streams, guards and heads are of the same events.
      const { rows } = await restored.pool.query<{ events: string; streams: string; head: string }>(
        `select (select count(*) from es.event where tenant = $1) as events,
                (select sum(version) from es.stream where tenant = $1) as streams,
                (select position from es.head where tenant = $1) as head`,
        [CITY],
      );
      expect(rows).toEqual([{ events: `${log.length}`, streams: `${log.length}`, head: `${log.length}` }]);

      // Officials, their sessions and passwords came along: the same token is let in.
      const query = `{ claim(id: "${claim}") { status payments { amount } } claims { totalCount } }`;
      const there = await ask(restored, bureau.finance, query);
      expect(there).toMatchObject({ claim: { status: 'INSTRUCTED' }, claims: { totalCount: submitted.size } });
      await restored.app.get(ReadModel).rebuild();
      expect(await ask(restored, bureau.finance, query)).toEqual(there);
      const next = await restored.send(bureau.clerk, 'submitClaim', submission({ uscc }));
      expect(next.status).toBe('SUBMITTED');
    } finally {
      await restored.stop();
      await elsewhere.stop();
    }
  }, 120_000);

  it('holds every table of every schema that is not built from the log, row by row', async () => {
    const path = fresh();
    await backup(config(api.database), path);
    const target = await testDatabase();
    await restore(config(target), path);

    const { manifest } = await checkBackup(path, null);
    const there = await tablesOf(api.database);
    expect(manifest.tables.map(({ schema, name }) => `${schema}.${name}`).sort()).toEqual(there);
    expect(await contentsOf(target, still(there))).toEqual(await contentsOf(api.database, still(there)));
    // A sequence that began anew would give numbers twice.
    expect(await sequencesOf(target)).toEqual(await sequencesOf(api.database));
  });

  it('is readable to its owner only, says what is in it, and never overwrites a file', async () => {
    const path = fresh();

    const said = await backup(config(api.database), path);

    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(said).toContain('not encrypted: it holds personal data');
    const before = await readFile(path);
    await expect(backup(config(api.database), path)).rejects.toMatchObject({ code: 'FILE_EXISTS' });
    expect(await readFile(path)).toEqual(before);
  });

  it('is taken by whoever may read everything, and by nobody else', async () => {
    const { url } = await openDatabase(config(api.database));
    const narrow = new URL(url);
    await withClient(api.database, async (client) => {
      await client.query(`create role narrow login password 'narrow'`);
      await client.query('grant usage on schema es, identity to narrow');
    });
    narrow.username = 'narrow';
    narrow.password = 'narrow';

    await expect(backup(config(narrow.href), fresh())).rejects.toMatchObject({ code: 'NOT_READABLE' });
  });

  it('is taken of the embedded database while the system runs on it, and when it does not', async () => {
    const dataDir = await serverFolder();
    const embedded = readConfig({ DUIXIAN_DATA_DIR: dataDir });
    await expect(backup(embedded, fresh())).rejects.toThrow('There is no database in');
    const path = fresh();
    await backup(config(api.database), path);

    await restore(embedded, path);
    const running = await openDatabase(embedded);
    const first = fresh();
    await backup(embedded, first);
    const alive = await withClient(running.url, (client) => client.query('select 1'));
    await running.stop();
    const second = fresh();
    await backup(embedded, second);

    expect(alive.rowCount).toBe(1);
    const heads = [await checkBackup(path, null), await checkBackup(first, null), await checkBackup(second, null)];
    expect(new Set(heads.map(({ manifest }) => JSON.stringify(manifest.heads))).size).toBe(1);
  }, 120_000);

  it('may be encrypted: nothing of it is read without the passphrase', async () => {
    const path = fresh();
    await backup(config(api.database, PASSPHRASE), path);
    const target = await testDatabase();

    const bytes = await readFile(path);
    expect(bytes.includes('identity')).toBe(false);
    await expect(restore(config(target), path)).rejects.toMatchObject({ code: 'PASSPHRASE' });
    await expect(restore(config(target, 'another passphrase'), path)).rejects.toMatchObject({ code: 'PASSPHRASE' });
    await restore(config(target, PASSPHRASE), path);
    const tables = still(await tablesOf(api.database));
    expect(await contentsOf(target, tables)).toEqual(await contentsOf(api.database, tables));
  });
});

describe('a restore', () => {
  it('finds any byte that was changed, left out or added, and leaves the database empty', async () => {
    const path = fresh();
    await backup(config(api.database), path);
    const bytes = await readFile(path);
    const broken = fresh();
    // All of the head and the end, and places all over the rest.
    const places = [
      ...Array(200).keys(),
      ...Array.from({ length: 150 }, () => Math.floor(Math.random() * bytes.length)),
    ];
    for (const place of [...places, ...places.slice(0, 50).map((each) => bytes.length - 1 - each)]) {
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ (1 << (place % 8));
      await writeFile(broken, changed);
      await expect(checkBackup(broken, null)).rejects.toMatchObject({
        code: expect.stringMatching(/^(DAMAGED|NOT_A_BACKUP|NEWER_FORMAT|PASSPHRASE)$/),
      });
    }
    for (const cut of [0, 10, 100, bytes.length - 1, bytes.length - 40]) {
      await writeFile(broken, bytes.subarray(0, cut));
      await expect(checkBackup(broken, null)).rejects.toMatchObject({ code: expect.stringMatching(/DAMAGED|NOT_A/) });
    }
    await writeFile(broken, Buffer.concat([bytes, Buffer.from('x')]));
    const target = await testDatabase();
    await expect(restore(config(target), broken)).rejects.toMatchObject({ code: 'DAMAGED' });
    expect(await schemasOf(target)).toEqual([]);
  }, 120_000);

  it('refuses a database that holds something, and touches none of it', async () => {
    const path = fresh();
    await backup(config(api.database), path);
    const head = await api.store.head(CITY);

    await expect(restore(config(api.database), path)).rejects.toMatchObject({
      code: 'NOT_EMPTY',
      message: expect.stringMatching(/不是空的[^]*not empty/),
    });
    expect(await api.store.head(CITY)).toBe(head);
  });

  it('refuses what a later version wrote, and leaves the database empty', async () => {
    const path = fresh();
    await withClient(api.database, (client) =>
      client.query(`insert into es.migration (name) values ('9999-later.sql')`),
    );
    try {
      await backup(config(api.database), path);
    } finally {
      await withClient(api.database, (client) =>
        client.query(`delete from es.migration where name = '9999-later.sql'`),
      );
    }
    const target = await testDatabase();

    await expect(restore(config(target), path)).rejects.toMatchObject({
      code: 'NEWER_FORMAT',
      message: expect.stringContaining('9999-later.sql'),
    });
    expect(await schemasOf(target)).toEqual([]);
  });

  it('leaves the database empty when it fails in the middle', async () => {
    const path = fresh();
    await withClient(api.database, (client) => client.query('create table es.unknown_to_any_migration (id int)'));
    try {
      await backup(config(api.database), path);
    } finally {
      await withClient(api.database, (client) => client.query('drop table es.unknown_to_any_migration'));
    }
    const target = await testDatabase();

    await expect(restore(config(target), path)).rejects.toMatchObject({ code: 'DIFFERS' });
    expect(await schemasOf(target)).toEqual([]);
  });
});

describePostgres15('between PostgreSQL 15 and 18', () => {
  it('a backup comes back in either direction, and starts', async () => {
    const older = await startPostgres15();
    try {
      const [there, back] = [fresh(), fresh()];
      await backup(config(api.database), there);
      const on15 = await ensureDatabase(older.adminUrl, 'duixian');
      await restore(config(on15), there);
      const middle = await Api.on(on15);
      middle.today('2026-08-13');
      await middle.send(bureau.clerk, 'submitClaim', submission({ uscc: await enterpriseOf(middle) }));
      const claims = await ask(middle, bureau.finance, '{ claims { totalCount } }');
      await backup(config(on15), back);
      await middle.stop();
      const on18 = await testDatabase();
      await restore(config(on18), back);

      const last = await Api.on(on18);
      last.today('2026-08-13');
      expect(await ask(last, bureau.finance, '{ claims { totalCount } }')).toEqual(claims);
      await last.app.get(ReadModel).rebuild();
      expect(await ask(last, bureau.finance, '{ claims { totalCount } }')).toEqual(claims);
      await last.stop();
    } finally {
      await older.stop();
    }
  }, 180_000);
});

async function enterpriseOf(of: Api): Promise<string> {
  const { rows } = await of.pool.query<{ uscc: string }>('select uscc from read.enterprise order by uscc limit 1');
  return rows[0]?.uscc ?? '';
}

/** Every table but those of read models, by name; asked in other words than the backup asks. */
async function tablesOf(url: string): Promise<string[]> {
  const { rows } = await query<{ name: string }>(
    url,
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and table_schema <> all ($1)`,
    [BUILT_AGAIN],
  );
  return rows.map(({ name }) => name).sort();
}

/** Those that do not change while nobody does anything. */
function still(tables: readonly string[]): string[] {
  return tables.filter((table) => table !== 'follow.heartbeat');
}

async function contentsOf(url: string, tables: readonly string[]): Promise<Record<string, unknown>> {
  const contents: Record<string, unknown> = {};
  for (const table of tables) {
    const [schema, name] = table.split('.');
    const { rows } = await query(
      url,
      `select to_jsonb(t) as row from "${schema ?? ''}"."${name ?? ''}" t order by to_jsonb(t)::text`,
    );
    contents[table] = rows;
  }
  return contents;
}

async function sequencesOf(url: string): Promise<unknown[]> {
  const { rows } = await query(url, 'select schemaname, sequencename, last_value from pg_sequences order by 1, 2');
  return rows;
}

async function schemasOf(url: string): Promise<string[]> {
  const { rows } = await query<{ name: string }>(
    url,
    `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')`,
  );
  return rows.map(({ name }) => name);
}

function query<Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []) {
  return withClient(url, (client) => client.query<Row>(text, values));
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
