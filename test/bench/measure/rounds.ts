import { median } from './median.js';

/** One of those that are compared: does a fixed amount of work and answers how much of it was done per second. */
export type Contender = () => Promise<number>;

/**
 * The median rate of each contender over several rounds, in their order. In a round everyone runs once, and each round
 * begins with another one, so that whatever else the machine does meets all of them. A first round to warm up does not
 * count.
 */
export async function inTurns(contenders: readonly Contender[], rounds: number): Promise<number[]> {
  const rates = new Map<Contender, number[]>();
  for (const contender of contenders) {
    await contender();
    rates.set(contender, []);
  }
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      rates.get(contender)?.push(await contender());
    }
  }
  return contenders.map((contender) => median(rates.get(contender) ?? []));
}
