import type { AcceptClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class AcceptClaimCommand extends Command<Outcome> {
  constructor(readonly request: AcceptClaim) {
    super();
  }
}
