import { officialStream } from '@duixian/office';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../../clock/clock.js';
import { Answer } from '../../../command/answer.js';
import type { Outcome } from '../../../command/outcome.js';
import { userOf, type GraphqlContext } from '../../../graphql/context.js';
import type { Refusal } from '../../../graphql/refusal/refusal.js';
import { FoldStreams } from '../../../log/fold-streams.js';
import { rowsOf } from '../../../log/rows.js';
import { foldIntoProposals } from './proposal-table.js';
import type { OfficialProposal } from './proposal.type.js';
import { toProposal } from './to-proposal.js';

export type ProposalOrRefusal = OfficialProposal | Refusal;

/** Answers a mutation with the proposal as it stands after it. */
@Injectable()
export class ProposalAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly streams: FoldStreams,
    private readonly clock: Clock,
  ) {}

  to(
    context: GraphqlContext,
    { official, proposal }: { readonly official: string; readonly proposal: string },
    outcome: Outcome,
  ): Promise<ProposalOrRefusal> {
    return this.answer.to(context, outcome, async () => {
      const user = userOf(context);
      const row = (await this.proposalsOf(context, official)).find(({ id }) => id === proposal);
      return row === undefined ? null : toProposal(row, user, this.clock.today());
    });
  }

  private async proposalsOf(context: GraphqlContext, official: string) {
    const at = { tenant: userOf(context).tenant, upTo: context.recorded ?? 0n };
    const folded = await this.streams.by(at, [official], officialStream, (events) => rowsOf(events, foldIntoProposals));
    const rows = folded.get(official) ?? [];
    if (rows instanceof Error) throw rows;
    return rows;
  }
}
