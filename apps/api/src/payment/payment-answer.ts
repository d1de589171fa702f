import { Injectable } from '@nestjs/common';
import { Answer } from '../command/answer.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import type { Payment } from './read/payment.type.js';
import { PaymentsById } from './read/payments-by-id.js';
import { toPayment } from './read/to-payment.js';

export type PaymentOrRefusal = Payment | Refusal;

/** Answers a mutation with the payment as it stands after it. */
@Injectable()
export class PaymentAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly payments: PaymentsById,
  ) {}

  to(context: GraphqlContext, id: string, outcome: Outcome): Promise<PaymentOrRefusal> {
    return this.answer.to(context, outcome, async () => {
      const row = await this.payments.load(context, id);
      return row === null ? null : toPayment(row);
    });
  }
}
