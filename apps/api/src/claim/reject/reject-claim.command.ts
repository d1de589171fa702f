import type { RejectClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class RejectClaimCommand extends Command<Outcome> {
  constructor(readonly request: RejectClaim) {
    super();
  }
}
