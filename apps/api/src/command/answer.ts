import { Injectable, Logger } from '@nestjs/common';
import { Outage } from '../database/outage.js';
import type { GraphqlContext } from '../graphql/context.js';
import { recordedNotShown } from '../graphql/errors.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { toRefusal } from '../graphql/refusal/to-refusal.js';
import { Positions } from '../log/positions.js';
import type { Outcome } from './outcome.js';

/** Answers a mutation from the log: with what its own events made of the record, whatever the tables hold by then. */
@Injectable()
export class Answer {
  private readonly logger = new Logger(Answer.name);

  constructor(
    private readonly outage: Outage,
    private readonly positions: Positions,
  ) {}

  /**
   * What `load` finds, or the refusal. Everything that the answer loads is as it was at the position of the command.
   *
   * @throws GraphQLError `RECORDED` when it cannot be shown: the database went away since.
   */
  async to<Found>(
    context: GraphqlContext,
    outcome: Outcome,
    load: () => Promise<Found | null>,
  ): Promise<Found | Refusal> {
    if (!outcome.ok) return toRefusal(outcome.refusal);
    context.loads = {};
    context.awaited = null;
    context.recorded = outcome.position;
    this.positions.answerAt(outcome.position);
    const found = await load().catch((error: unknown) => {
      if (!this.outage.covers(error)) this.logger.error(error);
      return null;
    });
    if (found === null) throw recordedNotShown(outcome.position);
    return found;
  }
}
