/** Wakes whoever waits, and whoever began to wait after looking and before it rang. */
export class Alarm {
  private rings = 0;
  private readonly waiting = new Set<() => void>();

  /** To be read before looking whether there is anything to wait for. */
  get count(): number {
    return this.rings;
  }

  ring(): void {
    this.rings++;
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }

  /** Resolves when the alarm has rung since `seen` was read, or after `timeoutMs`. */
  async wait(seen: number, timeoutMs: number): Promise<void> {
    if (this.rings !== seen) return;
    await new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, timeoutMs);
      this.waiting.add(wake);
    });
  }
}
