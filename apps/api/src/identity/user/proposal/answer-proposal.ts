import type { AnswerTo } from '@duixian/casework/proposals';
import { decideAgreement, decideRefusal, decideWithdrawal, HEADCOUNT_ACCOUNTS } from '@duixian/office';
import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { executedAnswers, type AnswerExecution } from '../../../command/proposal-answers.js';
import { AccountTable } from '../account-table.js';
import { ProposalAnswer } from './proposal-answer.js';
import { OfficialProposalResult } from './proposal.type.js';

/** The address goes on record; a repeat from elsewhere is the same request. */
@Injectable()
class OfficialAnswering implements AnswerExecution<'OFFICIAL'> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly table: AccountTable,
  ) {}

  async execute({ answer, ...named }: AnswerTo<'OFFICIAL'>, address: string | null): Promise<Outcome> {
    const { tenant, official: id } = named;
    const request = answer.kind === 'refuse' ? { ...named, reason: answer.reason } : named;
    const outcome = await this.runner.run(`${answer.kind}ToAccountChange`, request, async (records, command) => {
      const guards = await records.guards(HEADCOUNT_ACCOUNTS);
      const file = { official: await records.official(id), guards, address };
      switch (answer.kind) {
        case 'agree':
          return decideAgreement({ command, ...file });
        case 'refuse':
          return decideRefusal({ command: { ...command, reason: answer.reason }, ...file });
        case 'withdraw':
          return decideWithdrawal({ command, ...file });
      }
    });
    if (outcome.ok) await this.table.settle(tenant, id);
    return outcome;
  }
}

export const officialAnswers = executedAnswers('OFFICIAL', {
  execution: OfficialAnswering,
  result: () => OfficialProposalResult,
  by: ProposalAnswer,
  shown: (by, context, request, outcome) => by.to(context, request, outcome),
});
