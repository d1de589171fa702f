import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDatabase, reachEmbedded } from '@duixian/postgres';
import type { Config } from '../config/config.js';
import { assertReachable, DatabaseError } from '../database/database.js';

/**
 * Runs `work` on the address of the database's owner: that of `DATABASE_URL`, or the embedded server's, which is reached
 * while the system runs on it and started for the time where it does not.
 *
 * @param mayCreate whether an embedded database is made where there is none.
 * @throws DatabaseError, PostgresError
 */
export async function withOwnerDatabase<T>(
  { databaseUrl, dataDir }: Config,
  mayCreate: boolean,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl !== null) {
    await assertReachable(databaseUrl);
    return work(databaseUrl);
  }
  const folder = join(dataDir, 'postgres');
  if (!mayCreate && !existsSync(folder)) {
    throw new DatabaseError({
      zh: `${dataDir} 中没有数据库。请检查 DUIXIAN_DATA_DIR，或在 DATABASE_URL 中给出数据库地址。`,
      en: `There is no database in ${dataDir}: check DUIXIAN_DATA_DIR, or name a database in DATABASE_URL.`,
    });
  }
  const server = await reachEmbedded({ dataDir: folder });
  try {
    return await work(await ensureDatabase(server.adminUrl, 'duixian'));
  } finally {
    await server.stop();
  }
}
