import type { ConfirmPayment } from '@duixian/treasury';
import { Command } from '@nestjs/cqrs';
import type { Outcome } from '../../command/outcome.js';

export class ConfirmPaymentCommand extends Command<Outcome> {
  constructor(readonly request: ConfirmPayment) {
    super();
  }
}
