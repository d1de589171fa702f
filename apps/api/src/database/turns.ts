import type { RequestScope } from '../request/request-scope.js';

/** Gives a turn back. */
export type Leave = () => void;

/** How many turns there are, and how many of them one city and one request may hold at a time. */
export interface Shares {
  readonly all: number;
  readonly city: number;
  readonly request: number;
}

/** How long somebody waits for a turn, and how many may wait. */
export interface Patience {
  readonly waitMs: number;
  readonly waitingMax: number;
}

interface Waiting {
  readonly scope: RequestScope;
  readonly begin: (leave: Leave) => void;
}

/** Too many wait, or nobody left in time. */
export class NoTurn extends Error {
  constructor() {
    super('The pool of connections is busy: nobody gave one back in time.');
    this.name = 'NoTurn';
  }
}

/**
 * Turns at the connections to the database. Whoever waits is served in the order in which he came, but first those of the
 * city that holds the fewest; and no city holds all of them, however much is asked there.
 */
export class Turns {
  private held = 0;
  private readonly ofCities = new Map<string | null, number>();
  private readonly ofRequests = new Map<RequestScope, number>();
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly shares: Shares,
    private readonly patience: Patience,
  ) {}

  /** @throws NoTurn */
  take(scope: RequestScope): Promise<Leave> {
    if (this.mayBegin(scope)) return Promise.resolve(this.begin(scope));
    if (this.waiting.length >= this.patience.waitingMax) return Promise.reject(new NoTurn());
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        scope,
        begin: (leave) => {
          clearTimeout(timer);
          resolve(leave);
        },
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1);
        reject(new NoTurn());
      }, this.patience.waitMs).unref();
      this.waiting.push(waiting);
    });
  }

  private mayBegin(scope: RequestScope): boolean {
    return (
      this.held < this.shares.all &&
      (this.ofCities.get(scope.tenant) ?? 0) < this.shares.city &&
      (this.ofRequests.get(scope) ?? 0) < this.shares.request
    );
  }

  private begin(scope: RequestScope): Leave {
    // The city may become known while the turn is held.
    const city = scope.tenant;
    this.held += 1;
    count(this.ofCities, city, 1);
    count(this.ofRequests, scope, 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.held -= 1;
      count(this.ofCities, city, -1);
      count(this.ofRequests, scope, -1);
      this.next();
    };
  }

  private next(): void {
    const [first, ...others] = this.waiting.filter(({ scope }) => this.mayBegin(scope));
    if (first === undefined) return;
    const heldBy = ({ scope }: Waiting): number => this.ofCities.get(scope.tenant) ?? 0;
    const chosen = others.reduce((best, each) => (heldBy(each) < heldBy(best) ? each : best), first);
    this.waiting.splice(this.waiting.indexOf(chosen), 1);
    chosen.begin(this.begin(chosen.scope));
  }
}

function count<Key>(held: Map<Key, number>, key: Key, change: number): void {
  const now = (held.get(key) ?? 0) + change;
  if (now === 0) held.delete(key);
  else held.set(key, now);
}
