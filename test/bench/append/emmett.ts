import { fileURLToPath } from 'node:url';
import { ensureDatabase } from '@duixian/postgres';
import { openRateProcess, type RateProcess } from './rate-process.js';

const PROCESS = fileURLToPath(new URL('emmett-process.js', import.meta.url));

/** Starts the process that appends through emmett, and resolves once its tables are there. */
export async function openEmmett(adminUrl: string): Promise<RateProcess> {
  return openRateProcess(PROCESS, [await ensureDatabase(adminUrl, 'bench_emmett')]);
}
