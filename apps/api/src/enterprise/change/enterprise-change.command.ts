import type { AnswerEnterpriseChange, ProposeEnterpriseChange } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ProposeEnterpriseChangeCommand extends Command<Outcome> {
  constructor(readonly request: ProposeEnterpriseChange) {
    super();
  }
}

export class AnswerEnterpriseChangeCommand extends Command<Outcome> {
  constructor(readonly request: AnswerEnterpriseChange) {
    super();
  }
}
