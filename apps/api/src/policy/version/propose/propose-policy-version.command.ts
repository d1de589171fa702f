import type { ProposePolicyVersion } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

export class ProposePolicyVersionCommand extends Command<Outcome> {
  constructor(readonly request: ProposePolicyVersion) {
    super();
  }
}
