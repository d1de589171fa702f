import { Module } from '@nestjs/common';
import { ClaimCommandsModule } from '../claim/claim-commands.module.js';
import { AgreeSettlementHandler, AgreeSettlementResolver } from './steps/agree-settlement.js';
import { RecordBankReturnHandler, RecordBankReturnResolver } from './steps/record-bank-return.js';
import { ConfirmPaymentHandler, ConfirmPaymentResolver } from './steps/confirm-payment.js';
import { InstructPaymentsHandler, InstructPaymentsResolver } from './steps/instruct-payments.js';
import { ProposeSettlementHandler, ProposeSettlementResolver } from './steps/propose-settlement.js';
import { RefuseSettlementHandler, RefuseSettlementResolver } from './steps/refuse-settlement.js';
import { PaymentAnswer } from './payment-answer.js';
import { ReinstructPaymentHandler, ReinstructPaymentResolver } from './steps/reinstruct-payment.js';

const handlers = [
  InstructPaymentsHandler,
  ConfirmPaymentHandler,
  RecordBankReturnHandler,
  ReinstructPaymentHandler,
  ProposeSettlementHandler,
  AgreeSettlementHandler,
  RefuseSettlementHandler,
];

const resolvers = [
  InstructPaymentsResolver,
  ConfirmPaymentResolver,
  RecordBankReturnResolver,
  ReinstructPaymentResolver,
  ProposeSettlementResolver,
  AgreeSettlementResolver,
  RefuseSettlementResolver,
];

/** The steps of a payment's life, one file each. */
@Module({
  imports: [ClaimCommandsModule],
  providers: [...handlers, ...resolvers, PaymentAnswer],
})
export class PaymentCommandsModule {}
