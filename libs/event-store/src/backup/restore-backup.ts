import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import { BackupError, damaged } from './backup-error.js';
import { keptTables, keptTriggers, qualified, schemasInUse, type KeptTable, type KeptTrigger } from './catalogue.js';
import { COPY_SETTINGS, TableReader } from './copy.js';
import { readFrames, type Frame } from './frames.js';
import { clearUnfinished, markUnfinished, unmarkUnfinished } from './unfinished.js';
import {
  parseManifest,
  parseSequences,
  parseTable,
  parseTableEnd,
  type Manifest,
  type TableEnd,
} from './parse-manifest.js';

const inflate = promisify(inflateRaw);

const ENABLE: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica', D: 'disable' };

export interface RestoreOptions {
  readonly passphrase: string | null;
  /** Keeps the key that came with the backup, or refuses it, before anything is written; null: there is none. */
  readonly keepKey: (secretKey: Buffer | null) => Promise<void>;
  /** Makes schemas and tables as these migrations leave them; refuses what it does not know. */
  readonly migrate: (migrations: Manifest['migrations']) => Promise<void>;
}

/** What a file holds beside rows. */
interface Contents {
  readonly manifest: Manifest;
  readonly secretKey: Buffer | null;
}

/**
 * Reads the whole file and checks every byte of it.
 *
 * @throws BackupError
 */
export async function checkBackup(path: string, passphrase: string | null): Promise<Contents> {
  let manifest: Manifest | null = null;
  let secretKey: Buffer | null = null;
  for await (const { kind, content } of readFrames(path, passphrase)) {
    if (kind === 'manifest') manifest = parseManifest(content);
    if (kind === 'secret-key') secretKey = content;
  }
  if (manifest === null) throw damaged('no manifest');
  return { manifest, secretKey };
}

/**
 * Fills an empty database from a backup: all of it, or nothing. The file is checked to its end before anything is
 * written, and every table is read again and compared before it is committed. What a restore left that was cut off is
 * removed first.
 *
 * @param ownerUrl of an empty database, on any version of PostgreSQL from 15 on.
 * @throws BackupError
 */
export async function restoreBackup(ownerUrl: string, path: string, options: RestoreOptions): Promise<Manifest> {
  const { manifest, secretKey } = await checkBackup(path, options.passphrase);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'duixian restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await assertAlone(client);
    await clearUnfinished(client);
    await assertEmpty(client);
    await options.keepKey(secretKey);
    await markUnfinished(client);
    try {
      await options.migrate(manifest.migrations);
      await load(client, readFrames(path, options.passphrase), manifest);
    } catch (error) {
      await client.end();
      await cleared(ownerUrl);
      throw error;
    }
    return manifest;
  } finally {
    await client.end();
  }
}

/** On a connection of its own, since the other may be gone; the next restore clears what this one cannot. */
async function cleared(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'duixian restore' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await clearUnfinished(client);
  } catch {
    // What made the restore fail is said, and the mark stands.
  } finally {
    await client.end();
  }
}

/** Within this the server notices that a process which restored before is gone. */
const GONE_WITHIN = '20s';
const LOCK_NOT_AVAILABLE = '55P03';

/** Holds a lock as long as the connection lives, so that no other restore takes this one for one that was cut off. */
async function assertAlone(client: pg.Client): Promise<void> {
  await client.query(`set lock_timeout = '${GONE_WITHIN}'`);
  try {
    await client.query(`select pg_advisory_lock(hashtext('duixian restore'))`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE)) throw error;
    throw new BackupError(
      'BUSY',
      '另一个进程正在恢复此数据库。请等它完成。',
      'Another process is restoring this database: wait until it is done.',
      { cause: error },
    );
  }
  await client.query('reset lock_timeout');
}

async function assertEmpty(client: pg.Client): Promise<void> {
  const found = await schemasInUse(client);
  if (found.length === 0) return;
  throw new BackupError(
    'NOT_EMPTY',
    `目标数据库不是空的（已有 ${found.join('、')}），没有恢复任何数据。请给出一个空数据库。`,
    `The database is not empty (it has ${found.join(', ')}). Nothing was restored: name an empty one.`,
  );
}

