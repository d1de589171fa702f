import type { PubliciseClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class PubliciseClaimCommand extends Command<Outcome> {
  constructor(readonly request: PubliciseClaim) {
    super();
  }
}
