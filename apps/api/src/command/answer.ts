import { Injectable, Logger } from '@nestjs/common';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { recordedNotShown } from '../graphql/errors.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { toRefusal } from '../graphql/refusal/to-refusal.js';
import { ReadModel } from '../log/read-model.js';
import type { Outcome } from './outcome.js';

/** Answers a mutation from the read model, once that holds what the mutation recorded. */
@Injectable()
export class Answer {
  private readonly logger = new Logger(Answer.name);

  constructor(private readonly readModel: ReadModel) {}

  /**
   * What `load` finds, or the refusal.
   *
   * @throws GraphQLError `RECORDED` when it cannot be shown as it is now: the tables are far behind, or the database is away.
   */
  async to<Found>(
    context: GraphqlContext,
    outcome: Outcome,
    load: () => Promise<Found | null>,
  ): Promise<Found | Refusal> {
    if (!outcome.ok) return toRefusal(outcome.refusal);
    if (!(await this.shown(context, outcome.position))) throw recordedNotShown(outcome.position);
    context.loads = {};
    const found = await load().catch((error: unknown) => {
      this.logger.error(error);
      return null;
    });
    if (found === null) throw recordedNotShown(outcome.position);
    return found;
  }

  /** The record stands whatever the tables do: a database that goes away now makes no failure of it. */
  private async shown(context: GraphqlContext, position: bigint): Promise<boolean> {
    return this.readModel.caughtUp(userOf(context).tenant, position).catch(() => false);
  }
}
