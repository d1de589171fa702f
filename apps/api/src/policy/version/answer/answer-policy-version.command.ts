import type { AnswerPolicyVersion } from '@duixian/casework';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../../command/outcome.js';

export class AnswerPolicyVersionCommand extends Command<Outcome> {
  constructor(readonly request: AnswerPolicyVersion) {
    super();
  }
}
