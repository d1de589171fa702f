import { createHash } from 'node:crypto';

/** SHA-256 of a text with its salt, in hexadecimal: what the log holds of personal data, beside a mask. */
export function saltedHash(salt: Buffer, text: string): string {
  return createHash('sha256').update(salt).update(text).digest('hex');
}
