import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { parseHealth, type StatedHealth } from './parse-health.js';
import { root } from './root.js';

const CLOCK = `${root}test/faults/shifted-clock.mjs`;
const ADDRESS = /Duixian is at http:\/\/\S+:(\d+)/;
const FAILURE = /"level":[56]0.*"stack":/;
const LINES_KEPT = 40;
const HEALTH_MS_MAX = 20_000;
/** As a service manager waits before it starts a program again. */
const RESTART_MS = 500;
/** The status after which it does not, since somebody has to act first: docs/operation.md. */
const NEEDS_A_PERSON = 78;

export interface ProcessKind {
  readonly role: 'both' | 'api' | 'worker';
  /** Days by which its clock jumps when it is told to; it is the machine's if left out. */
  readonly clockDays?: number;
  /** Folder of the version that it runs, with a slash at its end; this workspace if left out. */
  readonly version?: string;
}

/** What `/health/ready` answered; code 0: nothing did. */
export interface HealthAnswer extends StatedHealth {
  readonly code: number;
}

/**
 * The built application as a process of its own, which is started again on the same port whenever it ends, unless it says
 * that somebody has to act first.
 */
export class Application {
  /** How often it was started. */
  starts = 0;
  /** Whether it has ended for want of somebody who acts. */
  needsAPerson = false;
  /** Lines of its log that hold an error with its stack. */
  readonly failures: string[] = [];
  private readonly lines: string[] = [];
  private child: ChildProcess | null = null;
  private port = '0';
  private stopping = false;
  private readonly supervised: Promise<void>;

  constructor(
    readonly kind: ProcessKind,
    private readonly databaseUrl: string,
  ) {
    this.supervised = this.supervise();
  }

  get answersRequests(): boolean {
    return this.kind.role !== 'worker';
  }

  get graphql(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** Its last lines, for whoever has to find out what went wrong. */
  get said(): string {
    return this.lines.join('\n');
  }

  /** Resolves once it has served for the first time, or does not start and needs a person. */
  async served(): Promise<void> {
    while (this.port === '0' && !this.needsAPerson) await setTimeout(50);
  }

  /** Resolves once it has ended for good. */
  get ended(): Promise<void> {
    return this.supervised;
  }

  kill(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  /** Its clock jumps, or back to where it was; nothing for one whose clock is the machine's. */
  jumpClock(): void {
    if (this.kind.clockDays !== undefined) this.child?.kill('SIGUSR2');
  }

  async health(): Promise<HealthAnswer> {
    try {
      const url = `http://127.0.0.1:${this.port}/health/ready`;
      const response = await fetch(url, { signal: AbortSignal.timeout(HEALTH_MS_MAX) });
      return { code: response.status, ...parseHealth(await response.json()) };
    } catch {
      return { code: 0, status: 'no answer', problems: [] };
    }
  }

  /** Asks it to end, and waits until it has. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.child?.kill('SIGCONT');
    this.child?.kill('SIGTERM');
    await this.supervised;
  }

  private async supervise(): Promise<void> {
    while (!this.stopping) {
      this.starts += 1;
      const child = this.start();
      this.child = child;
      await once(child, 'exit');
      this.needsAPerson = child.exitCode === NEEDS_A_PERSON;
      if (this.needsAPerson) return;
      await setTimeout(RESTART_MS);
    }
  }

  private start(): ChildProcess {
    const { role, clockDays, version = root } = this.kind;
    const main = `${version}apps/api/dist/main.js`;
    const child = spawn(process.execPath, [...(clockDays === undefined ? [] : ['--import', CLOCK]), main], {
      cwd: version,
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        DATABASE_URL: this.databaseUrl,
        PORT: this.port,
        DUIXIAN_ROLE: role,
        DUIXIAN_DEMO: '0',
        DUIXIAN_SECOND_FACTOR: 'off',
        DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
        DUIXIAN_LOG_LEVEL: 'warn',
        // A few accounts send here what hundreds do otherwise.
        DUIXIAN_BUDGET_ACCOUNT: '1000000000',
        DUIXIAN_BUDGET_ADDRESS: '1000000000',
        FAULTS_CLOCK_DAYS: String(clockDays ?? 0),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        this.port = ADDRESS.exec(line)?.[1] ?? this.port;
        this.lines.push(line);
        if (FAILURE.test(line) && this.failures.length < LINES_KEPT) this.failures.push(line);
        if (this.lines.length > LINES_KEPT) this.lines.shift();
      });
    }
    // Whatever ends this run leaves no process behind.
    const end = (): void => void child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    return child;
  }
}
