import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { toCorrectionShown, type CorrectionShown } from './correction.type.js';
import { CorrectionList } from './list/correction-list.js';

export type CorrectionOrRefusal = CorrectionShown | Refusal;

/** Answers a mutation with the correction as it stands after it. */
@Injectable()
export class CorrectionAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly corrections: CorrectionList,
    private readonly clock: Clock,
  ) {}

  to(context: GraphqlContext, position: string, outcome: Outcome): Promise<CorrectionOrRefusal> {
    const { tenant, id } = userOf(context);
    return this.answer.to(context, outcome, async () => {
      const all = await this.corrections.of(tenant);
      const found = all.find(({ target }) => target.position === position);
      return found === undefined ? null : toCorrectionShown(found, id, this.clock.today());
    });
  }
}
