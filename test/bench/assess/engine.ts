/** One engine, set up for one clause and its claims. */
export interface Engine {
  readonly name: string;
  /** Assesses every claim once; answers the amounts in whole fen, in the order of the claims. */
  amounts(): Promise<number[]>;
  /** Assesses every claim once and throws the answers away: what is measured. */
  pass(): Promise<void> | void;
}

/** How many evaluations of an asynchronous engine are under way at once: with fewer zen-engine waits for its threads. */
const IN_FLIGHT = 64;

/** An engine whose evaluations are promises. */
export function asynchronousEngine<Input>(
  name: string,
  inputs: readonly Input[],
  assess: (input: Input) => Promise<number>,
): Engine {
  async function amounts(): Promise<number[]> {
    const answers: number[] = [];
    for (let from = 0; from < inputs.length; from += IN_FLIGHT) {
      answers.push(...(await Promise.all(inputs.slice(from, from + IN_FLIGHT).map(assess))));
    }
    return answers;
  }
  return {
    name,
    amounts,
    pass: async () => {
      await amounts();
    },
  };
}
