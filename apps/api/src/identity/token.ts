import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

/** A secret that nobody guesses; it leaves the server once, and only its hash is kept. */
export function newToken(): string {
  return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** Under which a token is kept: who reads the table has nothing that he could send. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
