import type { SubmitClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class SubmitClaimCommand extends Command<Outcome> {
  constructor(readonly request: SubmitClaim) {
    super();
  }
}
