import type pg from 'pg';
import type { Config } from '../config/config.js';
import { SecretBox } from '../identity/secret/secret-box.js';

/** What the key of the directory is made for. */
export const DIRECTORY_USE = 'directory';

/** Where the key of the installation is. */
export type KeySettings = Pick<Config, 'secretKey' | 'dataDir'>;

/** The directory's key, of an installation that has one; null where these settings do not give it. Makes none. */
export function givenDirectoryKey(pool: pg.Pool, { secretKey, dataDir }: KeySettings): Promise<Buffer | null> {
  return new SecretBox({ secretKey, dataDir, role: 'worker' }, pool).keyFor(DIRECTORY_USE);
}
