import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes, randomUUID, scryptSync } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { withClient } from '@duixian/postgres';
import pg from 'pg';
import { PASSWORD } from './known-values.js';

/** Where this stands as it is written: it is run from there by specs, and compiled by `npm run test:fuzz`. */
const HERE = import.meta.url.replace('/test/dist/', '/test/');
const MAIN = fileURLToPath(new URL('../../apps/api/dist/main.js', HERE));
/** The schema that the application serves. */
export const SCHEMA = new URL('../../apps/api/schema.graphql', HERE);
const ADDRESS = /Duixian is at (http:\/\/\S+)/;
/** Lines of its log that are kept to be shown; all are looked at. */
const LINES_KEPT_MAX = 200;
const STACK = /\bat .+:\d+:\d+|"stack":/;

/** Somebody who sends requests; nobody has no token. */
export interface Sender {
  readonly describes: string;
  readonly division: string | null;
  readonly token: string | null;
}

interface Office {
  readonly role: string;
  readonly division: string;
  readonly department: string | null;
}

interface FuzzOfficial extends Office {
  readonly id: string;
  readonly username: string;
  readonly token: string;
}

/** The application in a process of its own, as it is run, and officials of every role who are signed in. */
export class FuzzedApplication {
  /** Lines of its output that hold a stack trace. */
  readonly traces: string[] = [];

  private constructor(
    private readonly child: ChildProcess,
    readonly address: string,
    private readonly pool: pg.Pool,
    private readonly officials: readonly FuzzOfficial[],
  ) {}

  /** @param roles every role that there is. */
  static async start(databaseUrl: string, roles: readonly string[]): Promise<FuzzedApplication> {
    const officials = officialsOf(roles);
    // Once to make the tables. What stands in them at the next start goes on record as accounts of an earlier version do.
    const first = await serve(databaseUrl);
    await end(first.child);
    await employ(databaseUrl, officials);
    const { child, address, lines } = await serve(databaseUrl);
    const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
    const application = new FuzzedApplication(child, address, pool, officials);
    lines.listen((line) => application.hear(line));
    try {
      await application.admit();
    } catch (error) {
      // Whoever asked for it has nothing to stop it by.
      await application.stop();
      throw error;
    }
    return application;
  }

  get senders(): readonly Sender[] {
    return [
      { describes: 'nobody', division: null, token: null },
      ...this.officials.map(({ role, division, token }) => ({ describes: `${role} of ${division}`, division, token })),
    ];
  }

  /** Signs all officials in again, on the passwords that they have by now: the requests themselves sign them out. */
  async admit(): Promise<void> {
    for (const { id, token } of this.officials) {
      await this.pool.query(
        `insert into identity.session (token_hash, id, tenant, user_id, password_version, begun_at, used_at)
         select $1, gen_random_uuid(), tenant, id, password_version, now(), now() from identity."user" where id = $2
         on conflict (token_hash) do update
            set password_version = excluded.password_version, begun_at = now(), used_at = now()`,
        [createHash('sha256').update(token).digest(), id],
      );
    }
  }

  /**
   * Cities whose tables have not come to the head of their log, or had to set something aside; asks until they have
   * come there, or until nothing moves on.
   */
  async stoppedCities(): Promise<string[]> {
    let before = '';
    for (let unmoved = 0; unmoved < 20;) {
      const { rows } = await this.pool.query<{ tenant: string; head: string; position: string }>(
        `select h.tenant, h.position as head, coalesce(p.position, 0) as position
           from es.head h left join read.progress p using (tenant)
          where h.position > coalesce(p.position, 0) order by h.tenant`,
      );
      if (rows.length === 0) return this.setAside();
      const now = JSON.stringify(rows);
      unmoved = now === before ? unmoved + 1 : 0;
      before = now;
      await this.pool.query('select pg_sleep(0.5)');
    }
    return [before];
  }

  private async setAside(): Promise<string[]> {
    const { rows } = await this.pool.query('select * from read.set_aside');
    return rows.map((row) => JSON.stringify(row));
  }

  /** Events on record: how many of the requests took effect. */
  async events(): Promise<number> {
    const { rows } = await this.pool.query<{ events: string }>(
      'select coalesce(sum(position), 0) as events from es.head',
    );
    return Number(rows[0]?.events);
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  async stop(): Promise<void> {
    await this.pool.end();
    if (this.isRunning) await end(this.child);
  }

  private hear(line: string): void {
    if (STACK.test(line) && this.traces.length < LINES_KEPT_MAX) this.traces.push(line.slice(0, 2_000));
  }
}

/** Lines of a process's output; those that came before somebody listens are kept for him. */
class Lines {
  private readonly early: string[] = [];
  private hear = (line: string): void => void this.early.push(line);

  push(line: string): void {
    this.hear(line);
  }

  listen(hear: (line: string) => void): void {
    this.hear = hear;
    this.early.splice(0).forEach(hear);
  }

  toString(): string {
    return this.early.join('\n');
  }
}

interface Served {
  readonly child: ChildProcess;
  readonly address: string;
  readonly lines: Lines;
}

function serve(databaseUrl: string): Promise<Served> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: '0',
      DUIXIAN_LOG_LEVEL: 'warn',
      // A session that is put into the table has no second factor behind it.
      DUIXIAN_SECOND_FACTOR: 'off',
      // One account sends here what a hundred do otherwise.
      DUIXIAN_BUDGET_ACCOUNT: '1000000000',
      DUIXIAN_BUDGET_ADDRESS: '1000000000',
      DUIXIAN_BUDGET_ANONYMOUS: '1000000000',
      DUIXIAN_BUDGET_REFUSED: '1000000000',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  process.once('exit', () => child.kill());
  const lines = new Lines();
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The application ended before it served:\n${lines.toString()}`)));
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        const [, address] = ADDRESS.exec(line) ?? [];
        if (address !== undefined) resolve({ child, address, lines });
        lines.push(line);
      });
    }
  });
}

async function end(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

async function employ(databaseUrl: string, officials: readonly FuzzOfficial[]): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    for (const official of officials) await insert(client, official);
  });
}

async function insert(
  client: pg.ClientBase,
  { id, username, role, division, department }: FuzzOfficial,
): Promise<void> {
  await client.query(
    `insert into identity."user" (tenant, id, username, display_name, division, department, roles, password, created_at)
     values ($1, $2, $3, $3, $4, $5, $6, $7, now())`,
    [`${division.slice(0, 4)}00`, id, username, division, department, [role], hashOf(PASSWORD)],
  );
}

/** As the application stores a password, at a cost at which it is soon compared. */
function hashOf(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password.normalize('NFKC'), salt, 32, { N: 1_024, r: 8, p: 1 });
  return `scrypt$1024$8$1$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

function officialsOf(roles: readonly string[]): FuzzOfficial[] {
  return officesOf(roles).map((office) => {
    const id = randomUUID();
    return { ...office, id, username: `fuzz-${id.slice(0, 8)}`, token: `token-of-${id}` };
  });
}

/** Every role in the city, and in a county of it where there is such an office; one reviewer leads most clauses. */
function officesOf(roles: readonly string[]): Office[] {
  return roles.flatMap((role) => {
    const department = role === 'reviewer' ? '市数据管理局' : null;
    return ['350500', '350582', '350200'].flatMap((division) => [
      { role, division, department },
      // Nobody takes two steps on one claim.
      ...(division === '350500' ? [{ role, division, department }] : []),
    ]);
  });
}
