import { Injectable } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { toRefusal } from '../graphql/refusal/to-refusal.js';
import { ReadModel } from '../log/read-model.js';
import type { Outcome } from './outcome.js';

/** Answers a mutation from the read model, once that holds what the mutation recorded. */
@Injectable()
export class Answer {
  constructor(private readonly readModel: ReadModel) {}

  /**
   * What `load` finds, or the refusal.
   *
   * @throws Error when the read model is so far behind that it does not have the thing yet; the record stands.
   */
  async to<Found>(
    context: GraphqlContext,
    outcome: Outcome,
    load: () => Promise<Found | null>,
  ): Promise<Found | Refusal> {
    if (!outcome.ok) return toRefusal(outcome.refusal);
    await this.readModel.caughtUp(userOf(context).tenant, outcome.position);
    context.loads = {};
    const found = await load();
    if (found === null) throw new Error(`What was recorded up to ${outcome.position.toString()} cannot be shown yet.`);
    return found;
  }
}
