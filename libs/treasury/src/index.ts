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
export { PAYMENT_EVENTS, type PaymentEvent, type PaymentEventType } from './payment-event.js';
export type { PaymentFile } from './payment-file.js';
export {
  allowedPaymentActions,
  paymentNotFound,
  paymentRefusal,
  type PaymentActionAnswer,
  type PaymentContext,
} from './payment-standing.js';
export { PAYMENT_STATUS_NAMES, PAYMENT_STATUSES, type PaymentStatus } from './payment-status.js';
export * from './payment-steps.js';
export {
  evolvePayment,
  foldPayment,
  initialPayment,
  withPayments,
  type Payment,
  type PaymentState,
} from './payment.js';
export type { DomainEvent, TreasuryDecision } from './treasury-event.js';
