import { Module } from '@nestjs/common';
import { ClaimCommandsModule } from '../claim/claim-commands.module.js';
import { BulkResolver } from '../claim/bulk/bulk.resolver.js';
import { PaymentAnswer } from './payment-answer.js';
import { instructPayments } from './steps/instruct-payments.js';
import { paymentStepProviders } from './steps/payment-steps.js';
import { agreeSettlement, proposeSettlement, refuseSettlement } from './steps/settlement.js';

/** Steps on the claim that is paid. */
const stepsOnClaim = [instructPayments, proposeSettlement, agreeSettlement, refuseSettlement].flatMap(
  ({ providers }) => providers,
);

/** The steps of a payment's life. */
@Module({
  imports: [ClaimCommandsModule],
  providers: [...paymentStepProviders, ...stepsOnClaim, PaymentAnswer, BulkResolver],
})
export class PaymentCommandsModule {}
