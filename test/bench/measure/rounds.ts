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

/** Two that were compared side by side: their median rates, and the median of the rounds' ratios. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

/**
 * Compares two side by side, for differences of a few hundredths: a round is short, and its ratio is of two neighbours,
 * so that what the machine does for longer meets both. They take turns in beginning; a first round does not count.
 */
export async function inPairs(ours: Contender, theirs: Contender, rounds: number): Promise<Pair> {
  const rates: { readonly ours: number; readonly theirs: number }[] = [];
  await ours();
  await theirs();
  for (let round = 0; round < rounds; round += 1) {
    const before = round % 2 === 0 ? await ours() : NaN;
    const theirRate = await theirs();
    rates.push({ ours: round % 2 === 0 ? before : await ours(), theirs: theirRate });
  }
  return {
    ours: median(rates.map((rate) => rate.ours)),
    theirs: median(rates.map((rate) => rate.theirs)),
    ratio: median(rates.map((rate) => rate.ours / rate.theirs)),
  };
}
