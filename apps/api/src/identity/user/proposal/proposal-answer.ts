import { Injectable } from '@nestjs/common';
import { Clock } from '../../../clock/clock.js';
import { Answer } from '../../../command/answer.js';
import type { Outcome } from '../../../command/outcome.js';
import { userOf, type GraphqlContext } from '../../../graphql/context.js';
import type { Refusal } from '../../../graphql/refusal/refusal.js';
import { ProposalList } from './proposal-list.js';
import type { OfficialProposal } from './proposal.type.js';
import { toProposal } from './to-proposal.js';

export type ProposalOrRefusal = OfficialProposal | Refusal;

/** Answers a mutation with the proposal as it stands after it. */
@Injectable()
export class ProposalAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly list: ProposalList,
    private readonly clock: Clock,
  ) {}

  to(context: GraphqlContext, id: string, outcome: Outcome): Promise<ProposalOrRefusal> {
    return this.answer.to(context, outcome, async () => {
      const user = userOf(context);
      const row = await this.list.find(user.tenant, id);
      return row === null ? null : toProposal(row, user, this.clock.today());
    });
  }
}
