import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkBackup } from '@duixian/event-store';
import { ensureDatabase, startEmbedded, withClient, type EmbeddedServer } from '@duixian/postgres';
import { serverFolder, testDatabase } from '@duixian/testing';
import { readConfig } from '../config/config.js';
import { openDatabase } from '../database/database.js';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { backup } from './backup.js';
import { restore } from './restore.js';

const PROGRAMS = fileURLToPath(new URL('../../dist/commands/', import.meta.url));
/** Rows that take a second to copy, so that there is a middle to be cut off in. */
const FILLER = 400_000;
const FILLED = 'identity.attempt_lane';

let folder: string;
let api: Api;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-cut-'));
  api = await Api.start();
  const bureau = await Bureau.open(api);
  await bureau.instructed({ uscc: await bureau.enterprise() });
  await withClient(api.database, (client) =>
    client.query(
      `insert into ${FILLED} (lane, account, failures, last_at, open_at)
       select sha256(n::text::bytea)::text || n, 'filler', 1, now(), now() from generate_series(1, ${FILLER}) n`,
    ),
  );
  path = join(folder, 'whole.backup');
  await backup(config(api.database), path);
}, 120_000);

afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true });
});

const config = (databaseUrl: string) => readConfig({ DATABASE_URL: databaseUrl, DUIXIAN_DATA_DIR: folder });

describe('a power cut', () => {
  it('in the middle of a backup leaves no file that looks like one, and the next backup is whole', async () => {
    const cut = join(folder, 'cut.backup');
    const child = run('backup-main.js', cut, api.database);
    await until(async () => (await sizeOf(`${cut}.unfinished`)) > 1_000_000);

    child.kill('SIGKILL');
    await once(child, 'exit');

    expect(await readdir(folder)).not.toContain('cut.backup');
    await backup(config(api.database), cut);
    expect((await checkBackup(cut, null)).manifest.heads[CITY]).toBe((await api.store.head(CITY)).toString());
    expect(await readdir(folder)).not.toContain('cut.backup.unfinished');
  }, 120_000);

  it('in the middle of a restore leaves a database that no start takes for a new one, and the next restore fills', async () => {
    const target = await testDatabase();
    const child = run('restore-main.js', path, target);
    await until(() => isFilling(target));

    child.kill('SIGKILL');
    await once(child, 'exit');

    await expect(openDatabase(config(target))).rejects.toMatchObject({
      code: 'UNFINISHED',
      message: expect.stringMatching(/中途中断[^]*was cut off/),
    });
    await restore(config(target), path);
    expect(await filled(target)).toBe(FILLER);
    const there = await Api.on(target);
    expect(await there.store.head(CITY)).toBe(await api.store.head(CITY));
    await there.stop();
  }, 120_000);

  it('of the server ends a backup and a restore with an error, and both succeed once it is back', async () => {
    const server = await startEmbedded({ dataDir: join(await serverFolder(), 'postgres'), say: () => undefined });
    try {
      const target = await ensureDatabase(server.adminUrl, 'duixian');
      const restoring = restore(config(target), path).then(
        () => 'restored',
        () => 'failed',
      );
      await until(() => isFilling(target));
      await powerCut(server);
      expect(await restoring).toBe('failed');
      await restore(config(target), path);

      const cut = join(folder, 'of-server.backup');
      const backingUp = backup(config(target), cut).then(
        () => 'written',
        () => 'failed',
      );
      await until(async () => (await sizeOf(`${cut}.unfinished`)) > 1_000_000);
      await powerCut(server);
      expect(await backingUp).toBe('failed');
      expect((await readdir(folder)).filter((name) => name.startsWith('of-server'))).toEqual([]);
      await backup(config(target), cut);
      expect((await checkBackup(cut, null)).manifest.heads[CITY]).toBe((await api.store.head(CITY)).toString());
    } finally {
      await server.stop();
    }
  }, 240_000);
});

describe('two restores of one database', () => {
  it('do not take each other for one that was cut off', async () => {
    const target = await testDatabase();
    const child = run('restore-main.js', path, target);
    await until(() => isFilling(target));

    // The first may be done before the second has waited for long enough.
    const code = expect.stringMatching(/^(BUSY|NOT_EMPTY)$/);
    await expect(restore(config(target), path)).rejects.toMatchObject({ code });

    await until(() => Promise.resolve(child.exitCode !== null));
    expect(child.exitCode).toBe(0);
    expect(await filled(target)).toBe(FILLER);
  }, 120_000);
});

function run(program: string, file: string, database: string): ChildProcess {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: database, DUIXIAN_DATA_DIR: folder };
  return spawn(process.execPath, [join(PROGRAMS, program), file], { env, stdio: 'ignore' });
}

/** Kills the server as a power cut does, and waits until it was started again. */
async function powerCut(server: EmbeddedServer): Promise<void> {
  const { pid } = server;
  process.kill(pid, 'SIGKILL');
  await until(async () => {
    if (server.pid === pid) return false;
    return withClient(server.adminUrl, (client) => client.query('select 1')).then(
      () => true,
      () => false,
    );
  });
}

async function isFilling(database: string): Promise<boolean> {
  return withClient(database, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_stat_progress_copy p join pg_database d on d.oid = p.datid
        where d.datname = current_database() and p.type = 'PIPE' and p.tuples_processed > 10000`,
    );
    return (rowCount ?? 0) > 0;
  });
}

async function filled(database: string): Promise<number> {
  return withClient(database, async (client) => {
    const { rows } = await client.query<{ count: number }>(`select count(*)::int as count from ${FILLED}`);
    return rows[0]?.count ?? 0;
  });
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
