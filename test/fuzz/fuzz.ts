import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import { Random } from '@duixian/testing/random';
import { FuzzedApplication, SCHEMA, type Sender } from './application.js';
import { KnownValues } from './known-values.js';
import { oddText } from './odd-values.js';
import { Operations } from './operations.js';

const REQUESTS_BETWEEN_ADMISSIONS = 250;
const FAILURES_KEPT_MAX = 50;

export interface FuzzOptions {
  readonly requests: number;
  /** The same seed makes the same requests, as far as the answers before them are the same. */
  readonly seed: number;
  /** Requests on their way at the same time. */
  readonly atOnce: number;
  readonly onProgress?: (done: number) => void;
  /** Told of each failure at once: a long run may be ended before its report. */
  readonly onFailure?: (failure: string) => void;
}

/** What must not happen, and did. */
export interface FuzzReport {
  readonly requests: number;
  /** How often each code was answered; `data` when nothing was refused. */
  readonly answers: ReadonlyMap<string, number>;
  /** How many events the requests brought about. */
  readonly events: number;
  readonly failures: readonly string[];
  readonly traces: readonly string[];
  readonly stoppedCities: readonly string[];
}

const NOBODY: Sender = { describes: 'nobody', division: null, token: null };

interface Sent {
  readonly sender: Sender;
  readonly describes: string;
  readonly path: string;
  readonly init: RequestInit;
}

/** Sends random requests of everything that the schema offers, by everybody, and looks for what broke. */
export async function fuzz(databaseUrl: string, options: FuzzOptions): Promise<FuzzReport> {
  const schema = buildSchema(readFileSync(SCHEMA, 'utf8'));
  const roles = schema.getType('Role');
  const roleNames = isEnumType(roles)
    ? roles.getValues().map(({ name }) => name.toLowerCase().replaceAll('_', '-'))
    : [];
  const application = await FuzzedApplication.start(databaseUrl, roleNames);
  try {
    return await new Fuzz(application, schema, options).run();
  } finally {
    await application.stop();
  }
}

class Fuzz {
  private readonly random: Random;
  private readonly known: KnownValues;
  private readonly operations: Operations;
  private readonly answers = new Map<string, number>();
  private readonly failures: string[] = [];
  private readonly refused = new Set<string>();
  private sent = 0;

  constructor(
    private readonly application: FuzzedApplication,
    schema: ConstructorParameters<typeof Operations>[0],
    private readonly options: FuzzOptions,
  ) {
    this.random = new Random(options.seed);
    this.known = new KnownValues(this.random);
    this.operations = new Operations(schema, this.random, this.known);
  }

  async run(): Promise<FuzzReport> {
    const { requests, atOnce, onProgress } = this.options;
    while (this.sent < requests && this.failures.length < FAILURES_KEPT_MAX) {
      const turn = Math.min(REQUESTS_BETWEEN_ADMISSIONS, requests - this.sent);
      const until = this.sent + turn;
      await this.application.admit();
      await Promise.all(Array.from({ length: atOnce }, () => this.sendUntil(until)));
      onProgress?.(this.sent);
      if (!this.application.isRunning) this.fail('The application ended.');
    }
    return {
      requests: this.sent,
      answers: this.answers,
      events: await this.application.events(),
      failures: this.failures,
      traces: this.application.traces,
      stoppedCities: this.application.isRunning ? await this.application.stoppedCities() : [],
    };
  }

  private async sendUntil(until: number): Promise<void> {
    while (this.sent < until && this.application.isRunning) {
      this.sent += 1;
      await this.send(this.nextRequest());
    }
  }

  private nextRequest(): Sent {
    const { random } = this;
    if (random.chance(0.02)) return this.oddRequest(this.senderOf(''));
    const { sender, field, query, variables } = this.operations.next((name) => this.senderOf(name));
    const body = JSON.stringify({ query, variables });
    return { sender, describes: field, path: '/graphql', init: { method: 'POST', headers: headersOf(sender), body } };
  }

  /** Anybody; mostly one who was not told before that he may not ask for the field. */
  private senderOf(field: string): Sender {
    const { senders } = this.application;
    const anybody = (): Sender => senders[this.random.whole(0, senders.length - 1)] ?? NOBODY;
    const mayBeRefused = this.random.chance(0.1);
    let sender = anybody();
    for (let tries = 0; !mayBeRefused && tries < 20 && this.refused.has(refusalKey(field, sender)); tries++) {
      sender = anybody();
    }
    return sender;
  }

  /** What is no request of GraphQL, or no request at all. */
  private oddRequest(sender: Sender): Sent {
    const { random } = this;
    const headers = headersOf(sender);
    const text = oddText(random);
    // An address holds no half of a surrogate pair.
    const wellFormed = Buffer.from(text).toString();
    const path = random.pick(['/graphql', '/', '/health/ready', '/claims', '/assets'] as const);
    if (random.chance(0.5)) {
      const query = path === '/graphql' ? `?query=${encodeURIComponent(wellFormed)}` : '';
      const at = random.chance(0.5) ? `${path}/${encodeURIComponent(wellFormed)}` : `${path}${query}`;
      return { sender, describes: 'GET', path: at, init: { method: 'GET', headers } };
    }
    const body = random.pick([
      text,
      JSON.stringify(text),
      JSON.stringify({ query: text }),
      '[]',
      'null',
      '{"query":5}',
    ] as const);
    return { sender, describes: 'a body', path: '/graphql', init: { method: 'POST', headers, body } };
  }

  private async send({ sender, describes, path, init }: Sent): Promise<void> {
    let status: number;
    let text: string;
    try {
      const response = await fetch(this.application.address + path, init);
      status = response.status;
      text = await response.text();
    } catch (error) {
      this.fail(`${describes} by ${sender.describes} was not answered: ${reasonOf(error)}\n${asText(init.body)}`);
      return;
    }
    if (status >= 500 || text.includes('INTERNAL_SERVER_ERROR')) {
      this.fail(
        `${describes} by ${sender.describes} was answered ${status} ${text.slice(0, 400)}\n${asText(init.body)}`,
      );
    }
    if (text.includes('"FORBIDDEN"') || text.includes('"UNAUTHENTICATED"')) {
      this.refused.add(refusalKey(describes, sender));
    }
    this.note(text, path);
  }

  private note(text: string, path: string): void {
    const answer = path === '/graphql' ? jsonOf(text) : null;
    if (typeof answer !== 'object' || answer === null) return;
    this.known.learn(Reflect.get(answer, 'data'));
    const code = /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? 'data';
    this.answers.set(code, (this.answers.get(code) ?? 0) + 1);
  }

  private fail(what: string): void {
    if (this.failures.length >= FAILURES_KEPT_MAX) return;
    this.failures.push(what);
    this.options.onFailure?.(what);
  }
}

function headersOf({ token }: Sender): Record<string, string> {
  return { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
}

function refusalKey(field: string, { describes }: Sender): string {
  return `${field} ${describes}`;
}

/** Node says only that it failed, and why in the cause. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.message} (${String(error.cause)})` : String(error);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function asText(body: RequestInit['body']): string {
  return typeof body === 'string' ? body.slice(0, 3_000) : '';
}
