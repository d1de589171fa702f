export { decideBankReturn } from './decide/bank-return.js';
export { decideConfirmation } from './decide/confirmation.js';
export { decideInstruction } from './decide/instruction.js';
export { decideReinstruction } from './decide/reinstruction.js';
export {
  decideSettlement,
  decideSettlementProposal,
  decideSettlementRefusal,
  isUnderway,
} from './decide/settlement.js';
export { domainEventSchema, parseEvent, parsePaymentEvent } from './parse-event.js';
export type * from './payment-command.js';
export type { PaymentEvent, PaymentEventType } from './payment-event.js';
export type { PaymentFile } from './payment-file.js';
export {
  allowedPaymentActions,
  PAYMENT_ACTION_NAMES,
  PAYMENT_ACTIONS,
  PAYMENT_STATUS_NAMES,
  paymentNotFound,
  paymentRefusal,
  type PaymentAction,
  type PaymentActionAnswer,
  type PaymentContext,
} from './payment-standing.js';
export {
  evolvePayment,
  foldPayment,
  initialPayment,
  paymentCapacity,
  PAYMENT_STATUSES,
  withPayments,
  type Payment,
  type PaymentState,
  type PaymentStatus,
} from './payment.js';
export type { DomainEvent, TreasuryDecision } from './treasury-event.js';
