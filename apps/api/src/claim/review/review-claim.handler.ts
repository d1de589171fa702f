import { decideReview } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { AlikeInName } from '../similar/alike-in-name.js';
import { ReviewClaimCommand } from './review-claim.command.js';

@CommandHandler(ReviewClaimCommand)
export class ReviewClaimHandler implements ICommandHandler<ReviewClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
    private readonly alike: AlikeInName,
  ) {}

  execute({ request }: ReviewClaimCommand): Promise<Outcome> {
    return this.runner.run('reviewClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const [evidence, others] = await Promise.all([
        records.evidence(claim, catalogue),
        this.alike.besides(records, claim),
      ]);
      return decideReview({ command, claim, evidence, others, catalogue });
    });
  }
}
