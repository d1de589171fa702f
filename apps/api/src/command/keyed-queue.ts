/**
 * Lets tasks that name the same key run one after another, in the order in which they came. A task that names several
 * waits until all are free; since it asks for all at once, two tasks never wait for each other.
 */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  run<Result>(keys: Iterable<string>, task: () => Promise<Result>): Promise<Result> {
    const named = [...keys];
    const ahead = named.flatMap((key) => this.tails.get(key) ?? []);
    const running = Promise.allSettled(ahead).then(task);
    const settled = running.then(nothing, nothing);
    for (const key of named) this.tails.set(key, settled);
    void settled.then(() => {
      for (const key of named) if (this.tails.get(key) === settled) this.tails.delete(key);
    });
    return running;
  }
}

function nothing(): void {
  // Whoever comes next waits for the end of a task, whatever it was.
}
