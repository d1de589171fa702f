import type { ReinstructPayment } from '@duixian/treasury';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ReinstructPaymentCommand extends Command<Outcome> {
  constructor(readonly request: ReinstructPayment) {
    super();
  }
}
