import { Budgets } from './budget.js';

/** Between two requests of a sender who is slowed down. */
const APART_MS = 250;
/** Longest wait of such a request for its turn. */
const WAIT_MS_MAX = 5_000;

/** How long a request waits before it is read, or, where too many of its sender wait already, when to send it again. */
export type Turn =
  { readonly granted: true; readonly waitMs: number } | { readonly granted: false; readonly retryAfterS: number };

/**
 * Slows down whoever is refused again and again. What is refused was looked at first, and whoever sends such requests
 * without end would keep everybody else waiting. His next ones are read one after another, four in a second. Nobody is
 * shut out: a stranger behind the same address waits for some seconds and is answered.
 */
export class Slowdown {
  private readonly refusals: Budgets;
  private readonly nextTurns = new Map<string, number>();

  /**
   * @param free requests of one sender that may be refused in a minute without slowing him down.
   * @param now milliseconds of a clock that does not jump.
   */
  constructor(
    free: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.refusals = new Budgets(free, now);
  }

  refused(sender: string): void {
    this.refusals.charge(sender, 1);
  }

  turnOf(sender: string): Turn {
    const refusals = this.refusals.charge(sender, 0);
    if (refusals.granted && refusals.left >= 1) return { granted: true, waitMs: 0 };
    const now = this.now();
    for (const [other, at] of this.nextTurns) if (at <= now) this.nextTurns.delete(other);
    const at = this.nextTurns.get(sender) ?? now;
    if (at - now > WAIT_MS_MAX) return { granted: false, retryAfterS: WAIT_MS_MAX / 1_000 };
    this.nextTurns.set(sender, at + APART_MS);
    return { granted: true, waitMs: at - now };
  }
}
