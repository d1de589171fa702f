export {
  decideAccountAgreement,
  decideAccountNotice,
  decideAccountProposal,
  decideAccountRefusal,
  decideAccountWithdrawal,
  noAccount,
  type AccountFile,
} from './account-change.js';
export { checkAccount, isOwnAccount, maskNumber, type AccountDetails, type StatedAccount } from './account-details.js';
export { accountRefSchema, type AccountEvent, type AccountRef } from './account-event.js';
export * from './account.js';
export { NOTICE_WAYS, WAITING_COUNTS, type NoticeWay, type WaitingCount } from './change-event.js';
export { PROPOSAL_DAYS_OPEN, waitUntil } from './change-rules.js';
export { changeInForce, pendingChange, type Change } from './change.js';
export {
  decideContactAgreement,
  decideContactNotice,
  decideContactProposal,
  decideContactRefusal,
  decideContactWithdrawal,
  type ContactFile,
} from './contact-change.js';
export type { ContactEvent, ContactMask } from './contact-event.js';
export * from './contact.js';
export { decideContactErasure } from './erasure.js';
export type * from './registry-command.js';
export {
  parseAccountEvent,
  parseContactEvent,
  registryEventSchema,
  type RegistryDecision,
  type RegistryEvent,
} from './registry-event.js';
export { decideBankAccountTakeOver, decideContactTakeOver } from './take-over.js';
