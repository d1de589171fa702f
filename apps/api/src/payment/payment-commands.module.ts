import { Module } from '@nestjs/common';
import { ClaimCommandsModule } from '../claim/claim-commands.module.js';
import { BulkResolver } from '../claim/bulk/bulk.resolver.js';
import { PaymentAnswer } from './payment-answer.js';
import { ConfirmPaymentHandler, ConfirmPaymentResolver } from './steps/confirm-payment.js';
import { instructPayments } from './steps/instruct-payments.js';
import { RecordBankReturnHandler, RecordBankReturnResolver } from './steps/record-bank-return.js';
import { ReinstructPaymentHandler, ReinstructPaymentResolver } from './steps/reinstruct-payment.js';
import { agreeSettlement, proposeSettlement, refuseSettlement } from './steps/settlement.js';

const handlers = [ConfirmPaymentHandler, RecordBankReturnHandler, ReinstructPaymentHandler];
const resolvers = [ConfirmPaymentResolver, RecordBankReturnResolver, ReinstructPaymentResolver];

/** Steps on the claim that is paid. */
const stepsOnClaim = [instructPayments, proposeSettlement, agreeSettlement, refuseSettlement].flatMap(
  ({ providers }) => providers,
);

/** The steps of a payment's life. */
@Module({
  imports: [ClaimCommandsModule],
  providers: [...handlers, ...resolvers, ...stepsOnClaim, PaymentAnswer, BulkResolver],
})
export class PaymentCommandsModule {}
