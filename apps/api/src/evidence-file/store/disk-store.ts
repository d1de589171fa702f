import type { Stats } from 'node:fs';
import { link, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { makeFolder } from '../../make-folder.js';
import { isCode } from './is-code.js';
import type { ByteRange, FileStore } from './file-store.js';

/**
 * In a folder: `<city>/<first two digits>/<hash>`. A content is whole and synced under its name among the uploads, on the same
 * disk, before it gets this one, and it gets it only where nothing stands: nothing is ever written over.
 */
export class DiskStore implements FileStore {
  readonly describes: string;

  constructor(private readonly folder: string) {
    this.describes = folder;
  }

  async size(tenant: string, sha256: string): Promise<number | null> {
    return (await found(this.pathOf(tenant, sha256)))?.size ?? null;
  }

  async put(tenant: string, sha256: string, path: string): Promise<void> {
    const place = this.pathOf(tenant, sha256);
    await makeFolder(dirname(place));
    await link(path, place).catch((error: unknown) => {
      if (!isCode(error, 'EEXIST')) throw error;
    });
    // So that the name, too, is there after a power cut.
    for (const folder of [dirname(place), dirname(dirname(place)), this.folder]) await syncFolder(folder);
  }

  async open(tenant: string, sha256: string, range?: ByteRange): Promise<Readable> {
    const handle = await open(this.pathOf(tenant, sha256));
    return handle.createReadStream(range && { start: range.first, end: range.last });
  }

  private pathOf(tenant: string, sha256: string): string {
    if (!/^\d{6}$/u.test(tenant) || !/^[\da-f]{64}$/u.test(sha256)) throw new RangeError(`No place for ${sha256}.`);
    return join(this.folder, tenant, sha256.slice(0, 2), sha256);
  }
}

async function found(path: string): Promise<Stats | null> {
  return stat(path).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  });
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
