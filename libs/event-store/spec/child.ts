import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** A process that runs a fixture, to be killed. */
export interface Child {
  /** The next line that it writes; null when it has ended. */
  line(): Promise<string | null>;
  say(line: string): void;
  /** With SIGSTOP: it stands still, and its connections stay as they are. */
  stop(): void;
  /** With SIGKILL: it gets no chance to tidy up. What it had written before is still to be read. */
  kill(): Promise<void>;
}

/** A fixture runs outside Jest, on what the compiler makes of the sources. */
export function compile(): void {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'libs/event-store'], { cwd: root });
}

export function startChild(fixture: string, ...args: string[]): Child {
  const script = fileURLToPath(new URL(`../fixtures/${fixture}`, import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => {
      const next = await lines.next();
      return next.done === true ? null : next.value;
    },
    say: (line) => child.stdin.write(`${line}\n`),
    stop: () => child.kill('SIGSTOP'),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
