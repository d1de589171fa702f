import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, parse } from 'node:path';
import { promisify } from 'node:util';
import { PostgresError } from './errors.js';

const run = promisify(execFile);

/** Whom the server's processes run as; `null` means the user of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

/**
 * PostgreSQL refuses to run as root, so root lends it to a system user `postgres`, made on first use.
 *
 * @throws PostgresError SERVER_USER_MISSING
 */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return null;
  return (await lookUp()) ?? (await create());
}

async function lookUp(): Promise<ServerUser> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function create(): Promise<ServerUser> {
  try {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  } catch (cause) {
    throw new PostgresError(
      'SERVER_USER_MISSING',
      'PostgreSQL 不能以 root 运行，也未能建立用户“postgres”。请建立该用户，或以普通用户启动，或在 DATABASE_URL 中给出数据库。',
      'PostgreSQL does not run as root, and a user "postgres" could not be created. ' +
        'Create one, or start as an ordinary user, or name a server in DATABASE_URL.',
      { cause },
    );
  }
  return lookUp();
}

/**
 * Checks that the server's user can read `path` and pass every folder above it: under umask 077, or below a home of
 * mode 0700, the server would fail with no more than "permission denied".
 *
 * @throws PostgresError FOLDER_UNREACHABLE naming the first folder in the way
 */
export async function assertReachable(path: string, user: ServerUser): Promise<void> {
  if (user === null) return;
  for (const part of [path, ...ancestors(path)].reverse()) {
    const { mode, uid, gid } = await stat(part);
    const [read, pass] = part === path ? [0o4, 0o1] : [0, 0o1];
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    const needed = (read | pass) << shift;
    if ((mode & needed) === needed) continue;
    throw new PostgresError(
      'FOLDER_UNREACHABLE',
      `以 root 启动时数据库以用户“postgres”运行，而该用户不能进入 ${part}。请运行“chmod a+rx ${part}”，或以普通用户启动，或在 DATABASE_URL 中给出数据库。`,
      `The user "postgres", as whom the database runs when root starts it, may not enter ${part}. ` +
        `Run "chmod a+rx ${part}", or start as an ordinary user, or name a server in DATABASE_URL.`,
    );
  }
}

function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === parse(path).root ? [parent] : [parent, ...ancestors(parent)];
}
