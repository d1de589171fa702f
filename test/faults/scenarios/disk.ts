import { execFile } from 'node:child_process';
import { mkdtemp, rm, rmdir, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Stage } from '../system/stage.js';
import { LAYOUTS, type Scenario } from './scenario.js';

const run = promisify(execFile);

const DISK_BYTES = 512 * 1024 * 1024;
/** What is left for the database to go on with for a while: a segment of its log and a bit. */
const LEFT_BYTES = 12 * 1024 * 1024;
const FELT_SECONDS_MAX = 120;

/** What is answered when the log, or only the lists, find no room. */
const TROUBLE = ['NOT_RECORDED', 'SERVICE_UNAVAILABLE', 'UNKNOWN_YET', 'RECORDED'];

/** A file system of its own, small enough to be filled. */
export interface SmallDisk {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Null where this is not Linux, or not root: nobody else may mount one. */
export async function mountSmallDisk(): Promise<SmallDisk | null> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const folder = await mkdtemp(join(tmpdir(), 'duixian-faults-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', folder]);
  } catch {
    await rmdir(folder);
    return null;
  }
  const remove = async (): Promise<void> => {
    await run('umount', [folder]);
    await rmdir(folder);
  };
  return { folder, remove };
}

/** The disk of the database fills up until somebody is told, and is then given room. */
export function fullDisk({ folder }: SmallDisk): Scenario {
  const ballast = join(folder, 'ballast');
  return {
    name: 'full disk',
    says: 'the file system of the database is filled until the log or the lists find no room, then given room again',
    processes: LAYOUTS.split,
    async round(stage) {
      const { bavail, bsize } = await statfs(folder);
      stage.fault('full disk', () => undefined);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_BYTES)));
      const before = troubled(stage);
      const isFelt = (): Promise<boolean> => Promise.resolve(troubled(stage) > before + 5);
      await stage.until('somebody is told that writes or lists fail', isFelt, FELT_SECONDS_MAX);
      await stage.until('health says that nothing can be recorded', () => healthFails(stage), FELT_SECONDS_MAX);
      await rm(ballast);
      await stage.working(30);
    },
  };
}

/** On the API that met it; the other one learns of it by the next write of its own. */
async function healthFails({ applications }: Stage): Promise<boolean> {
  const answers = await Promise.all(applications.map((application) => application.health()));
  return answers.some(({ status }) => status === 'failing');
}

function troubled({ ledger }: Stage): number {
  return TROUBLE.reduce((sum, code) => sum + (ledger.answers.get(code) ?? 0), 0);
}
