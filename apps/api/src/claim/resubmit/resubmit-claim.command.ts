import type { ResubmitClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ResubmitClaimCommand extends Command<Outcome> {
  constructor(readonly request: ResubmitClaim) {
    super();
  }
}
