import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SECRET_KEY_BYTES } from '../../config/config.js';
import { makeFolder } from '../../make-folder.js';
import { StartRefused } from '../../start-refused.js';

/**
 * The key in a file of its own, which only its owner can read; made if there is none. The file is there whole or not at
 * all, so that processes that start at once have the same key.
 */
export async function keyInFile(path: string): Promise<Buffer> {
  await makeFolder(dirname(path));
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, `${randomBytes(SECRET_KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path);
  } catch (error) {
    if (!isThere(error)) throw error;
  } finally {
    await rm(draft);
  }
  const key = Buffer.from(await readFile(path, 'utf8'), 'base64');
  if (key.length === SECRET_KEY_BYTES) return key;
  throw new StartRefused({
    zh: `${path} 中不是 ${SECRET_KEY_BYTES} 字节的密钥。请从副本取回该文件，或设置 DUIXIAN_SECRET_KEY。`,
    en: `${path} holds no key of ${SECRET_KEY_BYTES} bytes. Bring the file back from a copy, or set DUIXIAN_SECRET_KEY.`,
  });
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
