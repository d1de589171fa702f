import { BackupError, migrate, migrationNames, restoreBackup, verifyLog, type Manifest } from '@duixian/event-store';
import pg from 'pg';
import type { Config } from '../config/config.js';
import { migrateSchemas } from '../database/database.js';
import { identityMigrationNames, migrateIdentity } from '../database/migrate-identity.js';
import { withOwnerDatabase } from './owner-database.js';
import { RestoredKey } from './restored-key.js';

/** Fills an empty database from a backup, all of it or nothing. Answers what to tell the person. */
export function restore(config: Config, path: string): Promise<string> {
  const { backupPassphrase: passphrase } = config;
  return withOwnerDatabase(config, true, async (ownerUrl) => {
    const key = new RestoredKey(config);
    const restored = restoreBackup(ownerUrl, path, {
      passphrase,
      keepKey: (secretKey) => key.keep(secretKey),
      migrate: (migrations) => migrateTo(ownerUrl, migrations),
    });
    const { takenAt, tables, heads } = await restored.catch(async (error: unknown) => {
      await key.undo();
      throw error;
    });
    // What was added to the software since the backup was made.
    await migrateSchemas(ownerUrl);
    await assertIntact(ownerUrl);
    const logs = Object.entries(heads).map(([tenant, position]) => `${tenant}: ${position}`);
    return (
      `已恢复 ${takenAt} 的备份，共 ${tables.length} 张表，逐表核对一致，事件链与限额复核无误。各市事件：${logs.join('，')}。列表在下次启动时从日志重建。${key.said.zh}\n` +
      `Restored the backup of ${takenAt}: ${tables.length} tables, each compared with the file; the chain of events and the guards are as they must be. Events of each city: ` +
      `${logs.join(', ')}. Lists are built from the log at the next start. ${key.said.en}`
    );
  });
}

/** Tables as they were when the backup was made. @throws BackupError `NEWER_FORMAT` if they were made by a later version. */
export async function migrateTo(ownerUrl: string, migrations: Manifest['migrations']): Promise<void> {
  const known = new Set([...(await migrationNames()), ...identityMigrationNames()]);
  const unknown = Object.values(migrations)
    .flat()
    .filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new BackupError(
      'NEWER_FORMAT',
      `备份由更新的版本生成（${unknown.join('、')}），本版本不能恢复。请用该版本或更高版本恢复。`,
      `The backup was made by a later version (${unknown.join(', ')}). Restore it with that version, or a later one.`,
    );
  }
  await migrate(ownerUrl, migrations.es ?? []);
  await migrateIdentity(ownerUrl, migrations.identity ?? []);
}

/**
 * Reads the restored logs and what is kept beside them.
 *
 * @throws BackupError `DIFFERS`: the file is as it was written, so the database was changed before it was backed up.
 */
async function assertIntact(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  try {
    for await (const { differences } of verifyLog(pool, [])) {
      const [difference] = differences;
      if (difference === undefined) continue;
      const { tenant, check, subject, position } = difference;
      const place = `${tenant}: ${check} ${subject}${position === null ? '' : ` @ ${position}`}`;
      throw new BackupError(
        'DIFFERS',
        `数据已按备份恢复，但其中的记录与事件链不符（${place}）：备份之前数据库已被改动。请用“duixian verify”查明，暂勿使用。`,
        `Restored as it was backed up, but its records do not agree with their chain (${place}): somebody changed the ` +
          'database before. Find out with "duixian verify" before you use it.',
      );
    }
  } finally {
    await pool.end();
  }
}
