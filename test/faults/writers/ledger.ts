/** One command as its sender knows it. */
export interface Sent {
  readonly tenant: string;
  readonly commandId: string;
  /** How many requests carried it. */
  sends: number;
  /** What its sender may rely on; null: nobody told him yet. */
  outcome: 'acknowledged' | 'refused' | 'not-recorded' | null;
}

/** Everything that the writers were told, and when. */
export class Ledger {
  readonly commands: Sent[] = [];
  /** What no answer should be, in words. */
  readonly complaints = new Set<string>();
  /** Answers by their code. */
  readonly answers = new Map<string, number>();
  private readonly acknowledgedAt = new Map<string, number[]>();
  private waiting: { readonly tenant: string | null; readonly until: number; readonly resolve: () => void }[] = [];

  open(tenant: string, commandId: string): Sent {
    const sent: Sent = { tenant, commandId, sends: 0, outcome: null };
    this.commands.push(sent);
    return sent;
  }

  count(code: string): void {
    this.answers.set(code, (this.answers.get(code) ?? 0) + 1);
  }

  settle(sent: Sent, outcome: NonNullable<Sent['outcome']>): void {
    sent.outcome = outcome;
    if (outcome !== 'acknowledged') return;
    const times = this.acknowledgedAt.get(sent.tenant) ?? [];
    times.push(performance.now());
    this.acknowledgedAt.set(sent.tenant, times);
    const done = this.waiting.filter(({ tenant, until }) => this.acknowledged(tenant) >= until);
    this.waiting = this.waiting.filter((each) => !done.includes(each));
    for (const { resolve } of done) resolve();
  }

  /** Commands that were acknowledged, of one city or of all. */
  acknowledged(tenant: string | null = null): number {
    const all = tenant === null ? [...this.acknowledgedAt.values()] : [this.acknowledgedAt.get(tenant) ?? []];
    return all.reduce((sum, times) => sum + times.length, 0);
  }

  /** Resolves after `more` further acknowledgements. */
  afterAcknowledging(more: number, tenant: string | null = null): Promise<void> {
    const until = this.acknowledged(tenant) + more;
    return new Promise((resolve) => this.waiting.push({ tenant, until, resolve }));
  }

  /** Longest time in which nothing of a city was acknowledged, in milliseconds. */
  longestStallMs(tenant: string): number {
    const times = this.acknowledgedAt.get(tenant) ?? [];
    return times.reduce((longest, at, n) => Math.max(longest, at - (times[n - 1] ?? at)), 0);
  }
}
