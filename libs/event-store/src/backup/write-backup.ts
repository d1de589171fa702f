import { open, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import pg from 'pg';
import { BackupError } from './backup-error.js';
import { appliedMigrations, keptSequences, keptTables, qualified, type KeptTable } from './catalogue.js';
import { COPY_SETTINGS, gathered, TableReader } from './copy.js';
import { FrameWriter } from './frames.js';
import type { Manifest } from './parse-manifest.js';

const deflate = promisify(deflateRaw);
const CHUNK_BYTES_MIN = 512 * 1024;

export interface BackupOptions {
  /** Of the software, for people to read. */
  readonly version: string;
  /** Encrypts the file; null leaves it readable to whoever holds it. */
  readonly passphrase: string | null;
  /** That the application seals what it keeps with, and that stands outside the database; null leaves it out. */
  readonly secretKey: Buffer | null;
}

export interface Written {
  readonly tables: number;
  readonly rows: number;
  readonly takenAt: string;
}

/**
 * Writes everything but the read models into one file, as it stood at one moment, while everybody goes on working. The
 * file is readable to its owner only, appears when it is complete and on the disk, and is never written over another.
 *
 * @param url of a role that may read every table.
 * @throws BackupError `FILE_EXISTS`, `NOT_READABLE`; errors of the file system and of the server.
 */
export async function writeBackup(url: string, path: string, options: BackupOptions): Promise<Written> {
  if (existsSync(path)) {
    throw new BackupError(
      'FILE_EXISTS',
      `${path} 已存在，备份从不覆盖文件。请另给一个文件名。`,
      `${path} exists, and a backup never overwrites a file. Name another one.`,
    );
  }
  const unfinished = `${path}.unfinished`;
  const client = new pg.Client({ connectionString: url, application_name: 'duixian backup' });
  // A connection that breaks is reported by the query that it breaks under.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await rm(unfinished, { force: true });
    const file = await open(unfinished, 'wx', 0o600);
    let written;
    try {
      written = await writeSnapshot(client, await FrameWriter.begin(file, options.passphrase), options);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    await syncFolder(dirname(path));
    return written;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function writeSnapshot(
  client: pg.Client,
  frames: FrameWriter,
  { version, secretKey }: BackupOptions,
): Promise<Written> {
  for (const setting of COPY_SETTINGS) await client.query(setting);
  await client.query('begin isolation level repeatable read, read only');
  const tables = await keptTables(client);
  await assertReadable(client, tables);
  const names = tables.map((table) => qualified(client, table));
  // No migration changes a table between the list and its copy.
  if (names.length > 0) await client.query(`lock table ${names.join(', ')} in access share mode`);
  const manifest = await manifestOf(client, tables, version);
  await frames.write('manifest', json(manifest));
  if (secretKey !== null) await frames.write('secret-key', secretKey);
  let rows = 0;
  for (const table of tables) {
    await frames.write('table', json(table));
    const reader = new TableReader(client, table);
    for await (const chunk of gathered(reader.chunks(), CHUNK_BYTES_MIN)) {
      for (let at = 0; at < chunk.length; at += CHUNK_BYTES_MIN) {
        await frames.write('rows', await deflate(chunk.subarray(at, at + CHUNK_BYTES_MIN)));
      }
    }
    const end = reader.end();
    rows += end.rows;
    await frames.write('table-end', json(end));
  }
  // Last, since they stand outside of any snapshot: none may lie behind a row that was copied.
  await frames.write('sequences', json(await keptSequences(client)));
  await client.query('commit');
  await frames.write('end', Buffer.alloc(0));
  return { tables: tables.length, rows, takenAt: manifest.takenAt };
}

async function assertReadable(client: pg.Client, tables: readonly KeptTable[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name
       from unnest($1::text[], $2::text[]) as wanted(schema, name)
       join pg_namespace n on n.nspname = wanted.schema
       join pg_class c on c.relnamespace = n.oid and c.relname = wanted.name
      where not (has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select'))`,
    [tables.map(({ schema }) => schema), tables.map(({ name }) => name)],
  );
  if (tables.length > 0 && rows.length === 0) return;
  const closed = rows.map(({ name }) => name).join(', ');
  throw new BackupError(
    'NOT_READABLE',
    tables.length === 0
      ? '这个数据库里没有本系统的数据。'
      : `所用的数据库角色不能读取 ${closed}。请在 DATABASE_URL 中使用属主的地址。`,
    tables.length === 0
      ? 'There is nothing of this system in the database: check DATABASE_URL.'
      : `The role may not read ${closed}. Use the address of the owner in DATABASE_URL.`,
  );
}

async function manifestOf(client: pg.Client, tables: readonly KeptTable[], version: string): Promise<Manifest> {
  const { rows } = await client.query<{ at: string; server: string }>(
    `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
            current_setting('server_version') as server`,
  );
  const heads = await client.query<{ tenant: string; position: string }>('select tenant, position from es.head');
  return {
    version,
    takenAt: rows[0]?.at ?? '',
    server: rows[0]?.server ?? '',
    migrations: await appliedMigrations(client, tables),
    tables,
    heads: Object.fromEntries(heads.rows.map(({ tenant, position }) => [tenant, position])),
  };
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/** The name of a file is safe from a power cut once its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
