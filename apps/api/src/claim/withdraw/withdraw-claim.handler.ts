import { decideWithdrawal, initialEntitlement } from '@duixian/casework';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { WithdrawClaimCommand } from './withdraw-claim.command.js';

@CommandHandler(WithdrawClaimCommand)
export class WithdrawClaimHandler implements ICommandHandler<WithdrawClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: WithdrawClaimCommand): Promise<Outcome> {
    return this.runner.run('withdrawClaim', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
      return decideWithdrawal({ command, claim, entitlement, catalogue });
    });
  }
}
