import { spawn, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { withClient } from '@duixian/postgres';
import type { Actor } from '@duixian/casework';
import { signIn } from './sign-in.js';

const MAIN = fileURLToPath(new URL('../../../../apps/api/dist/main.js', import.meta.url));
const ADDRESS = /http:\/\/\S+/;

/** What a request is answered with, and how long that took. */
export interface Answered {
  /** From the request to the last byte of its answer. */
  readonly seconds: number;
  readonly text: string;
}

/** The API in a process of its own, as `npm start` runs it, and officials' sessions in it. */
export class ApiProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly address: string,
  ) {}

  /**
   * @param officials who have sessions in it.
   * @param settings of the environment, in place of those of a measurement.
   */
  static async start(
    databaseUrl: string,
    officials: readonly Actor[],
    role: 'both' | 'api' | 'worker' = 'both',
    settings: Readonly<Record<string, string>> = {},
  ): Promise<ApiProcess> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        PORT: '0',
        DUIXIAN_ROLE: role,
        DUIXIAN_LOG_LEVEL: 'error',
        DUIXIAN_SECOND_FACTOR: 'off',
        // One account sends here what a whole office does otherwise.
        DUIXIAN_BUDGET_ACCOUNT: '1000000000',
        DUIXIAN_BUDGET_ADDRESS: '1000000000',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Also when the run fails halfway.
    process.once('exit', () => child.kill());
    const address = await addressOf(child);
    await withClient(databaseUrl, async (client) => {
      for (const official of officials)
        await signIn(client, { ...official, id: official.userId, token: tokenOf(official) });
    });
    return new ApiProcess(child, address);
  }

  /** @throws Error when the answer has an error in it. */
  async ask(official: Actor, query: string, variables: object, extensions: object = {}): Promise<Answered> {
    const start = performance.now();
    const response = await this.send(official, JSON.stringify({ query, variables, extensions }));
    const text = await response.text();
    const seconds = (performance.now() - start) / 1000;
    if (!response.ok || text.startsWith('{"errors"')) throw new Error(`The API answered ${text.slice(0, 500)}`);
    return { seconds, text };
  }

  /** @param official null: a stranger. */
  send(official: Actor | null, body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
    const authorization = official === null ? {} : { authorization: `Bearer ${tokenOf(official)}` };
    return fetch(new URL('/graphql', this.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      body,
    });
  }

  /** The most memory that the process took so far, in MiB; null where the system does not say. */
  async peakMemory(): Promise<number | null> {
    const status = await readFile(`/proc/${this.child.pid ?? ''}/status`, 'utf8').catch(() => '');
    const [, kib] = /VmHWM:\s*(\d+)/.exec(status) ?? [];
    return kib === undefined ? null : Math.round(Number(kib) / 1024);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await once(this.child, 'exit');
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The API has no standard output.');
  for await (const line of createInterface({ input: child.stdout })) {
    const [address] = ADDRESS.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The API ended before it said where it is.');
}

function tokenOf({ userId }: Actor): string {
  return `session-of-${userId}`;
}
