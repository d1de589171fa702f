import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto';
import { BackupError } from './backup-error.js';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/** Hides the frames of one file, in order, under a passphrase; each stands for its place in that file alone. */
export class Cipher {
  private readonly key: Buffer;
  private frames = 0;

  /** @param salt random, of this file: it makes the key, hence the numbered nonces, of one use. */
  constructor(passphrase: string, salt: Buffer) {
    this.key = scryptSync(passphrase.normalize('NFC'), salt, KEY_BYTES, SCRYPT);
  }

  seal(plain: Buffer, context: Buffer): Buffer {
    const cipher = createCipheriv(ALGORITHM, this.key, this.nonce()).setAAD(context);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws BackupError `PASSPHRASE` */
  open(sealed: Buffer, context: Buffer): Buffer {
    const tag = sealed.subarray(-TAG_BYTES);
    try {
      const decipher = createDecipheriv(ALGORITHM, this.key, this.nonce()).setAAD(context).setAuthTag(tag);
      return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    } catch (cause) {
      throw wrongPassphrase(cause);
    }
  }

  private nonce(): Buffer {
    const nonce = Buffer.alloc(NONCE_BYTES);
    nonce.writeUIntBE(++this.frames, NONCE_BYTES - 6, 6);
    return nonce;
  }
}

export function wrongPassphrase(cause?: unknown): BackupError {
  return new BackupError(
    'PASSPHRASE',
    '备份文件已加密，未提供口令或口令不正确。请在 DUIXIAN_BACKUP_PASSPHRASE 中给出备份时的口令。',
    'The backup is encrypted, and the passphrase is missing or wrong. Set DUIXIAN_BACKUP_PASSPHRASE to the one it was made with.',
    { cause },
  );
}
