import type { ReviewClaim } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ReviewClaimCommand extends Command<Outcome> {
  constructor(readonly request: ReviewClaim) {
    super();
  }
}
