import type { DetermineClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class DetermineClaimCommand extends Command<Outcome> {
  constructor(readonly request: DetermineClaim) {
    super();
  }
}
