import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Load } from './load.js';

/** A contender in a process of its own. */
export interface RateProcess {
  rate(load: Load): Promise<number>;
  close(): void;
}

/** Starts a program that ends its preparations with `serveLoads`, and resolves once it has. */
export async function openRateProcess(program: string, args: readonly string[]): Promise<RateProcess> {
  const child = fork(program, args);
  const ended = new AbortController();
  child.once('exit', () => ended.abort(new Error(`The process of ${program} ended.`)));
  const answer = async (): Promise<number> => {
    const messages: unknown[] = await once(child, 'message', { signal: ended.signal });
    return rateIn(messages[0], program);
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

/** In such a program: a {@link Load} comes as a message, and its rate goes back as one. */
export function serveLoads(rate: (load: Load) => Promise<number>): void {
  process.on('message', (load: Load) => {
    void rate(load).then((measured) => process.send?.({ rate: measured }));
  });
  process.send?.({ rate: 0 });
}

function rateIn(message: unknown, program: string): number {
  if (typeof message === 'object' && message !== null && 'rate' in message) return Number(message.rate);
  throw new Error(`The process of ${program} answered without a rate.`);
}