async function load(client: pg.Client, frames: AsyncIterable<Frame>, manifest: Manifest): Promise<void> {
  for (const setting of COPY_SETTINGS) await client.query(setting);
  await client.query('begin');
  assertSame(await keptTables(client), manifest.tables);
  const triggers = await keptTriggers(client);
  for (const trigger of triggers) await setTrigger(client, trigger, 'disable');
  const names = manifest.tables.map((table) => qualified(client, table));
  await client.query(`truncate ${names.join(', ')}`);
  await loadTables(client, frames);
  for (const trigger of triggers) await setTrigger(client, trigger, ENABLE[trigger.enabled] ?? 'enable');
  await unmarkUnfinished(client);
  await client.query('commit');
  await client.query('analyze');
}

async function loadTables(client: pg.Client, frames: AsyncIterable<Frame>): Promise<void> {
  let filling: Filling | null = null;
  for await (const { kind, content } of frames) {
    if (kind === 'table') {
      const table = parseTable(content);
      const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
      const into = client.query(copyFrom(`copy ${qualified(client, table)} (${columns}) from stdin`));
      filling = { table, into, failure: failureOf(into) };
    } else if (kind === 'rows' && filling !== null) {
      await write(filling, await inflate(content));
    } else if (kind === 'table-end' && filling !== null) {
      filling.into.end();
      await Promise.race([finished(filling.into), filling.failure]);
      await assertSameRows(client, filling.table, parseTableEnd(content));
      filling = null;
    } else if (kind === 'sequences') {
      for (const { schema, name, last } of parseSequences(content)) {
        if (last !== null) await client.query('select setval($1, $2)', [qualified(client, { schema, name }), last]);
      }
    }
  }
}

/** A table that rows are sent to. */
interface Filling {
  readonly table: KeptTable;
  readonly into: ReturnType<typeof copyFrom>;
  /** Rejects when the server refuses a row, or dies, whenever that is. */
  readonly failure: Promise<never>;
}

function failureOf(into: ReturnType<typeof copyFrom>): Promise<never> {
  const failure = new Promise<never>((_, reject) => into.on('error', reject));
  // Whoever writes next hears of it.
  failure.catch(() => undefined);
  return failure;
}

/** Waits until the server takes more. */
function write({ into, failure }: Filling, rows: Buffer): Promise<void> {
  const written = new Promise<void>((resolve, reject) => {
    into.write(rows, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
  return Promise.race([written, failure]);
}

async function assertSameRows(client: pg.Client, table: KeptTable, wanted: TableEnd): Promise<void> {
  const reader = new TableReader(client, table);
  // Read to be summed up: the chunks themselves are in the table by now.
  for await (const chunk of reader.chunks()) if (chunk.length === 0) continue;
  // Not the rows, which the digest covers: an early backup may say that there were none where the server counted late.
  if (reader.end().sha256 === wanted.sha256) return;
  throw differs(`${table.schema}.${table.name}`);
}

/** Migrations of one name make one shape; where they do not, this is another version. */
function assertSame(found: readonly KeptTable[], wanted: readonly KeptTable[]): void {
  const shapes = (tables: readonly KeptTable[]): string[] =>
    tables.map(({ schema, name, columns }) => `${schema}.${name} (${[...columns].sort().join(', ')})`).sort();
  const there = new Set(shapes(found));
  const [other] = shapes(wanted).filter((shape) => !there.has(shape));
  if (other !== undefined) throw differs(other);
}

function differs(what: string): BackupError {
  return new BackupError(
    'DIFFERS',
    `恢复后的数据与备份不一致：${what}。没有保留任何数据。请用生成备份的版本恢复。`,
    `What was restored differs from the backup: ${what}. Nothing was kept: restore it with the version that wrote it.`,
  );
}

async function setTrigger(client: pg.Client, trigger: KeptTrigger, verb: string): Promise<void> {
  await client.query(`alter table ${trigger.table} ${verb} trigger ${client.escapeIdentifier(trigger.name)}`);
}
