import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serverFolder } from './server-folder.js';

const run = promisify(execFile);

/** Where Debian keeps the oldest version that is supported. */
const BINARIES = '/usr/lib/postgresql/15/bin';

/** Whether there is one on this machine. */
export const hasPostgres15: boolean = existsSync(join(BINARIES, 'postgres'));

/** A PostgreSQL 15 of the caller's own. */
export interface Postgres15 {
  /** Address of the database `postgres`, as superuser. */
  readonly adminUrl: string;
  /** Runs one of its programs, such as `pg_dump`; answers what it printed. */
  program(name: string, args: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

/** @param encoding of its databases. */
export async function startPostgres15(encoding = 'UTF8'): Promise<Postgres15> {
  const folder = join(await serverFolder(), 'postgres15');
  await mkdir(folder);
  const user = await serverUser();
  if (user !== null) await chown(folder, user.uid, user.gid);
  const program = async (name: string, args: readonly string[]): Promise<string> =>
    (await run(join(BINARIES, name), args, { ...user, cwd: folder, maxBuffer: 256 * 1024 * 1024 })).stdout;
  const data = join(folder, 'data');
  const port = await freePort();
  await program('initdb', ['-D', data, '-U', 'postgres', '--auth=trust', `--encoding=${encoding}`, '--locale=C']);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  await program('pg_ctl', ['start', '--wait', '-D', data, '-l', join(folder, 'log'), '-o', settings]);
  return {
    adminUrl: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    program,
    stop: async () => {
      await program('pg_ctl', ['stop', '--wait', '--mode', 'immediate', '-D', data]);
    },
  };
}

/** PostgreSQL refuses to run as root. */
async function serverUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === 'object' && address !== null) found(address.port);
        else failed(new Error('No port is free.'));
      });
    });
  });
}
