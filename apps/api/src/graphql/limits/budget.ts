/** What is left of a budget after a request was charged, or how long to wait until it can be. */
export type Charge =
  { readonly granted: true; readonly left: number } | { readonly granted: false; readonly retryAfterS: number };

interface Account {
  left: number;
  at: number;
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

  /** Takes `points` if they are there; a request that costs more than a whole minute's needs a full account. */
  charge(key: string, points: number): Charge {
    const account = this.account(key);
    const needed = Math.min(points, this.perMinute);
    if (account.left < needed) {
      const waitMs = ((needed - account.left) / this.perMinute) * MINUTE_MS;
      return { granted: false, retryAfterS: Math.max(1, Math.ceil(waitMs / 1_000)) };
    }
    account.left -= needed;
    return { granted: true, left: Math.floor(account.left) };
  }

  private account(key: string): Account {
    const now = this.now();
    const known = this.accounts.get(key);
    const left = known === undefined ? this.perMinute : this.refilled(known, now);
    const account = { left, at: now };
    if (known === undefined && this.accounts.size >= REMEMBERED_MAX) this.forget(now);
    this.accounts.set(key, account);
    return account;
  }

  private refilled({ left, at }: Account, now: number): number {
    return Math.min(this.perMinute, left + ((now - at) / MINUTE_MS) * this.perMinute);
  }

  /** The full ones go; if strangers keep all of them in use, the oldest tenth goes too. */
  private forget(now: number): void {
    for (const [key, account] of this.accounts) {
      if (this.refilled(account, now) >= this.perMinute) this.accounts.delete(key);
    }
    if (this.accounts.size < REMEMBERED_MAX) return;
    const oldest = [...this.accounts.keys()].slice(0, REMEMBERED_MAX / 10);
    for (const key of oldest) this.accounts.delete(key);
  }
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
