import { decideVersionAnswer, policyStream } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { Law } from '../../law/law.js';
import { PolicyBooks } from '../../law/policy-books.js';
import { AnswerPolicyVersionCommand } from './answer-policy-version.command.js';

@CommandHandler(AnswerPolicyVersionCommand)
export class AnswerPolicyVersionHandler implements ICommandHandler<AnswerPolicyVersionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly books: PolicyBooks,
    private readonly law: Law,
  ) {}

  execute({ request }: AnswerPolicyVersionCommand): Promise<Outcome> {
    return this.runner.run('answerPolicyVersion', request, async (records, command) => {
      const { tenant, policy, actor } = command;
      await this.books.refresh(tenant, policy);
      const book = this.books.book(tenant, policy);
      records.saw(policyStream(policy), book.length);
      const division = this.law.policy(tenant, policy)?.division ?? actor.division;
      return decideVersionAnswer({ command, book, division });
    });
  }
}
