import { execFile } from 'node:child_process';
import { mkdtemp, rm, rmdir, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LAYOUTS, type Scenario } from './scenario.js';

const run = promisify(execFile);

const DISK_BYTES = 512 * 1024 * 1024;
/** What is left for the database to go on with for a while: a segment of its log and a bit. */
const LEFT_BYTES = 12 * 1024 * 1024;
const REFUSED_SECONDS_MAX = 120;

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

/** The disk of the database fills up until writes are refused, and is then given room. */
export function fullDisk({ folder }: SmallDisk): Scenario {
  const ballast = join(folder, 'ballast');
  return {
    name: 'full disk',
    says: 'the file system of the database is filled until writes are refused, then given room again',
    processes: LAYOUTS.split,
    async round(stage) {
      const { bavail, bsize } = await statfs(folder);
      stage.fault('full disk', () => undefined);
      await writeFile(ballast, Buffer.alloc(Math.max(0, bavail * bsize - LEFT_BYTES)));
      const refused = (): number =>
        (stage.ledger.answers.get('NOT_RECORDED') ?? 0) +
        (stage.ledger.answers.get('SERVICE_UNAVAILABLE') ?? 0) +
        (stage.ledger.answers.get('UNKNOWN_YET') ?? 0);
      const before = refused();
      await stage.until('writes are refused', () => Promise.resolve(refused() > before + 5), REFUSED_SECONDS_MAX);
      await rm(ballast);
      await stage.working(30);
    },
  };
}
