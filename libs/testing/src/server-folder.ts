import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A new folder under the system's temporary one that a server of the spec's own can use: a plain `mkdtemp` is closed to
 * the user as whom root lets PostgreSQL run.
 */
export async function serverFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'duixian-spec-'));
  await chmod(folder, 0o755);
  return folder;
}
