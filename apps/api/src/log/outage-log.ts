import type { Logger } from '@nestjs/common';

/** How long the same trouble is not said again. */
const SILENCE_MS = 60_000;

/** Says that something fails when it begins to, and then once a minute: an outage is a few lines and no flood. */
export class OutageLog {
  private readonly saidAt = new Map<string, number>();

  constructor(
    private readonly logger: Pick<Logger, 'error'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  say(what: string, error: unknown): void {
    const says = `${what} ${error instanceof Error ? error.message : String(error)}`;
    const last = this.saidAt.get(says);
    if (last !== undefined && this.now() - last < SILENCE_MS) return;
    this.saidAt.clear();
    this.saidAt.set(says, this.now());
    this.logger.error(says);
  }
}
