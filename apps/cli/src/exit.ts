/** Exit statuses of the commands; 0 where all is well. */
export const EXIT = {
  /** What was to be checked is wrong: a gap in the policies, for instance. */
  failed: 1,
  /** The input cannot be used. */
  badInput: 2,
} as const;

/** Ends the command with one line on standard error, once what is written has left the process. */
export function fail(status: (typeof EXIT)[keyof typeof EXIT], message: string): void {
  process.stderr.write(`${message.replace(/\s*\n\s*/g, ' ')}\n`);
  process.exitCode = status;
}
