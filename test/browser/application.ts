import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const POLL_MS = 100;
/** A machine that runs several specs may be long in making a connection. */
const CONNECT_SECONDS = '60';
const ADDRESS = /Duixian is at (http:\S+)/;

/** The built application as a process of its own, serving the built admin on a free port. */
export class Application {
  private output = '';

  private constructor(private readonly process: ChildProcess) {
    process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
  }

  /**
   * Starts it and waits until it serves.
   *
   * @param settings of the environment, such as `DATABASE_URL`.
   */
  static async start(settings: Readonly<Record<string, string>>): Promise<Application> {
    const own = { DUIXIAN_LOG_LEVEL: 'error', DUIXIAN_CONNECT_SECONDS: CONNECT_SECONDS, PORT: '0' };
    const env = { ...process.env, ...own, ...settings };
    const started = spawn(process.execPath, ['apps/api/dist/main.js'], { cwd: ROOT, env });
    const application = new Application(started);
    await application.serves();
    return application;
  }

  /** Waits until its lists hold the log: before, it serves, and answers a list with 503. */
  async listsBuilt(): Promise<void> {
    while (!(await fetch(new URL('/health/ready', this.url))).ok) await setTimeout(POLL_MS);
  }

  /** Where it serves, such as `http://127.0.0.1:40123`. */
  get url(): string {
    const [, address] = ADDRESS.exec(this.output) ?? [];
    if (address === undefined) throw new Error(`It does not serve:\n${this.output}`);
    return address;
  }

  /** What it has printed so far. */
  get printed(): string {
    return this.output;
  }

  /** Tells it to stop and waits until it has; answers its exit status. */
  async stop(): Promise<number | null> {
    if (this.process.exitCode === null) {
      const ended = once(this.process, 'exit');
      this.process.kill('SIGTERM');
      await ended;
    }
    return this.process.exitCode;
  }

  private async serves(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.process.stdout?.on('data', () => {
        if (ADDRESS.test(this.output)) resolve();
      });
      this.process.once('exit', () => reject(new Error(`It ended before it served:\n${this.output}`)));
    });
  }
}
