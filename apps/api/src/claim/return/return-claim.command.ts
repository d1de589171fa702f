import type { ReturnClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ReturnClaimCommand extends Command<Outcome> {
  constructor(readonly request: ReturnClaim) {
    super();
  }
}
