import type { InstructPayments } from '@duixian/treasury';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class InstructPaymentsCommand extends Command<Outcome> {
  constructor(readonly request: InstructPayments) {
    super();
  }
}
