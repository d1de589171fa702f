export {
  metaOf,
  ROLES,
  type Actor,
  type Command,
  type EventMeta,
  type NamedOfficial,
  type OnBehalfOf,
  type Reach,
  type Role,
  type Seen,
} from './common/actor.js';
export * from './common/decision.js';
export { divisionName, isDivision, liesIn, type Division } from './common/division.js';
export { departmentName } from './common/division-name.js';
export { isInArea, isOfDepartment, isOfOffice } from './common/reach.js';
export {
  divisionSchema,
  eventSchema,
  eventSchemaAt,
  fenOf,
  yuanSchema,
  type EventSchema,
} from './common/event-schema.js';
export { jsonObjectSchema, type JsonObject, type JsonValue } from './common/json.js';
export { addDays, addYears, daysBetween, isPlainDate, plainDateSchema, type PlainDate } from './common/plain-date.js';
export * from './common/proposal.js';
export * from './common/refusal.js';
export { lookOf } from './common/look.js';
export {
  normaliseBankReference,
  normaliseName,
  normaliseNumber,
  normalisePaperNumber,
  normaliseProperName,
} from './common/spelling.js';
export * from './common/streams.js';
export { doubtfulCodes } from './common/stated-cells.js';
export { usccKind } from './common/uscc-kind.js';
export { subjectKeyOf } from './common/subject-key.js';
export { mayLookLike, subjectLookOf } from './common/subject-look.js';
export { checks, parseRecordedUscc, parseUscc, usccCheckCharacter, usccSchema, type Uscc } from './common/uscc.js';
export { wholeNumberRefusal } from './common/whole-number.js';

export type { CaseworkDecision, CaseworkEvent } from './casework-event.js';

