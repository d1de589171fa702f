import { rm } from 'node:fs/promises';
import { BackupError } from '@duixian/event-store';
import type { Bilingual } from '@duixian/policy';
import type { Config } from '../config/config.js';
import { putKeyFile, readKeyFile, secretKeyPath } from '../identity/secret/secret-key.js';

/** Brings the key of second factors back from a backup, never over another one. */
export class RestoredKey {
  private written: string | null = null;
  private sentence: Bilingual = NOT_IN_IT;

  constructor(private readonly config: Config) {}

  /** What became of the key. */
  get said(): Bilingual {
    return this.sentence;
  }

  /**
   * Writes the key where a start looks for it.
   *
   * @throws BackupError `OTHER_KEY` when there is another one, in a setting or a file.
   */
  async keep(key: Buffer | null): Promise<void> {
    if (key === null) return;
    const { secretKey } = this.config;
    if (secretKey !== null) {
      if (!secretKey.equals(key)) throw otherKey('DUIXIAN_SECRET_KEY');
      this.sentence = SAME_SETTING;
      return;
    }
    const path = secretKeyPath(this.config);
    if (await putKeyFile(path, key)) {
      this.written = path;
      this.sentence = {
        zh: `动态口令的密钥已写入 ${path}（仅属主可读）。`,
        en: `The key of second factors was written to ${path}, readable to its owner only.`,
      };
      return;
    }
    if ((await readKeyFile(path))?.equals(key) !== true) throw otherKey(path);
    this.sentence = {
      zh: `${path} 已是备份中的动态口令密钥，未改动。`,
      en: `${path} holds the key of second factors already; it was left as it is.`,
    };
  }

  /** Takes back what `keep` wrote, since the rest could not be restored. */
  async undo(): Promise<void> {
    if (this.written !== null) await rm(this.written);
  }
}

const NOT_IN_IT: Bilingual = {
  zh: '备份中没有动态口令的密钥：请放回原数据目录中的 secret.key，或设置 DUIXIAN_SECRET_KEY；没有它，动态口令须逐一重置。',
  en:
    'The key of second factors is not in the backup: put secret.key of the former data directory in its place, or set ' +
    'DUIXIAN_SECRET_KEY; without it second factors have to be reset.',
};
const SAME_SETTING: Bilingual = {
  zh: 'DUIXIAN_SECRET_KEY 即备份中的动态口令密钥，未写文件。',
  en: 'DUIXIAN_SECRET_KEY is the key of second factors in the backup; no file was written.',
};

function otherKey(where: string): BackupError {
  return new BackupError(
    'OTHER_KEY',
    `${where} 是另一个动态口令密钥，备份中的密钥不会覆盖它。没有恢复任何数据。请移走它，或用 DUIXIAN_DATA_DIR 指明另一个数据目录。`,
    `${where} is another key of second factors, and the one in the backup never replaces it. Nothing was restored: move ` +
      'it away, or name another data directory in DUIXIAN_DATA_DIR.',
  );
}
