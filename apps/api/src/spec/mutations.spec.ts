const CLAIM = `... on Claim {
  id status held requestedAmount determinedAmount paidAmount
  answerBy objections { id standing hint objector objectorErasedOn answerBy isOverdue answer { reason then } }
  publicity { from until } payments { id status amount }
  determination { eligible amount reasons { code } lines { payer { code } amount basis } }
}`;
const PAYMENT =
  '... on Payment { id status amount bankReference returnReason returnedOn attempt payeeAccount { proposal mask } }';
const ENTERPRISE =
  '... on Enterprise { id: uscc name division { code } contact { name phone } contactChanges { id standing inForce now { name phone } effectiveFrom waiting needsNotice } bankAccounts { id standing inForce account { mask } effectiveFrom waiting needsNotice } accountSharedWith moveProposals { id standing } changeProposals { id standing } closure { how } predecessors { uscc } }';
const REGISTRATION =
  '... on Registration { id: uscc proposals { id standing name licence { number issuedOn } reason } enterprise { uscc name } }';
const DEPARTMENT = '... on DepartmentChange { id standing name successor canAgree canRefuse canWithdraw }';
const CORRECTION = '... on Correction { id standing proposedBy answeredBy }';
const VERSIONS =
  '... on PolicyVersions { id: policy versions { version standing from inFolder proposal { id standing isMine } } }';
const EDITION = '... on RegisterEdition { id no standing partsRead rows refused isMine }';
const RECOGNITIONS =
  '... on RecognitionList { id standing isOpen entries revoked proposals { id kind standing entries revokes refused fileHash isMine } }';
const ROUNDS =
  '... on DocumentRounds { id: policy rounds { id standing closes workingDaysLeft isMyOffice } proposals { id standing isExtension isMine } }';
const DELEGATION = '... on Delegation { id official { userId } deputy { userId } from until standing canEnd }';
const COMMENT = '... on Comment { id text withdrawnOn canWithdraw awaitsMe mentions { official { userId } readOn } }';
const FILE = '... on EvidenceFile { id name sha256 bytes type supersededBy proves { kind number } }';
const RECUSAL = '... on Recusal { id official { userId } claim enterprise { uscc } since canLift liftReason }';
const BATCH =
  '... on Batch { id name standing size entries { id out { reason } } minutes { claims paper { number } } totals { claims payers { amount } } }';
const PROBLEMS = '... on InvalidInput { problems { field message { zh en } } }';
const CONTESTED = '... on EvidenceContested { claims }';
const CEILING = '... on CeilingReached { account ceiling used }';

