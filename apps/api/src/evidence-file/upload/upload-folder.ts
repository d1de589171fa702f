import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { makeFolder } from '../../make-folder.js';
import { syncFolder } from '../store/disk-store.js';
import { isCode } from '../store/is-code.js';

const WHOLE = 'whole';
/** A folder that is younger may be one whose row is about to come. */
const YOUNG_MS = 3_600_000;

/** What came of one part: its name in the folder of the upload, and how much of it there is. */
export interface KeptPart {
  readonly name: string;
  readonly bytes: number;
}

/** Parts of uploads on disk, each in a file of its own, so that two senders never write into one. */
@Injectable()
export class UploadFolder {
  private readonly folder: string;

  constructor(@Inject(CONFIG) { files }: Pick<Config, 'files'>) {
    this.folder = join(files.folder, 'uploads');
  }

  /** Bytes that are free for it. */
  async room(): Promise<number> {
    await makeFolder(this.folder);
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }

  /**
   * Keeps what comes of a part, on disk when this returns, also where its sender goes away in its midst. Of more than
   * `bytesMax` nothing is kept: null.
   */
  async keepPart(upload: string, body: Readable, bytesMax: number): Promise<KeptPart | null> {
    const folder = join(this.folder, upload);
    await makeFolder(folder);
    const name = `${randomUUID()}.part`;
    const handle = await open(join(folder, name), 'wx', 0o600);
    let bytes = 0;
    try {
      for await (const piece of piecesOf(body)) {
        bytes += piece.length;
        if (bytes > bytesMax) break;
        await handle.writeFile(piece);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (bytes > bytesMax) {
      await this.dropPart(upload, name);
      return null;
    }
    await syncFolder(folder);
    return { name, bytes };
  }

  async dropPart(upload: string, name: string): Promise<void> {
    await rm(join(this.folder, upload, name), { force: true });
  }

  /** Puts the parts together. @returns the SHA-256 of the whole, in hex, and where it is. */
  async join(upload: string, parts: readonly string[]): Promise<{ readonly sha256: string; readonly path: string }> {
    const folder = join(this.folder, upload);
    const path = join(folder, `${randomUUID()}.whole`);
    const hash = createHash('sha256');
    const handle = await open(path, 'wx', 0o440);
    try {
      for (const part of parts) {
        for await (const piece of createReadStream(join(folder, part))) {
          if (!Buffer.isBuffer(piece)) throw new TypeError('A part is read in bytes.');
          hash.update(piece);
          await handle.writeFile(piece);
        }
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    return { sha256: hash.digest('hex'), path };
  }

  /** Lets a whole that was looked at stand for the upload, in place of its parts. */
  async settle(upload: string, path: string, parts: readonly string[]): Promise<void> {
    await rename(path, this.pathOf(upload));
    await syncFolder(join(this.folder, upload));
    for (const part of parts) await this.dropPart(upload, part);
  }

  /** Where the whole of an upload is, once it was looked at. */
  pathOf(upload: string): string {
    return join(this.folder, upload, WHOLE);
  }

  async remove(upload: string): Promise<void> {
    await rm(join(this.folder, upload), { recursive: true, force: true });
  }

  /** Ids of uploads of which something has been here for longer than an hour. */
  async found(now: number): Promise<string[]> {
    const names = await readdir(this.folder).catch((error: unknown) => {
      if (isCode(error, 'ENOENT')) return [];
      throw error;
    });
    const old: string[] = [];
    for (const name of names) {
      const seen = await stat(join(this.folder, name)).catch(() => null);
      if (seen !== null && now - seen.mtimeMs > YOUNG_MS) old.push(name);
    }
    return old;
  }
}

/** Until the sender goes away: what he sent has come. */
async function* piecesOf(body: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const piece of body) if (Buffer.isBuffer(piece)) yield piece;
  } catch (error) {
    if (!isCode(error, 'ECONNRESET') && !isCode(error, 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  }
}
