import type { Bilingual } from '@duixian/policy';
import { withClient } from '@duixian/postgres';
import type { Config } from '../config/config.js';
import { fingerprintOf, readKeyFile, secretKeyPath } from '../identity/secret/secret-key.js';

/** The key of second factors, and what to tell the person of it. */
export interface BackedUpKey {
  /** Null: it does not go into the backup. */
  readonly secretKey: Buffer | null;
  readonly said: Bilingual;
}

/**
 * Whether the key of second factors goes into a backup: only one that is encrypted, since the key opens what the same
 * file holds, and only from its file, since a setting is kept where settings are.
 *
 * @throws StartRefused when the file holds no key.
 */
export async function keyForBackup(config: Config, ownerUrl: string): Promise<BackedUpKey> {
  if (config.secretKey !== null) return { secretKey: null, said: FROM_SETTING };
  const path = secretKeyPath(config);
  const key = await readKeyFile(path);
  const fingerprint = await storedFingerprint(ownerUrl);
  if (key === null) return { secretKey: null, said: fingerprint === null ? NONE_YET : notHere(path) };
  if (fingerprint !== null && !fingerprint.equals(fingerprintOf(key))) return { secretKey: null, said: another(path) };
  return config.backupPassphrase === null
    ? { secretKey: null, said: withoutPassphrase(path) }
    : { secretKey: key, said: INCLUDED };
}

/** Of the key that the database was last used with; null: it was never used, or the role may not read it. */
async function storedFingerprint(ownerUrl: string): Promise<Buffer | null> {
  return withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'identity' and c.relname = 'secret_key'
          and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`,
    );
    if (rowCount === 0) return null;
    const { rows } = await client.query<{ fingerprint: Buffer }>('select fingerprint from identity.secret_key');
    return rows[0]?.fingerprint ?? null;
  });
}

const INCLUDED: Bilingual = {
  zh: '动态口令的密钥已一并加密写入。',
  en: 'The key of second factors is in it, encrypted as well.',
};
const FROM_SETTING: Bilingual = {
  zh: '动态口令的密钥由 DUIXIAN_SECRET_KEY 给出，不在备份中：请另行保管。',
  en: 'The key of second factors comes from DUIXIAN_SECRET_KEY and is not in it: keep it apart.',
};
const NONE_YET: Bilingual = {
  zh: '此数据库尚无动态口令的密钥。',
  en: 'This database has no key of second factors yet.',
};

function withoutPassphrase(path: string): Bilingual {
  return {
    zh: `警告：动态口令的密钥不写入未加密的备份，恢复后动态口令须逐一重置。请设置 DUIXIAN_BACKUP_PASSPHRASE 后再备份，或另行保管 ${path}。`,
    en:
      'WARNING: the key of second factors does not go into a backup that is not encrypted; restored without it, second ' +
      `factors have to be reset one by one. Set DUIXIAN_BACKUP_PASSPHRASE and back up again, or keep ${path} apart.`,
  };
}

function notHere(path: string): Bilingual {
  return {
    zh: `警告：未找到动态口令的密钥（${path}），不在备份中。请在保存密钥的机器上备份，或用 DUIXIAN_DATA_DIR 指明其目录。`,
    en:
      `WARNING: the key of second factors was not found (${path}) and is not in it. Back up where the key is, or name ` +
      'its folder in DUIXIAN_DATA_DIR.',
  };
}

function another(path: string): Bilingual {
  return {
    zh: `警告：${path} 不是此数据库所用的密钥，未写入备份。请用 DUIXIAN_DATA_DIR 指明该数据库的目录。`,
    en:
      `WARNING: ${path} is not the key that this database is used with, and is not in it. Name the folder of this ` +
      'database in DUIXIAN_DATA_DIR.',
  };
}
