import { wallSeconds } from '../measure/wall-seconds.js';

/** Does `work` for each of the items, so many at once; answers what came of each, in their order, and the rate. */
export async function inParallel<Item, Done>(
  items: readonly Item[],
  clients: number,
  work: (item: Item, client: number) => Promise<Done>,
): Promise<{ readonly done: Done[]; readonly perSecond: number }> {
  const done: Done[] = [];
  const entries = items.entries();
  const seconds = await wallSeconds(async () => {
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        // All clients take from one list.
        for (const [index, item] of entries) done[index] = await work(item, client);
      }),
    );
  });
  return { done, perSecond: items.length / seconds };
}
