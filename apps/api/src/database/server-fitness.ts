import type { Bilingual } from '@duixian/policy';
import type pg from 'pg';

const VERSION_MIN = 150_000;

/** What has to hold of a server and a database before anything is started on them. */
export interface ServerFacts {
  /** As `server_version_num` says it: 150004. */
  readonly version: number;
  readonly encoding: string;
  /** Whether it follows another server, or was told to take no writes. */
  readonly readOnly: boolean;
}

export async function readServerFacts(client: pg.ClientBase): Promise<ServerFacts> {
  const { rows } = await client.query<ServerFacts>(`
    select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
           pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as "readOnly"`);
  return rows[0] ?? { version: 0, encoding: '', readOnly: true };
}

/** What is wrong and what to do; null when all is well. */
export function unfitness({ version, encoding, readOnly }: ServerFacts): Bilingual | null {
  if (version < VERSION_MIN) {
    const major = Math.floor(version / 10_000);
    return {
      zh: `数据库是 PostgreSQL ${major}，本系统需要 15 或更高版本。请升级数据库，或在 DATABASE_URL 中给出另一台。`,
      en: `The database is PostgreSQL ${major}; 15 or later is needed. Upgrade it, or name another one in DATABASE_URL.`,
    };
  }
  if (readOnly) {
    return {
      zh: '数据库是只读的备库。请在 DATABASE_URL 中给出主库的地址。',
      en: 'The database takes no writes: it is a standby, or set to read-only. Name the primary in DATABASE_URL.',
    };
  }
  if (encoding !== 'UTF8') {
    return {
      zh: `数据库的编码是 ${encoding}，不能保存所有汉字。请用 create database … encoding 'UTF8' template template0 新建一个。`,
      en:
        `The database is encoded in ${encoding}, which cannot hold every character. Make one with ` +
        `create database … encoding 'UTF8' template template0.`,
    };
  }
  return null;
}
