import type { WithdrawClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class WithdrawClaimCommand extends Command<Outcome> {
  constructor(readonly request: WithdrawClaim) {
    super();
  }
}
