/** What is left of a budget after a request was charged, or how long to wait until it can be. */
export type Charge =
  { readonly granted: true; readonly left: number } | { readonly granted: false; readonly retryAfterS: number };

interface Account {
  left: number;
  at: number;
  perMinute: number;
}

const MINUTE_MS = 60_000;
/** How many accounts are remembered before the full ones are forgotten: a full one is as one never seen. */
const REMEMBERED_MAX = 20_000;

/**
 * Budgets of so many points a minute, one for each key. What was spent comes back evenly, so that who has spent all waits
 * for seconds and not for the minute to be over. Kept in this process: with several, each grants the whole of it.
 */
export class Budgets {
  private readonly accounts = new Map<string, Account>();

  /** @param now milliseconds of a clock that does not jump. */
  constructor(
    readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * Takes `points` if they are there; a request that costs more than a whole minute's needs a full account.
   *
   * @param perMinute of this key, where each has a budget of its own.
   */
  charge(key: string, points: number, perMinute = this.perMinute): Charge {
    const account = this.account(key, perMinute);
    const needed = Math.min(points, perMinute);
    if (account.left < needed) {
      const waitMs = ((needed - account.left) / perMinute) * MINUTE_MS;
      return { granted: false, retryAfterS: Math.max(1, Math.ceil(waitMs / 1_000)) };
    }
    account.left -= needed;
    return { granted: true, left: Math.floor(account.left) };
  }

  private account(key: string, perMinute: number): Account {
    const now = this.now();
    const known = this.accounts.get(key);
    const left = known === undefined ? perMinute : Math.min(perMinute, refilled(known, now));
    const account = { left, at: now, perMinute };
    if (known === undefined && this.accounts.size >= REMEMBERED_MAX) this.forget(now);
    this.accounts.set(key, account);
    return account;
  }

  /** The full ones go; if strangers keep all of them in use, the oldest tenth goes too. */
  private forget(now: number): void {
    for (const [key, account] of this.accounts) {
      if (refilled(account, now) >= account.perMinute) this.accounts.delete(key);
    }
    if (this.accounts.size < REMEMBERED_MAX) return;
    const oldest = [...this.accounts.keys()].slice(0, REMEMBERED_MAX / 10);
    for (const key of oldest) this.accounts.delete(key);
  }
}

function refilled({ left, at, perMinute }: Account, now: number): number {
  return Math.min(perMinute, left + ((now - at) / MINUTE_MS) * perMinute);
}

/** The address that one customer of a provider has: all of an IPv6 /64 are his. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')}::/64`;
}
