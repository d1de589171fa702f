import { randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { tokenHash } from '../token.js';

/** What begins so is a key; a session's token has 43 characters and no such beginning that could be read as one. */
const PREFIX = 'dxk_';
const SECRET_BYTES = 32;
/** Prefix, city, account, secret, and a CRC-32 of all before it: what scanners of secrets look for. */
const KEY = /^(dxk_(\d{6})_([\da-f]{32})_[\da-f]{64})([\da-f]{8})$/;

/** A key that is well formed: for which account of which city it says that it is. */
export interface StatedKey {
  readonly tenant: string;
  /** Id of the machine's account. */
  readonly machine: string;
}

/** Whether a token is meant as a key, well formed or not. */
export function isApiKey(token: string): boolean {
  return token.startsWith(PREFIX);
}

/** A key for a machine's account: it leaves the server once, and only its hash is kept. */
export function newApiKey({ tenant, machine }: StatedKey): string {
  const account = machine.replaceAll('-', '');
  const body = `${PREFIX}${tenant}_${account}_${randomBytes(SECRET_BYTES).toString('hex')}`;
  return body + checksumOf(body);
}

/** Null for one that was mistyped, cut short or made up. */
export function parseApiKey(token: string): StatedKey | null {
  const [, body, tenant, account, checksum] = KEY.exec(token) ?? [];
  if (body === undefined || tenant === undefined || account === undefined) return null;
  if (checksumOf(body) !== checksum) return null;
  return { tenant, machine: account.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') };
}

/** Under which a key is kept, in hexadecimal. */
export function apiKeyHash(key: string): string {
  return tokenHash(key).toString('hex');
}

/** Whether two hashes are the same, in the same time wherever they differ. */
export function isSameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, 'hex'), Buffer.from(other, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}

function checksumOf(body: string): string {
  return crc32(body).toString(16).padStart(8, '0');
}
