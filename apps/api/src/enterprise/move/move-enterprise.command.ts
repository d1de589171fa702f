import type { MoveEnterprise } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class MoveEnterpriseCommand extends Command<Outcome> {
  constructor(readonly request: MoveEnterprise) {
    super();
  }
}
