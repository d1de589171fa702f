export {
  decideAccountAgreement,
  decideAccountNotice,
  decideAccountProposal,
  decideAccountRefusal,
  decideAccountWithdrawal,
  noAccount,
  PROPOSAL_DAYS_OPEN,
  waitUntil,
  type AccountFile,
} from './account-change.js';
export { checkAccount, isOwnAccount, maskNumber, type AccountDetails, type StatedAccount } from './account-details.js';
export {
  accountRefSchema,
  NOTICE_WAYS,
  WAITING_COUNTS,
  type AccountEvent,
  type AccountRef,
  type NoticeWay,
  type WaitingCount,
} from './account-event.js';
export * from './account.js';
export type { ContactEvent, ContactMask } from './contact-event.js';
export * from './contact.js';
export type * from './registry-command.js';
export {
  parseAccountEvent,
  parseContactEvent,
  registryEventSchema,
  type RegistryDecision,
  type RegistryEvent,
} from './registry-event.js';
