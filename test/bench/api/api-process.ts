import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { withClient } from '@duixian/postgres';
import type { Actor } from '@duixian/casework';
import { createHash } from 'node:crypto';

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
      env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', DUIXIAN_LOG_LEVEL: 'error', NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Also when the run fails halfway.
    process.once('exit', () => child.kill());
    const address = await addressOf(child);
    await signIn(databaseUrl, official);
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

/** A session as a login begins it, without the third of a second that a password takes on purpose. */
async function signIn(databaseUrl: string, { userId, username, displayName, ...office }: Actor): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query(
      `insert into identity."user" (tenant, id, username, display_name, division, department, roles, password, created_at)
       values ($1, $2, $3, $4, $1, $5, $6, 'none', now())`,
      [office.division, userId, username, displayName, office.department, office.roles],
    );
    await client.query(
      `insert into identity.session (token_hash, tenant, user_id, expires_at)
       values ($1, $2, $3, now() + interval '1 hour')`,
      [createHash('sha256').update(TOKEN).digest(), office.division, userId],
    );
  });
}
