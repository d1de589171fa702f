import { exitCodeOf, explain } from '../explain.js';

/** Runs a command of the command line to its end: what goes wrong is one message on standard error, and a status as of a start. */
export function runCommand(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = exitCodeOf(error);
  });
}
