import type { AsyncResource } from 'node:async_hooks';
import DataLoader from 'dataloader';

/** Asked for in one call at most. */
const TOGETHER_MAX = 256;

/**
 * Gathers what is asked for at about the same time into one call. What comes while a call is under way waits for its end
 * and goes with all that came meanwhile: a crowd costs few calls, and nobody is answered from before he asked.
 *
 * A call is nobody's in particular: it runs in a context of its own, and not in that of whoever asked first.
 */
export class Gathered<Asked, Answer> {
  private readonly loader: DataLoader<Asked, Answer>;
  private underWay: Promise<unknown> = Promise.resolve();

  /**
   * @param call answers in the order in which it was asked.
   * @param outside the context of calls.
   */
  constructor(call: (asked: readonly Asked[]) => Promise<readonly Answer[]>, outside: AsyncResource) {
    const gathered = async (asked: readonly Asked[]): Promise<readonly Answer[]> => {
      const answering = call(asked);
      this.underWay = answering.then(nothing, nothing);
      return answering;
    };
    this.loader = new DataLoader(gathered, {
      cache: false,
      maxBatchSize: TOGETHER_MAX,
      batchScheduleFn: (dispatch) => {
        // Not at once: whoever else came in with the same reading of the network is taken along.
        const whenFree = (): unknown => outside.runInAsyncScope(setImmediate, null, dispatch);
        void this.underWay.then(whenFree);
      },
    });
  }

  ask(asked: Asked): Promise<Answer> {
    return this.loader.load(asked);
  }
}

function nothing(): void {
  // Whoever comes next waits for the end of a call, whatever it was.
}
