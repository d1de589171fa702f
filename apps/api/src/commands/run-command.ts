import { explain } from '../explain.js';

/** Runs a command of the command line to its end: what goes wrong is one message on standard error, and status 1. */
export function runCommand(work: () => Promise<void>): void {
  work().catch((error: unknown) => {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  });
}