export type { Assignee, AssignmentEvent } from './assignment/assignment-event.js';
export { foldAssignee, isOnward } from './assignment/assignee.js';
export { assignerRefusal, decideAssignment, type AssignClaim } from './assignment/decide-assignment.js';
export { allowedActions, stepAnswers, type ActionAnswer, type StepAnswer } from './claim/allowed-actions.js';
export * from './comment/index.js';
export * from './file/index.js';
export * from './delegation/index.js';
export { assessClaim, type AssessedClaim, type Standings } from './claim/assess-claim.js';
export type * from './claim/claim-command.js';
export type { ClaimCondition, MetCondition } from './claim/condition-schema.js';
export { conditionsOf, type ConditionAnswer } from './claim/conditions.js';
export {
  CLAIM_EVENTS,
  isBesideTheWay,
  statusAfter,
  type Application,
  type ClaimEvent,
  type ClaimEventType,
  type Shown,
} from './claim/claim-event.js';
export {
  HINT_REASONS,
  OBJECTOR_KINDS,
  UPHELD_STEPS,
  type HintReason,
  type ObjectorKind,
  type ObjectorMask,
  type UpheldStep,
} from './claim/objection-schema.js';
export {
  nextAnswerBy,
  OBJECTION_STANDINGS,
  openObjections,
  type Objection,
  type ObjectionAnswer,
  type ObjectionStanding,
} from './claim/objection.js';
export { claimId, parseClaimId } from './claim/claim-id.js';
export { CLAIM_STATUSES, COME_TO_NOTHING, isPastReview, type ClaimStatus } from './claim/claim-status.js';
export { evolveClaim, foldClaim, initialClaim, type Claim, type ClaimState } from './claim/claim.js';
export * from './claim/deadline/clocks.js';
export { SUSPENSION_GROUNDS, type Escalation, type SuspensionGround } from './claim/deadline/deadline-schema.js';
export {
  deadlinesOf,
  routeDeadlinesOf,
  dueDaysOf,
  lightAmong,
  LIGHTS,
  NOTHING_DUE,
  type Deadline,
  type Deadlines,
  type DueDays,
  type Light,
} from './claim/deadline/deadlines.js';
export { decideAcceptance } from './claim/decide/acceptance.js';
export { decideLackingAcceptance } from './claim/decide/lacking-acceptance.js';
export { decideHandingIn, handedIn } from './claim/decide/handing-in.js';
export { evidenceOf, missingKinds } from './claim/check-evidence.js';
export { firstDue, followingAfter, paperLight, type FollowingPaper } from './claim/following/following.js';
export { decideDetermination } from './claim/decide/determination.js';
export { decideRaisedObjection } from './claim/decide/objection.js';
export { decideObjectionAnswer } from './claim/decide/objection-answer.js';
export { decideObjectorErasure } from './claim/decide/objector-erasure.js';
export { decidePublicity } from './claim/decide/publicity.js';
export { decideRejection } from './claim/decide/rejection.js';
export { decideResubmission } from './claim/decide/resubmission.js';
export { decideReturn } from './claim/decide/return.js';
export { routeOn } from './claim/fix-route.js';
export { decideRouteMove } from './claim/decide/route-move.js';
export { decideForward } from './claim/decide/forward.js';
export type { Receiver } from './claim/forwarded/forward-refusals.js';
export { decideTakeBack } from './claim/decide/take-back.js';
export { isAct, isReversible } from './claim/taken-back/last-act.js';
export type { Moments } from './claim/taken-back/take-back-refusals.js';
export { decideRouteStep } from './claim/decide/route-step.js';
export {
  barredFrom,
  currentStage,
  isTurnedDown,
  openSteps,
  routeAfter,
  routeAfterApplication,
  samplingOf,
  takenStep,
  undecidedSteps,
  type ClaimRoute,
  type OpenStep,
  type TakenStep,
} from './claim/route.js';
export { isTheirs, officeNames } from './claim/route-standing.js';
export {
  STEP_OUTCOMES,
  TAKEN_KINDS,
  type ExpertScore,
  type StepOutcome,
  type StepPaper,
} from './claim/route-schema.js';
export { decideReview } from './claim/decide/review.js';
export { decideSubmission, unknownEnterprise } from './claim/decide/submission.js';
export { decideEscalation } from './claim/decide/escalation.js';
export { decideResumption, decideSuspension } from './claim/decide/suspension.js';
export { decideWithdrawal } from './claim/decide/withdrawal.js';
export type { Determination, EarlierGrant, FundingLine, ProgrammeUse } from './claim/determination.js';
export { PROPOSED_AMOUNT, type Facts } from './claim/facts.js';
export { isUnlimited, measureOf, needsProposedAmount, needsSubject } from './claim/measures.js';
export {
  HINT_REASON_NAMES,
  KIND_NAMES,
  LIGHT_NAMES,
  OBJECTION_STANDING_NAMES,
  OBJECTOR_KIND_NAMES,
  ROLE_NAMES,
  ROUTE_STEP_NAMES,
  STATUS_NAMES,
  STEP_OUTCOME_NAMES,
  TOLD_NAMES,
  UPHELD_STEP_NAMES,
} from './claim/names.js';
export { officeRefusal, personRefusal, type Place } from './claim/office.js';
export {
  CAPACITIES,
  capacityRefusal,
  claimCapacity,
  withParticipant,
  type Capacity,
  type Participation,
} from './claim/participants.js';
export { PLAIN_STEPS, REASONED_STEPS, type PlainStep, type Readings } from './claim/plain-steps.js';
export { contradictingYears, placeFactOf } from './claim/promised-years.js';
export { redetermine, type DeterminedMatter } from './claim/redetermine.js';
export { TOLD, type ReturnAnswer, type ReturnItem, type Told } from './claim/returned/return-schema.js';
export { toldOf, type ClaimReturn, type StatedChange } from './claim/returned/returns.js';
export { correctableFields, fieldLabel, type CorrectableField } from './claim/returned/correctable-fields.js';
export { sentenceProblems, sentenceRefusal } from './claim/sentence.js';
export { freeEvidence } from './evidence/evidence-events.js';
export {
  claimNotFound,
  contestedEvidence,
  contestedRefusal,
  NO_PAPERS,
  refusalOf,
  standingOf,
  type Papers,
  type Standing,
  type StepContext,
} from './claim/standing.js';
export { aheadProblem, changedRefusal, type PresentState } from './claim/seen.js';
export type { ClaimOffice } from './claim/claim-step.js';
export {
  CLAIM_ACTIONS,
  officeFor,
  stepOf,
  type ActionTold,
  type ClaimAction,
  type KnownStep,
  type StepPermission,
} from './claim/steps.js';

