export {
  ADMINISTRATORS,
  headcountAccount,
  HEADCOUNT_ACCOUNTS,
  proposingOffice,
  type OfficeDecision,
} from './administrators.js';
export { agreeingRefusal, decideAgreement, decideRefusal, decideWithdrawal } from './decide/answer.js';
export { decideDisabling } from './decide/disabling.js';
export { decideFirstOpening, decideTakeOver } from './decide/found.js';
export { accountNotFound, decideProposal, PROPOSAL_DAYS } from './decide/proposal.js';
export { EXCLUSIONS, exclusionsAmong, type Exclusion } from './exclusions.js';
export { CHANGE_NAMES } from './names.js';
export type * from './official-command.js';
export {
  officialEventSchema,
  type AccountChange,
  type ChangeKind,
  type OfficialEvent,
  type OfficialEventType,
  type ProposingOffice,
} from './official-event.js';
export {
  evolveOfficial,
  foldOfficial,
  initialOfficial,
  officialStream,
  type Account,
  type ChangeProposal,
  type Official,
} from './official.js';
export { parseOfficialEvent } from './parse-event.js';
