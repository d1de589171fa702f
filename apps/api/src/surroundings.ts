import { rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Config } from './config/config.js';
import { makeFolder } from './make-folder.js';

/** The database's write-ahead log alone takes files of 16 MiB; with less than this it may stop at any moment. */
const FREE_BYTES_MIN = 256 * 1024 * 1024;

/** Something outside the process keeps it from starting; `message` says what to do, a line in each language. */
export class SurroundingsError extends Error {
  constructor(zh: string, en: string, options?: ErrorOptions) {
    super(`${zh}\n${en}`, options);
    this.name = 'SurroundingsError';
  }
}

/**
 * Looks at what a process needs beside its database, before anything is started or written.
 *
 * @throws SurroundingsError
 */
export async function assertSurroundings(config: Config): Promise<void> {
  await assertPortFree(config.host, config.port);
  if (config.databaseUrl !== null) return;
  await assertWritable(config.dataDir);
  await assertRoom(config.dataDir, FREE_BYTES_MIN);
}

export async function assertPortFree(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject).listen({ host, port, exclusive: true }, resolve);
    });
  } catch (cause) {
    throw new SurroundingsError(
      `不能在 ${host}:${port} 上提供服务（${reasonOf(cause)}）：可能已有程序占用。请停止该程序，或用 PORT、HOST 指定另一个。`,
      `Nothing can listen on ${host}:${port} (${reasonOf(cause)}): another program may do so already. End that one, or ` +
        'set PORT or HOST.',
      { cause },
    );
  } finally {
    await new Promise((resolve) => probe.close(resolve));
  }
}

export async function assertWritable(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await makeFolder(folder);
    await writeFile(probe, 'x').finally(() => rm(probe, { force: true }));
  } catch (cause) {
    if (reasonOf(cause) === 'ENOSPC') throw noRoom(folder, 0, FREE_BYTES_MIN);
    throw new SurroundingsError(
      `不能写入数据目录 ${folder}（${reasonOf(cause)}）。请调整其权限，或用 DUIXIAN_DATA_DIR 指定另一个目录。`,
      `The data folder ${folder} cannot be written (${reasonOf(cause)}). Change its permissions, or name another one in ` +
        'DUIXIAN_DATA_DIR.',
      { cause },
    );
  }
}

/** @param bytesMin free for this process's user. */
export async function assertRoom(folder: string, bytesMin: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < bytesMin) throw noRoom(folder, free, bytesMin);
}

function noRoom(folder: string, hasBytes: number, needsBytes: number): SurroundingsError {
  const [has, needs] = [hasBytes, needsBytes].map((bytes) => Math.round(bytes / 1024 / 1024));
  return new SurroundingsError(
    `数据目录 ${folder} 所在磁盘只剩 ${has ?? 0} MiB，至少需要 ${needs ?? 0} MiB。请清理磁盘，或用 DUIXIAN_DATA_DIR 指定另一个目录。`,
    `The disk of the data folder ${folder} has ${has ?? 0} MiB left; ${needs ?? 0} MiB are needed. Make room, or name ` +
      'another one in DUIXIAN_DATA_DIR.',
  );
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
