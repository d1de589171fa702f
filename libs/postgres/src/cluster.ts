import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.js';
import { PostgresError } from './errors.js';
import { assertReachable, type ServerUser } from './server-user.js';

const run = promisify(execFile);

/** A data folder that is initialised, and the password of its superuser `postgres`. */
export interface Cluster {
  readonly dataDir: string;
  readonly password: string;
}

/**
 * Opens the cluster in `dataDir`; makes it first if there is none. It is made beside and moved into place, so that a
 * process killed meanwhile leaves nothing half made.
 *
 * @throws PostgresError FOLDER_UNREACHABLE | DATA_DIR_VERSION | INITDB_FAILED | PASSWORD_MISSING
 */
export async function openCluster(dataDir: string, binaries: Binaries, user: ServerUser): Promise<Cluster> {
  await mkdir(dirname(dataDir), { recursive: true });
  await assertReachable(dirname(dataDir), user);
  await assertReachable(binaries.postgres, user);
  if (existsSync(dataDir)) {
    await assertVersion(dataDir, binaries);
  } else {
    await initialise(dataDir, binaries, user);
  }
  return { dataDir, password: await readPassword(dataDir) };
}

async function initialise(dataDir: string, binaries: Binaries, user: ServerUser): Promise<void> {
  const unfinished = `${dataDir}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile(dataDir), randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (user !== null) {
    await chown(unfinished, user.uid, user.gid);
    await chown(passwordFile(dataDir), user.uid, user.gid);
  }
  const flags = [
    `--pgdata=${unfinished}`,
    `--pwfile=${passwordFile(dataDir)}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The builtin provider sorts alike on every machine; what a person reads is sorted by the query that shows it.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  try {
    await run(binaries.initdb, flags, { ...user, cwd: dirname(dataDir) });
  } catch (cause) {
    throw new PostgresError(
      'INITDB_FAILED',
      `不能在 ${dataDir} 中建立数据库，原因见下。请排除后重新启动，或在 DATABASE_URL 中给出另一个数据库。`,
      `No database could be made in ${dataDir}. Mend what is said here and start again, or name a database in ` +
        `DATABASE_URL: ${messageOf(cause)}`,
      { cause },
    );
  }
  await rename(unfinished, dataDir);
}

async function assertVersion(dataDir: string, binaries: Binaries): Promise<void> {
  const found = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  const { stdout } = await run(binaries.postgres, ['--version']);
  const installed = /\d+/.exec(stdout)?.[0];
  if (found === installed) return;
  throw new PostgresError(
    'DATA_DIR_VERSION',
    `${dataDir} 由 PostgreSQL ${found} 写成，而安装的是版本 ${installed ?? '未知'}。请用原版本的本系统“duixian backup”，再以此版本“duixian restore”到新目录。`,
    `${dataDir} was written by PostgreSQL ${found}, but version ${installed ?? 'unknown'} is installed. ` +
      'Take a "duixian backup" with the release that wrote it, and "duixian restore" it into a new folder with this one.',
  );
}

async function readPassword(dataDir: string): Promise<string> {
  const file = passwordFile(dataDir);
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new PostgresError(
      'PASSWORD_MISSING',
      `找不到或不能读取内置数据库的口令文件 ${file}。请从备份取回该文件；数据仍在 ${dataDir} 中，没有改动。`,
      `The password of the embedded database, ${file}, is missing or cannot be read. Bring that file back from a copy; ` +
        `the data in ${dataDir} is untouched.`,
      { cause },
    );
  }
}

function passwordFile(dataDir: string): string {
  return `${dataDir}.password`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
