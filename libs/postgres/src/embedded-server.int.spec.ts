import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { withClient } from './databases.js';
import { startEmbedded, type EmbeddedServer } from './embedded-server.js';

const starter = fileURLToPath(new URL('../fixtures/start-and-wait.mjs', import.meta.url));

describe('an embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duixian-postgres-'));
    await chmod(folder, 0o755);
    dataDir = join(folder, 'postgres');
  });

  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('keeps its data from one start to the next, durably', async () => {
    await whileRunning(dataDir, async ({ adminUrl }) => {
      await query(adminUrl, "CREATE TABLE note AS SELECT '兑现' AS text");
    });

    await whileRunning(dataDir, async ({ adminUrl }) => {
      expect(await query(adminUrl, 'SELECT text FROM note')).toEqual([{ text: '兑现' }]);
      expect(await query(adminUrl, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
    });
  });

  it('does not share its folder with a second owner', async () => {
    await whileRunning(dataDir, async ({ adminUrl }) => {
      await expect(startEmbedded({ dataDir })).rejects.toMatchObject({ code: 'DATA_DIR_IN_USE' });

      expect(await query(adminUrl, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
    });
  });

  it('starts again over the orphan of a killed parent', async () => {
    const parent = spawn(process.execPath, [starter, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const orphan = await announcement(parent);
    await query(orphan.adminUrl, 'CREATE TABLE note AS SELECT 1 AS number');
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    expect(await query(orphan.adminUrl, 'SELECT number FROM note')).toEqual([{ number: 1 }]);

    await whileRunning(dataDir, async ({ adminUrl, pid }) => {
      expect(pid).not.toBe(orphan.pid);
      expect(await query(adminUrl, 'SELECT number FROM note')).toEqual([{ number: 1 }]);
    });
  });

  it('recovers what was committed when the server itself is killed', async () => {
    const server = await startEmbedded({ dataDir });
    await query(server.adminUrl, 'CREATE TABLE note AS SELECT 1 AS number');
    process.kill(server.pid, 'SIGKILL');

    await whileRunning(dataDir, async ({ adminUrl }) => {
      expect(await query(adminUrl, 'SELECT number FROM note')).toEqual([{ number: 1 }]);
    });
  });

  it('is started again when it is killed under load, on the same port, with everything that was acknowledged', async () => {
    const said: string[] = [];
    const server = await startEmbedded({ dataDir, say: (sentence) => said.push(sentence) });
    const pool = new pg.Pool({ connectionString: server.adminUrl, max: 4 });
    pool.on('error', () => undefined);
    const acknowledged = new Set<number>();
    let isOver = false;
    let next = 0;
    const write = async (): Promise<void> => {
      while (!isOver) {
        const number = next++;
        // Refused while the server is away; what was acknowledged before and after has to be there.
        const answer = await pool.query('INSERT INTO note VALUES ($1)', [number]).catch(() => null);
        if (answer !== null) acknowledged.add(number);
        else await new Promise((resolve) => setImmediate(resolve));
      }
    };
    try {
      await pool.query('CREATE TABLE note (number int)');
      const writers = [write(), write(), write(), write()];
      await until(() => acknowledged.size > 50);
      const before = acknowledged.size;
      const { pid } = server;
      process.kill(pid, 'SIGKILL');
      await until(() => said.length >= 2 && server.pid !== pid && acknowledged.size > before + 50);
      isOver = true;
      await Promise.all(writers);

      expect(server.pid).not.toBe(pid);
      expect(said[0]).toMatch(/意外停止[^]*ended by itself/);
      const rows = (await query(server.adminUrl, 'SELECT number FROM note')) as { number: number }[];
      const kept = new Set(rows.map(({ number }) => number));
      expect([...acknowledged].filter((number) => !kept.has(number))).toEqual([]);
    } finally {
      isOver = true;
      await pool.end();
      await server.stop();
    }
  });

  it('is given up with a sentence when it cannot be started again', async () => {
    const server = await startEmbedded({ dataDir, say: () => undefined, revivalPausesMs: [500, 1_000] });
    await rm(join(dataDir, 'global'), { recursive: true });
    process.kill(server.pid, 'SIGKILL');

    await expect(server.lost).resolves.toMatchObject({
      code: 'SERVER_LOST',
      message: expect.stringMatching(/未成功[^]*could not be started again/),
    });
    await server.stop();
  });

  it('says which file is missing when its password is', async () => {
    await whileRunning(dataDir, () => Promise.resolve());
    await rm(`${dataDir}.password`);

    await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
      code: 'PASSWORD_MISSING',
      message: expect.stringContaining(`${dataDir}.password`),
    });
  });

  it('stops once when it is asked to twice', async () => {
    const server = await startEmbedded({ dataDir });
    await server.stop();

    await expect(server.stop()).resolves.toBeUndefined();
  });

  const asRoot = process.getuid?.() === 0 ? it : it.skip;

  asRoot('names the folder that the server’s user may not enter', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });

    await expect(startEmbedded({ dataDir: join(closed, 'postgres') })).rejects.toMatchObject({
      code: 'FOLDER_UNREACHABLE',
      message: expect.stringContaining(`chmod a+rx ${closed}`),
    });
  });
});

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}

async function whileRunning(dataDir: string, work: (server: EmbeddedServer) => Promise<void>): Promise<void> {
  const server = await startEmbedded({ dataDir });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

function query(url: string, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

async function announcement(parent: ChildProcess): Promise<{ adminUrl: string; pid: number }> {
  if (parent.stdout === null) throw new Error('The starter has no output to read.');
  for await (const chunk of parent.stdout) {
    const message: unknown = JSON.parse(String(chunk));
    if (isAnnouncement(message)) return message;
  }
  throw new Error('The starter ended without starting a server.');
}

function isAnnouncement(message: unknown): message is { adminUrl: string; pid: number } {
  return typeof message === 'object' && message !== null && 'adminUrl' in message && 'pid' in message;
}