/** Every mutation of the write side, with what it can answer beside the fields of all refusals. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  submitClaim: [CLAIM, PROBLEMS],
  resubmitClaim: [CLAIM, PROBLEMS],
  acceptClaim: [CLAIM],
  acceptWithPapersToFollow: [CLAIM, PROBLEMS],
  handInPaper: [CLAIM, PROBLEMS],
  returnClaim: [CLAIM, PROBLEMS],
  takeStep: [CLAIM, PROBLEMS],
  moveClaimRoute: [CLAIM, PROBLEMS],
  takeBackStep: [CLAIM, PROBLEMS],
  forwardStep: [CLAIM, PROBLEMS],
  reviewClaim: [CLAIM, PROBLEMS, CONTESTED],
  rejectClaim: [CLAIM, PROBLEMS],
  withdrawClaim: [CLAIM, PROBLEMS],
  determineClaim: [CLAIM, PROBLEMS, CONTESTED, CEILING],
  publiciseClaim: [CLAIM, PROBLEMS],
  raiseObjection: [CLAIM, PROBLEMS],
  settleObjection: [CLAIM, PROBLEMS],
  eraseObjector: [CLAIM, PROBLEMS],
  assignClaims: ['... on BulkDone { items { claim refusal { code message { zh } field } } }', PROBLEMS],
  giveDelegation: [DELEGATION, PROBLEMS],
  endDelegation: [DELEGATION, PROBLEMS],
  attachFile: [FILE, PROBLEMS],
  withdrawFile: [FILE, PROBLEMS],
  checkFact: [FILE, PROBLEMS],
  withdrawFactCheck: [FILE, PROBLEMS],
  writeComment: [COMMENT, PROBLEMS],
  withdrawComment: [COMMENT],
  readMention: [COMMENT],
  declareRecusal: [RECUSAL, PROBLEMS],
  liftRecusal: [RECUSAL, PROBLEMS],
  takeBulk: ['... on BulkDone { items { claim refusal { code message { zh } field } } }', PROBLEMS],
  suspendClock: [CLAIM, PROBLEMS],
  resumeClock: [CLAIM, PROBLEMS],
  instructPayments: [CLAIM, CONTESTED],
  confirmPayment: [PAYMENT, PROBLEMS],
  recordBankReturn: [PAYMENT, PROBLEMS],
  reinstructPayment: [PAYMENT, CONTESTED, CEILING],
  proposeSettlement: [CLAIM, PROBLEMS],
  agreeSettlement: [CLAIM],
  refuseSettlement: [CLAIM, PROBLEMS],
  registerEnterprise: [ENTERPRISE, PROBLEMS],
  proposeRegistration: [REGISTRATION, PROBLEMS],
  agreeRegistration: [REGISTRATION, PROBLEMS],
  refuseRegistration: [REGISTRATION, PROBLEMS],
  withdrawRegistration: [REGISTRATION],
  proposeMove: [ENTERPRISE, PROBLEMS],
  agreeMove: [ENTERPRISE],
  refuseMove: [ENTERPRISE, PROBLEMS],
  withdrawMove: [ENTERPRISE],
  proposeEnterpriseChange: [ENTERPRISE, PROBLEMS],
  proposeChangeCorrection: [ENTERPRISE, PROBLEMS],
  agreeEnterpriseChange: [ENTERPRISE],
  refuseEnterpriseChange: [ENTERPRISE, PROBLEMS],
  withdrawEnterpriseChange: [ENTERPRISE],
  proposeAccountChange: [ENTERPRISE, PROBLEMS],
  giveAccountNotice: [ENTERPRISE, PROBLEMS],
  agreeAccountChange: [ENTERPRISE],
  refuseAccountChange: [ENTERPRISE, PROBLEMS],
  withdrawAccountChange: [ENTERPRISE],
  proposeContactChange: [ENTERPRISE, PROBLEMS],
  giveContactNotice: [ENTERPRISE, PROBLEMS],
  agreeContactChange: [ENTERPRISE],
  refuseContactChange: [ENTERPRISE, PROBLEMS],
  withdrawContactChange: [ENTERPRISE],
  openRegisterEdition: [EDITION, PROBLEMS],
  readRegisterRows: [EDITION, PROBLEMS],
  proposeRegisterEdition: [EDITION, PROBLEMS],
  agreeRegisterEdition: [EDITION],
  refuseRegisterEdition: [EDITION, PROBLEMS],
  withdrawRegisterEdition: [EDITION],
  clearExclusion: ['... on RegisterRow { row uscc clearings { by { username } on ground { zh } reason } }', PROBLEMS],
  proposeRecognitionList: [RECOGNITIONS, PROBLEMS],
  proposeRecognitionRevocation: [RECOGNITIONS, PROBLEMS],
  agreeRecognition: [RECOGNITIONS],
  refuseRecognition: [RECOGNITIONS, PROBLEMS],
  withdrawRecognition: [RECOGNITIONS],
  openRound: [ROUNDS, PROBLEMS],
  extendRound: [ROUNDS, PROBLEMS],
  agreeRound: [ROUNDS],
  refuseRound: [ROUNDS, PROBLEMS],
  withdrawRound: [ROUNDS],
  gatherClaims: [BATCH, PROBLEMS],
  splitOutClaims: [BATCH, PROBLEMS],
  minuteBatch: [BATCH, PROBLEMS],
  drawSample: [
    '... on Sample { id round lookedAt seed { random position link value } lists { step share of drawn before { claim earlier } } }',
    PROBLEMS,
  ],
  proposeDepartmentChange: [DEPARTMENT, PROBLEMS],
  agreeToDepartmentChange: [DEPARTMENT, PROBLEMS],
  refuseDepartmentChange: [DEPARTMENT, PROBLEMS],
  withdrawDepartmentChange: [DEPARTMENT],
  proposeCorrection: [CORRECTION, PROBLEMS],
  agreeToCorrection: [CORRECTION],
  refuseCorrection: [CORRECTION, PROBLEMS],
  withdrawCorrection: [CORRECTION],
  proposePolicyVersion: [VERSIONS, PROBLEMS],
  agreePolicyVersion: [VERSIONS],
  refusePolicyVersion: [VERSIONS, PROBLEMS],
  withdrawPolicyVersion: [VERSIONS],
};

/** Inputs that several mutations share. */
const INPUTS: Readonly<Record<string, string>> = {
  withdrawComment: 'OnCommentInput',
  readMention: 'OnCommentInput',
  agreeRegistration: 'ProposalInput',
  withdrawRegistration: 'ProposalInput',
  refuseRegistration: 'RefuseProposalInput',
  agreeMove: 'ProposalInput',
  withdrawMove: 'ProposalInput',
  refuseMove: 'RefuseProposalInput',
  agreeEnterpriseChange: 'ProposalInput',
  withdrawEnterpriseChange: 'ProposalInput',
  refuseEnterpriseChange: 'RefuseProposalInput',
  agreeAccountChange: 'ProposalInput',
  withdrawAccountChange: 'ProposalInput',
  refuseAccountChange: 'RefuseProposalInput',
  giveAccountNotice: 'GiveNoticeInput',
  giveContactNotice: 'GiveNoticeInput',
  agreeContactChange: 'ProposalInput',
  withdrawContactChange: 'ProposalInput',
  refuseContactChange: 'RefuseProposalInput',
  proposeRegisterEdition: 'OfEditionInput',
  agreeRegisterEdition: 'OfEditionInput',
  withdrawRegisterEdition: 'OfEditionInput',
  proposeRecognitionList: 'RecognitionListInput',
  proposeRecognitionRevocation: 'RecognitionRevocationInput',
  agreeRecognition: 'RecognitionProposalInput',
  withdrawRecognition: 'RecognitionProposalInput',
  agreeRound: 'OnRoundProposalInput',
  withdrawRound: 'OnRoundProposalInput',
  agreeToDepartmentChange: 'DepartmentProposalInput',
  withdrawDepartmentChange: 'DepartmentProposalInput',
  agreePolicyVersion: 'PolicyVersionProposalInput',
  withdrawPolicyVersion: 'PolicyVersionProposalInput',
};

export const mutations: readonly string[] = Object.keys(ANSWERS);

/** The text of a mutation that takes `$input`. */
export function mutationText(mutation: string): string {
  const input = INPUTS[mutation] ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation Send($input: ${input}!) { ${mutation}(input: $input) {
    __typename ... on Refusal { code message { zh en } field } ${(ANSWERS[mutation] ?? []).join(' ')}
  } }`;
}
