import type { ImportProgress } from '../import/import-player.js';

/** Shows how far the demo has come: one line that is rewritten on a terminal, and one line per tenth elsewhere. */
export class ProgressLine {
  private tenths = 0;

  constructor(private readonly out: NodeJS.WriteStream) {}

  show({ done, total, on }: ImportProgress): void {
    const text = `Playing the demo: ${done} of ${total} steps, ${on}`;
    if (this.out.isTTY) {
      this.out.write(`\r${text}\u001b[K`);
      return;
    }
    const tenths = Math.floor((10 * done) / total);
    if (tenths === this.tenths) return;
    this.tenths = tenths;
    this.out.write(`${text}\n`);
  }

  end(): void {
    if (this.out.isTTY) this.out.write('\r\u001b[K');
  }
}
