import {
  decideVersionProposal,
  policyStream,
  type ProposedVersion,
  type ProposePolicyVersion,
} from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { Law } from '../../law/law.js';
import { PolicyBooks } from '../../law/policy-books.js';
import { ProposePolicyVersionCommand } from './propose-policy-version.command.js';

@CommandHandler(ProposePolicyVersionCommand)
export class ProposePolicyVersionHandler implements ICommandHandler<ProposePolicyVersionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly books: PolicyBooks,
    private readonly law: Law,
  ) {}

  execute({ request }: ProposePolicyVersionCommand): Promise<Outcome> {
    return this.runner.run('proposePolicyVersion', request, async (records, command) => {
      const { tenant, policy } = command;
      await this.books.refresh(tenant, policy);
      const book = this.books.book(tenant, policy);
      records.saw(policyStream(policy), book.length);
      return decideVersionProposal({ command, book, proposed: this.proposed(command) });
    });
  }

  private proposed({ tenant, policy: id, version, from }: ProposePolicyVersion): ProposedVersion | null {
    const policy = this.law.version(tenant, id, version);
    if (policy === null) return null;
    const { division, period } = policy;
    return { division, begins: period.from, misfit: this.law.misfit(tenant, from, policy) };
  }
}
