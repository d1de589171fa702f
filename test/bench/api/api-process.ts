import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { withClient } from '@duixian/postgres';
import type { Actor } from '@duixian/casework';
import { signIn } from './sign-in.js';

const MAIN = fileURLToPath(new URL('../../../../apps/api/dist/main.js', import.meta.url));
const ADDRESS = /http:\/\/\S+/;
const TOKEN = 'a-session-of-the-benchmark';

/** The API in a process of its own, as `npm start` runs it, and an official's session in it. */
export class ApiProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly address: string,
  ) {}

  static async start(databaseUrl: string, official: Actor): Promise<ApiProcess> {
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        PORT: '0',
        DUIXIAN_LOG_LEVEL: 'error',
        DUIXIAN_SECOND_FACTOR: 'off',
        // One account sends here what a whole office does otherwise.
        DUIXIAN_BUDGET_ACCOUNT: '1000000000',
        DUIXIAN_BUDGET_ADDRESS: '1000000000',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Also when the run fails halfway.
    process.once('exit', () => child.kill());
    const address = await addressOf(child);
    await withClient(databaseUrl, (client) => signIn(client, { ...official, id: official.userId, token: TOKEN }));
    return new ApiProcess(child, address);
  }

  /** Answers the seconds from the request to the last byte of its answer. @throws Error when it has an error in it. */
  async secondsOf(query: string, variables: object): Promise<number> {
    const start = performance.now();
    const response = await fetch(new URL('/graphql', this.address), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const seconds = (performance.now() - start) / 1000;
    if (!response.ok || text.startsWith('{"errors"')) throw new Error(`The API answered ${text.slice(0, 500)}`);
    return seconds;
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
