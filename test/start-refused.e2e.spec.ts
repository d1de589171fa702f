import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseUrl, withClient } from '@duixian/postgres';
import { testServerUrl } from '@duixian/testing';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NEEDS_A_PERSON = 78;
const TRY_AGAIN = 75;

let folder: string;
let occupied: Server;
let port: number;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-refused-'));
  await chmod(folder, 0o755);
  occupied = createServer().listen(0, '127.0.0.1');
  await once(occupied, 'listening');
  const address = occupied.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});

afterAll(async () => {
  occupied.close();
  await rm(folder, { recursive: true });
});

/** Settings under which nothing may start, and what is said of it in either language. */
const REFUSED: readonly [string, () => Promise<Record<string, string>>, RegExp][] = [
  [
    'the port is taken',
    () => Promise.resolve({ PORT: String(port), DUIXIAN_DATA_DIR: join(folder, 'never') }),
    /占用[^]*another program/,
  ],
  [
    'the data folder cannot be written',
    async () => {
      const file = join(folder, 'a-file');
      await writeFile(file, '');
      return { DUIXIAN_DATA_DIR: join(file, 'data') };
    },
    /不能写入数据目录[^]*cannot be written/,
  ],
  [
    'the password of the embedded database is missing',
    async () => {
      const cluster = join(folder, 'locked', 'postgres');
      await mkdir(cluster, { recursive: true });
      await writeFile(join(cluster, 'PG_VERSION'), await installedVersion());
      return { DUIXIAN_DATA_DIR: join(folder, 'locked') };
    },
    /口令文件[^]*password of the embedded database/,
  ],
  [
    'the embedded database is of another version',
    async () => {
      const cluster = join(folder, 'older', 'postgres');
      await mkdir(cluster, { recursive: true });
      await writeFile(join(cluster, 'PG_VERSION'), '9.6');
      return { DUIXIAN_DATA_DIR: join(folder, 'older') };
    },
    /由 PostgreSQL 9\.6 写成[^]*was written by PostgreSQL 9\.6/,
  ],
  ['the database is in LATIN1', () => encoded('LATIN1'), /LATIN1[^]*LATIN1/],
  ['the database is in SQL_ASCII', () => encoded('SQL_ASCII'), /SQL_ASCII[^]*SQL_ASCII/],
  [
    'the database takes no writes',
    async () => {
      const url = await made('refused_read_only', '');
      await withClient(url, (client) =>
        client.query('alter database refused_read_only set default_transaction_read_only = on'),
      );
      return { DATABASE_URL: url };
    },
    /只读[^]*takes no writes/,
  ],
  [
    'its owner may make roles, and not give them the rights of one that another made',
    async () => {
      await withClient(testServerUrl(), (client) =>
        client.query(
          `do $$ begin create role duixian_app; exception when duplicate_object then null; end $$;
           create role refused_owner login createrole password 'owner'`,
        ),
      );
      const url = new URL(await made('refused_owner', 'owner refused_owner'));
      url.username = 'refused_owner';
      url.password = 'owner';
      return { DATABASE_URL: url.href };
    },
    /不能为应用建立登录角色[^]*may not make a role/,
  ],
  ['a setting cannot be understood', () => Promise.resolve({ PORT: 'many' }), /设置有误[^]*cannot be used[^]*PORT/],
];

describe('a start is refused with one sentence in both languages, what to do, status 78 and no stack, where', () => {
  it.each(REFUSED)('%s', async (_, settings, says) => {
    const given = await settings();
    const { code, said } = await start(given);

    expect(said).toMatch(says);
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(NEEDS_A_PERSON);
    expect(existsSync(join(folder, 'never'))).toBe(false);
    if (given.DATABASE_URL !== undefined) expect(await schemasIn(given.DATABASE_URL)).toBe(0);
  });

  it('something else takes connections where the database should be: with 75, as the next start may find it', async () => {
    const { code, said } = await start({ DATABASE_URL: `postgresql://a:b@127.0.0.1:${port}/none` });

    expect(said).toMatch(/没有应答[^]*does not answer/);
    expect(said).not.toMatch(/\n\s+at /);
    expect(code).toBe(TRY_AGAIN);
  });
});

async function start(settings: Readonly<Record<string, string>>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DATABASE_URL: '',
      PORT: '0',
      DUIXIAN_DEMO: '0',
      DUIXIAN_LOG_LEVEL: 'fatal',
      ...settings,
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child, 'close');
  return { code: child.exitCode, said };
}

/** Schemas of ours that stand in a database. */
function schemasIn(url: string): Promise<number | null> {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query(`select from pg_namespace where nspname in ('es', 'identity')`);
    return rowCount;
  });
}

async function made(name: string, options: string): Promise<string> {
  await withClient(testServerUrl(), (client) => client.query(`create database ${name} ${options}`));
  return databaseUrl(testServerUrl(), name);
}

async function encoded(encoding: string): Promise<Record<string, string>> {
  const name = `refused_${encoding.toLowerCase()}`;
  return {
    DATABASE_URL: await made(name, `encoding '${encoding}' locale_provider libc locale 'C' template template0`),
  };
}

/** The embedded PostgreSQL is that of the server on which specs run. */
function installedVersion(): Promise<string> {
  return withClient(testServerUrl(), async (client) => {
    const { rows } = await client.query<{ version: string }>(
      `select split_part(current_setting('server_version'), '.', 1) as version`,
    );
    return rows[0]?.version ?? '';
  });
}
