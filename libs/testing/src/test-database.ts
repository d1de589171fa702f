import { randomBytes } from 'node:crypto';
import { ensureDatabase } from '@duixian/postgres';
import { ADMIN_URL_VARIABLE } from './shared-server.js';

/**
 * A fresh database on the server that the test run shares; the address is its owner's, a superuser. Nothing needs to be
 * cleaned up: the server goes when the run ends.
 */
export async function testDatabase(): Promise<string> {
  return ensureDatabase(testServerUrl(), `test_${randomBytes(8).toString('hex')}`);
}

/** The shared server itself, for specs that need roles or databases of their own. */
export function testServerUrl(): string {
  const url = process.env[ADMIN_URL_VARIABLE];
  if (url === undefined) {
    throw new Error('No test server is running: run the spec as part of the jest project int, e2e or browser.');
  }
  return url;
}
