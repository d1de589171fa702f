import { describe, expect, it } from '@jest/globals';
import { KeyedQueue } from './keyed-queue.js';

/** A task that a spec ends when it likes, and the names of those that have begun. */
function tasks() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const task = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  return { begun, task, end: (name: string) => ends.get(name)?.() };
}

describe('a queue by key', () => {
  it('runs what shares a key one after another, and the rest at once', async () => {
    const queue = new KeyedQueue();
    const { begun, task, end } = tasks();
    const a1 = queue.run(['a'], task('a1'));
    const a2 = queue.run(['a'], task('a2'));
    const b1 = queue.run(['b'], task('b1'));
    const free = await queue.run([], () => Promise.resolve('free'));
    expect(free).toBe('free');
    expect(begun).toEqual(['a1', 'b1']);
    end('a1');
    await a1;
    end('b1');
    await b1;
    await queue.run([], () => Promise.resolve());
    expect(begun).toEqual(['a1', 'b1', 'a2']);
    end('a2');
    expect(await a2).toBe('a2');
  });

  it('waits for all keys of a task, and does not lock two that name the same keys', async () => {
    const queue = new KeyedQueue();
    const order: string[] = [];
    const note = (name: string) => () => Promise.resolve(order.push(name));
    await Promise.all([
      queue.run(['a'], note('a')),
      queue.run(['a', 'b'], note('ab')),
      queue.run(['b', 'a'], note('ba')),
      queue.run(['b'], note('b')),
    ]);
    expect(order).toEqual(['a', 'ab', 'ba', 'b']);
  });

  it('goes on after a task that failed, and gives its error to whoever asked for it', async () => {
    const queue = new KeyedQueue();
    const failed = queue.run(['a'], () => Promise.reject(new Error('no')));
    const next = queue.run(['a'], () => Promise.resolve('next'));
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('next');
  });
});
