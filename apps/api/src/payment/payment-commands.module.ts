import { Module } from '@nestjs/common';
import { ClaimCommandsModule } from '../claim/claim-commands.module.js';
import { RecordBankReturnHandler } from './bank-return/record-bank-return.handler.js';
import { RecordBankReturnResolver } from './bank-return/record-bank-return.resolver.js';
import { ConfirmPaymentHandler } from './confirm/confirm-payment.handler.js';
import { ConfirmPaymentResolver } from './confirm/confirm-payment.resolver.js';
import { InstructPaymentsHandler } from './instruct/instruct-payments.handler.js';
import { InstructPaymentsResolver } from './instruct/instruct-payments.resolver.js';
import { PaymentAnswer } from './payment-answer.js';
import { ReinstructPaymentHandler } from './reinstruct/reinstruct-payment.handler.js';
import { ReinstructPaymentResolver } from './reinstruct/reinstruct-payment.resolver.js';

const handlers = [InstructPaymentsHandler, ConfirmPaymentHandler, RecordBankReturnHandler, ReinstructPaymentHandler];

const resolvers = [
  InstructPaymentsResolver,
  ConfirmPaymentResolver,
  RecordBankReturnResolver,
  ReinstructPaymentResolver,
];

/** The steps of a payment's life, one folder each. */
@Module({
  imports: [ClaimCommandsModule],
  providers: [...handlers, ...resolvers, PaymentAnswer],
})
export class PaymentCommandsModule {}
