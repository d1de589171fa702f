import { Global, Module } from '@nestjs/common';
import { PaymentList } from './list/payment-list.js';
import { PaymentsResolver } from './list/payments.resolver.js';
import { ClaimPaymentsResolver, PaymentResolver } from './read/payment.resolver.js';
import { PaymentsById } from './read/payments-by-id.js';
import { PaymentsOfClaim } from './read/payments-of-claim.js';

/** Payments as they are read: the list, one of them, and those of a claim. */
@Global()
@Module({
  providers: [PaymentsById, PaymentsOfClaim, PaymentResolver, ClaimPaymentsResolver, PaymentList, PaymentsResolver],
  exports: [PaymentsById, PaymentList],
})
export class PaymentReadModule {}
