import { z } from 'zod';

export const ownWritesSchema = z.object({ position: z.string().optional(), behind: z.boolean().optional() });

/** What was recorded from this page last, so that what is read afterwards shows it. */
export class OwnWrites {
  private position: string | null = null;
  private behind = false;
  private readonly listeners = new Set<() => void>();

  /** What a request asks the server to wait for: nothing until something was recorded. */
  wish(): { extensions?: { atLeast: string } } {
    return this.position === null ? {} : { extensions: { atLeast: this.position } };
  }

  /** @param answered what an answer says of positions. */
  note({ position, behind }: z.infer<typeof ownWritesSchema>): void {
    if (position !== undefined) this.position = position;
    const isBehind = behind === true;
    if (isBehind === this.behind) return;
    this.behind = isBehind;
    for (const listener of this.listeners) listener();
  }

  /** Somebody else sits here, perhaps of another city. */
  forget(): void {
    this.position = null;
    this.note({ behind: false });
  }

  /** Whether the last answer shows an older state than what was recorded from here. */
  readonly isBehind = (): boolean => this.behind;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}
