import { createHmac, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SECRET_KEY_BYTES } from '../../config/config.js';
import { makeFolder } from '../../make-folder.js';
import { StartRefused } from '../../start-refused.js';

/** Where the key is that nobody set. */
export function secretKeyPath({ dataDir }: { readonly dataDir: string }): string {
  return join(dataDir, 'secret.key');
}

/** Which key it is, for the database to remember: the key cannot be found by it. */
export function fingerprintOf(key: Buffer): Buffer {
  return createHmac('sha256', key).update('duixian secret key').digest();
}

/** The key in a file of its own, which only its owner can read; made if there is none. */
export async function keyInFile(path: string): Promise<Buffer> {
  await putKeyFile(path, randomBytes(SECRET_KEY_BYTES));
  const key = await readKeyFile(path);
  if (key === null) throw new Error(`${path} went away while it was read.`);
  return key;
}

/**
 * Writes the key into a file that is not there yet. It is there whole and on the disk, or not at all, so that processes
 * that start at once have the same key.
 *
 * @returns false when there is a file already, whatever it holds.
 */
export async function putKeyFile(path: string, key: Buffer): Promise<boolean> {
  await makeFolder(dirname(path));
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  await writeFile(draft, `${key.toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft);
  }
}

/** Null when there is no file. @throws StartRefused when it holds something else. */
export async function readKeyFile(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const key = Buffer.from(text, 'base64');
  if (key.length === SECRET_KEY_BYTES) return key;
  throw new StartRefused({
    zh: `${path} 中不是 ${SECRET_KEY_BYTES} 字节的密钥。请从副本取回该文件，或设置 DUIXIAN_SECRET_KEY。`,
    en: `${path} holds no key of ${SECRET_KEY_BYTES} bytes. Bring the file back from a copy, or set DUIXIAN_SECRET_KEY.`,
  });
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
}
