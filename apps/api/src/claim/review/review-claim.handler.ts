import { decideReview } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { ReviewClaimCommand } from './review-claim.command.js';

@CommandHandler(ReviewClaimCommand)
export class ReviewClaimHandler implements ICommandHandler<ReviewClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: Catalogue,
  ) {}

  execute({ request }: ReviewClaimCommand): Promise<Outcome> {
    return this.runner.run('reviewClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const evidence = await records.evidence(claim, this.catalogue);
      return decideReview({ command, claim, evidence, catalogue: this.catalogue });
    });
  }
}
