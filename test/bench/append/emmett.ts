import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ensureDatabase } from '@duixian/postgres';
import type { Load } from './load.js';

const PROCESS = fileURLToPath(new URL('emmett-process.js', import.meta.url));

export interface Emmett {
  rate(load: Load): Promise<number>;
  close(): void;
}

/** Starts the process that appends through emmett, and resolves once its tables are there. */
export async function openEmmett(adminUrl: string): Promise<Emmett> {
  const url = await ensureDatabase(adminUrl, 'bench_emmett');
  const child = fork(PROCESS, [url]);
  const ended = new AbortController();
  child.once('exit', () => ended.abort(new Error('The process that appends through emmett ended.')));
  const answer = async (): Promise<number> => {
    const messages: unknown[] = await once(child, 'message', { signal: ended.signal });
    return rateIn(messages[0]);
  };
  await answer();
  return {
    rate: (load) => {
      child.send(load);
      return answer();
    },
    close: () => child.kill(),
  };
}

function rateIn(message: unknown): number {
  if (typeof message === 'object' && message !== null && 'rate' in message) return Number(message.rate);
  throw new Error('The process that appends through emmett answered without a rate.');
}
