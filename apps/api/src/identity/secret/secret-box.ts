import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type pg from 'pg';
import type { Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.module.js';
import { POOL } from '../../database/database.module.js';
import { StartRefused } from '../../start-refused.js';
import { fingerprintOf, keyInFile, readKeyFile, secretKeyPath } from './secret-key.js';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts what the database keeps and has to give back, such as the secret of a second factor. The key is a setting or
 * a file, and never in the database: who reads all of its tables, or a backup of them, cannot make a code.
 */
@Injectable()
export class SecretBox implements OnModuleInit {
  private key: Buffer | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'secretKey' | 'dataDir' | 'role'>,
    @Inject(POOL) private readonly pool: pg.Pool,
  ) {}

  /** @throws StartRefused when secrets stand in the database that were encrypted with another key. */
  async onModuleInit(): Promise<void> {
    // A worker signs nobody in.
    if (this.config.role === 'worker') return;
    const key = await this.ownKey();
    await this.assertSame(fingerprintOf(key));
    this.key = key;
  }

  /** @param owner to whom it belongs: moved to another's row, it cannot be opened. */
  seal(secret: string, owner: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.opened(), nonce).setAAD(Buffer.from(owner));
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was changed, or sealed for another owner. */
  open(sealed: Buffer, owner: string): string {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(ALGORITHM, this.opened(), nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(owner))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
      'utf8',
    );
  }

  /**
   * A key of the installation for another use, made from the same secret. Null in a worker that was not given it: it makes
   * none of its own, which would be another.
   */
  async keyFor(use: string): Promise<Buffer | null> {
    const key = this.config.role === 'worker' ? await this.givenKey() : await this.ownKey();
    return key === null ? null : createHmac('sha256', key).update(`duixian ${use}`).digest();
  }

  private async givenKey(): Promise<Buffer | null> {
    const key = this.config.secretKey ?? (await readKeyFile(secretKeyPath(this.config)));
    if (key === null) return null;
    const { rowCount } = await this.pool.query('select from identity.secret_key where fingerprint = $1', [
      fingerprintOf(key),
    ]);
    return rowCount === 1 ? key : null;
  }

  private async ownKey(): Promise<Buffer> {
    return this.config.secretKey ?? keyInFile(secretKeyPath(this.config));
  }

  private opened(): Buffer {
    if (this.key === null) throw new Error('This process has no key for secrets.');
    return this.key;
  }

  /** The first key is taken; another one only while nothing is encrypted. */
  private async assertSame(fingerprint: Buffer): Promise<void> {
    const { rowCount } = await this.pool.query(
      `insert into identity.secret_key (fingerprint) values ($1)
       on conflict (is_only) do update set fingerprint = excluded.fingerprint
         where identity.secret_key.fingerprint = excluded.fingerprint
            or not exists (select from identity.second_factor where secret is not null)`,
      [fingerprint],
    );
    if (rowCount === 1) return;
    throw new StartRefused({
      zh: '数据库中的动态口令由另一密钥加密。请将 DUIXIAN_SECRET_KEY 设为原来的密钥，或找回原数据目录中的 secret.key。',
      en:
        'The second factors in this database were encrypted with another key. Set DUIXIAN_SECRET_KEY to that key, or ' +
        'bring back the file secret.key of the data directory.',
    });
  }
}
