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
export {
  decideKeyIssue,
  decideKeyRevocation,
  decideMachineAgreement,
  decideMachineProposal,
  decideMachineRefusal,
  decideMachineShutting,
  decideMachineWithdrawal,
  machineAgreeingRefusal,
  OVERLAP_HOURS_MAX,
  type AgreeToMachineAccount,
  type IssueApiKey,
  type ProposeMachineAccount,
  type RefuseMachineAccount,
  type RevokeApiKey,
  type ShutMachineAccount,
  type WithdrawMachineAccount,
} from './machine/decide-machine.js';
export {
  MACHINE_ACTS,
  MACHINE_READS,
  machineEventSchema,
  type MachineAct,
  type MachineEvent,
  type MachineRead,
  type MachineTerms,
} from './machine/machine-event.js';
export {
  foldMachine,
  initialMachine,
  keyEnd,
  machineStream,
  parseMachineEvent,
  type ApiKey,
  type KeyEnd,
  type Machine,
  type MachineProposal,
} from './machine/machine.js';
