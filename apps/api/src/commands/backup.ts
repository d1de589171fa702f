import { writeBackup } from '@duixian/event-store';
import type { Config } from '../config/config.js';
import { keyForBackup } from './backup-key.js';
import { withOwnerDatabase } from './owner-database.js';
import { softwareVersion } from './software-version.js';

/** Everything but the read models, as it stood at one moment. Answers what to tell the person. */
export function backup(config: Config, path: string): Promise<string> {
  const { backupPassphrase: passphrase } = config;
  return withOwnerDatabase(config, false, async (ownerUrl) => {
    const { secretKey, said } = await keyForBackup(config, ownerUrl);
    const version = softwareVersion();
    const { tables, rows, takenAt } = await writeBackup(ownerUrl, path, { passphrase, version, secretKey });
    const [zh, en] =
      passphrase === null
        ? [
            '未加密，含个人信息和口令散列，请按数据库本身的级别保管',
            'not encrypted: it holds personal data and password hashes; keep it as you keep the database',
          ]
        : ['已用口令加密', 'encrypted under the passphrase'];
    return (
      `已备份 ${tables} 张表、${rows} 行（${takenAt}）到 ${path}：仅属主可读，${zh}。${said.zh}\n` +
      `Backed up ${tables} tables, ${rows} rows (${takenAt}) to ${path}: readable to its owner only, ${en}. ${said.en}`
    );
  });
}
