import type { Logger } from '@nestjs/common';
import type { Outage } from '../database/outage.js';

/** How long the same trouble is not said again. */
const SILENCE_MS = 60_000;
/** Troubles that are remembered; more are no few lines any more. */
const REMEMBERED_MAX = 20;

/** Says that something fails when it begins to, and then once a minute; where the database is at fault, that says it. */
export class OutageLog {
  private readonly saidAt = new Map<string, number>();

  constructor(
    private readonly logger: Pick<Logger, 'error'>,
    private readonly outage: Pick<Outage, 'covers'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  say(what: string, error: unknown): void {
    if (this.outage.covers(error)) return;
    const says = `${what} ${error instanceof Error ? error.message : String(error)}`;
    const last = this.saidAt.get(says);
    if (last !== undefined && this.now() - last < SILENCE_MS) return;
    if (this.saidAt.size >= REMEMBERED_MAX) this.saidAt.clear();
    this.saidAt.set(says, this.now());
    this.logger.error(says);
  }
}