export * from './correction/index.js';
export * from './enterprise/enterprise-command.js';
export { decideEnterpriseChange, decideEnterpriseChangeAnswer } from './enterprise/change.js';
export { decideChangeCorrection } from './enterprise/change-correction.js';
export {
  CLOSINGS,
  ENTERPRISE_CHANGES,
  type Closing,
  type Closure,
  type EnterpriseChange,
  type EnterpriseChangeKind,
} from './enterprise/change-event.js';
export { CHANGE_NAMES, enterpriseEnded } from './enterprise/closing.js';
export {
  correctedMoves,
  divisionOn,
  evolveEnterprise,
  evolveRegistrations,
  foldEnterprise,
  foldRegistrations,
  initialEnterprise,
  isOfRegistration,
  lastDivision,
  windowOf,
  nameOn,
  type ChangeProposal,
  type Enterprise,
  type EnterpriseEvent,
  type EnterpriseState,
  type FormerName,
  type Move,
  type MoveProposal,
  type RegistrationProposal,
} from './enterprise/enterprise.js';
export { clerkRefusal } from './enterprise/division-check.js';
export { decideMoveAnswer, decideMoveProposal, MOVE_DAYS_BACK_MAX } from './enterprise/move.js';
export { decideLicensedRegistration, decideRegistrationAnswer } from './enterprise/licensed-registration.js';
export { decideRegistration } from './enterprise/registration.js';
export type { Licence } from './enterprise/registration-event.js';

export * from './exclusion/index.js';
export * from './entitlement/accounts.js';
export type { EntitlementEvent, GrantEvent, GrantReserved, ReservedLine } from './entitlement/entitlement-event.js';
export { ceilingRefusal, ownCeilings } from './entitlement/ceiling.js';
export * from './entitlement/entitlement.js';
export { postMoves, refundMoves, releaseMoves, reserveMoves, type Placed } from './entitlement/guard-moves.js';

export {
  asWrittenNow,
  EVIDENCE_KINDS,
  isEvidenceKind,
  isRespelled,
  kindsUnderNumber,
  parseEvidenceNumbers,
  type EvidenceKind,
  type EvidenceRef,
} from './evidence/evidence-ref.js';
export { uncheckedSellers } from './claim/check-invoices.js';
export { invoicedTotal, invoiceTotal, type EvidenceDocument, type Invoice } from './evidence/invoice.js';
export { nearClaims, type Distinction } from './claim/near-subjects.js';
export { parsePaperNumber } from './evidence/parse-paper-number.js';
export { partsOf } from './evidence/several.js';
export { noNumber } from './evidence/no-number.js';
export { parseInvoiceNumber, type InvoiceNumber } from './evidence/parse-invoice-number.js';
export {
  contestantsOf,
  doubtfulOn,
  evolveEvidence,
  formerOf,
  holderOf,
  holdersUpOf,
  initialEvidence,
  matterOf,
  otherPartiesOf,
  partiesNamedOn,
  type ClaimMatter,
  type Evidence,
  type EvidenceEvent,
  type EvidenceHistory,
  type EvidenceHolder,
} from './evidence/evidence.js';
export {
  decideRecordingFound,
  decideTakingStock,
  versionRecorded,
  type NamedVersions,
  type VersionFiles,
} from './policy-version/decide-recording.js';
export {
  decideVersionAnswer,
  decideVersionProposal,
  type AnswerPolicyVersion,
  type ProposedVersion,
  type ProposePolicyVersion,
} from './policy-version/decide-version.js';
export {
  evolvePolicyBook,
  initialPolicyBook,
  versionOf,
  versionOn,
  type MissedVersion,
  type PolicyBook,
  type RecordedVersion,
  type VersionInForce,
  type VersionProposal,
} from './policy-version/policy-book.js';
export type { PolicyVersionEvent, VersionOccasion } from './policy-version/policy-version-event.js';
export * from './recognition/index.js';
export * from './recusal/index.js';
export * from './department/index.js';
export * from './batch/index.js';
export * from './round/index.js';
export * from './sample/index.js';
export { listsNamed, NO_ENTRIES, type EntryGrounds } from './claim/check-entries.js';
export {
  caseworkEventSchema,
  EventFormatError,
  eventParser,
  parseCaseworkEvent,
  parseClaimEvent,
  parseCorrectionEvent,
  parseDepartmentEvent,
  parseEditionEvent,
  parseExclusionEvent,
  parseRegisterEvent,
  parseEnterpriseEvent,
  parseEntitlementEvent,
  parseEvidenceEvent,
  parsePolicyVersionEvent,
  parseAssignmentEvent,
  parseCommentEvent,
  parseFileEvent,
  parseDelegationEvent,
  parseRecognitionEvent,
  parseRecusalEvent,
  parseRoundEvent,
  parseSampleEvent,
  type StoredEvent,
} from './parse-event.js';

export * from './values/index.js';
