// Made of apps/api/schema.graphql by `DUIXIAN_WRITE_TYPES=true npm test -- apps/admin/src/api/schema`; do not edit.

export const AccountDemand = [
  'PASSWORD',
  'SECOND_FACTOR',
] as const;
export type AccountDemand = (typeof AccountDemand)[number];

export const ApiKeyStanding = [
  'ENDED',
  'LIVE',
  'REPLACED',
  'REVOKED',
  'SHUT',
] as const;
export type ApiKeyStanding = (typeof ApiKeyStanding)[number];

export const AssignedFilter = [
  'MINE',
  'NOBODY',
  'STOOD_IN',
] as const;
export type AssignedFilter = (typeof AssignedFilter)[number];

export const Basis = [
  'ANNUAL',
  'STEPS',
  'SUBJECT',
] as const;
export type Basis = (typeof Basis)[number];

export const BatchChange = [
  'GATHER',
  'MINUTE',
  'SPLIT_OUT',
] as const;
export type BatchChange = (typeof BatchChange)[number];

export const BatchStanding = [
  'DECIDED',
  'OPEN',
] as const;
export type BatchStanding = (typeof BatchStanding)[number];

export const BulkAction = [
  'ACCEPT',
  'DETERMINE',
  'INSTRUCT',
  'PUBLICISE',
  'REJECT',
  'RETURN',
  'REVIEW',
] as const;
export type BulkAction = (typeof BulkAction)[number];

export const ClaimActionName = [
  'ACCEPT',
  'ACCEPT_LACKING',
  'AGREE_SETTLEMENT',
  'DETERMINE',
  'FORWARD_STEP',
  'HAND_IN',
  'INSTRUCT',
  'MOVE_ROUTE',
  'PUBLICISE',
  'RAISE_OBJECTION',
  'REFUSE_SETTLEMENT',
  'REJECT',
  'RESUBMIT',
  'RESUME',
  'RETURN',
  'REVIEW',
  'SETTLE',
  'SETTLE_OBJECTION',
  'SUSPEND',
  'TAKE_BACK',
  'TAKE_STEP',
  'WITHDRAW',
] as const;
export type ClaimActionName = (typeof ClaimActionName)[number];

export const ClaimSortField = [
  'DETERMINED_AMOUNT',
  'DUE',
  'ID',
  'REQUESTED_AMOUNT',
  'SUBMITTED_ON',
  'UPDATED_AT',
] as const;
export type ClaimSortField = (typeof ClaimSortField)[number];

export const ClaimStatus = [
  'ACCEPTED',
  'DECLINED',
  'DETERMINED',
  'INSTRUCTED',
  'OBJECTED',
  'PAID',
  'PUBLICISED',
  'REJECTED',
  'RETURNED',
  'REVIEWED',
  'SETTLED',
  'SETTLING',
  'SUBMITTED',
  'WITHDRAWN',
] as const;
export type ClaimStatus = (typeof ClaimStatus)[number];

export const CorrectionStanding = [
  'IN_FORCE',
  'LAPSED',
  'OPEN',
  'REFUSED',
  'WAITING',
  'WITHDRAWN',
] as const;
export type CorrectionStanding = (typeof CorrectionStanding)[number];

export const DeadlineLight = [
  'DUE_SOON',
  'DUE_TODAY',
  'ON_TIME',
  'OVERDUE',
  'PAUSED',
  'UNPUBLISHED',
] as const;
export type DeadlineLight = (typeof DeadlineLight)[number];

export const DelegationSide = [
  'GIVEN',
  'RECEIVED',
] as const;
export type DelegationSide = (typeof DelegationSide)[number];

export const DelegationStanding = [
  'COMING',
  'ENDED',
  'OVER',
  'STANDING',
] as const;
export type DelegationStanding = (typeof DelegationStanding)[number];

export const DepartmentChangeKind = [
  'ENDED',
  'ESTABLISHED',
  'MERGED',
  'RENAMED',
] as const;
export type DepartmentChangeKind = (typeof DepartmentChangeKind)[number];

export const DivisionKind = [
  'ADMINISTRATIVE',
  'ZONE',
] as const;
export type DivisionKind = (typeof DivisionKind)[number];

export const DivisionLevel = [
  'COUNTY',
  'PREFECTURE',
  'PROVINCE',
] as const;
export type DivisionLevel = (typeof DivisionLevel)[number];

export const EnterpriseChangeKind = [
  'CANCELLED',
  'MERGED',
  'RECODED',
  'RENAMED',
  'REVOKED',
  'SPLIT',
] as const;
export type EnterpriseChangeKind = (typeof EnterpriseChangeKind)[number];

export const EnterpriseSortField = [
  'NAME',
  'REGISTERED_ON',
  'USCC',
] as const;
export type EnterpriseSortField = (typeof EnterpriseSortField)[number];

export const EventType = [
  'AccountChangeAgreed',
  'AccountChangeProposed',
  'AccountChangeRefused',
  'AccountChangeWithdrawn',
  'AccountDisabled',
  'AccountEnabled',
  'AccountNoticeGiven',
  'AccountOpened',
  'AccountTakenOver',
  'AccountUnlocked',
  'ApiKeyIssued',
  'ApiKeyRevoked',
  'BankAccountTakenOver',
  'BatchMinuted',
  'BatchSplit',
  'ChangeCorrectionProposed',
  'ClaimAccepted',
  'ClaimAssigned',
  'ClaimBatched',
  'ClaimDeclined',
  'ClaimDetermined',
  'ClaimFirstReviewed',
  'ClaimMinuted',
  'ClaimPaid',
  'ClaimRejected',
  'ClaimReopened',
  'ClaimResubmitted',
  'ClaimReturned',
  'ClaimReviewed',
  'ClaimRouteMoved',
  'ClaimSampled',
  'ClaimSettled',
  'ClaimSettlementProposed',
  'ClaimSettlementRefused',
  'ClaimSplitOut',
  'ClaimSubmitted',
  'ClaimWithdrawn',
  'ClaimsGathered',
  'ClockResumed',
  'ClockSuspended',
  'CommentWithdrawn',
  'CommentWritten',
  'ContactChangeAgreed',
  'ContactChangeProposed',
  'ContactChangeRefused',
  'ContactChangeWithdrawn',
  'ContactChanged',
  'ContactErased',
  'ContactNoticeGiven',
  'ContactTakenOver',
  'CorrectionAgreed',
  'CorrectionProposed',
  'CorrectionRefused',
  'CorrectionWithdrawn',
  'DeadlineEscalated',
  'DelegationEnded',
  'DelegationGiven',
  'DepartmentChangeAgreed',
  'DepartmentChangeProposed',
  'DepartmentChangeRefused',
  'DepartmentChangeWithdrawn',
  'DeterminationPublicised',
  'EnterpriseChangeAgreed',
  'EnterpriseChangeCorrected',
  'EnterpriseChangeProposed',
  'EnterpriseChangeRefused',
  'EnterpriseChangeWithdrawn',
  'EnterpriseClosed',
  'EnterpriseListed',
  'EnterpriseMoved',
  'EnterpriseRegistered',
  'EnterpriseRenamed',
  'EnterpriseSucceeded',
  'EntitlementClosed',
  'EntitlementDisinherited',
  'EntitlementInherited',
  'EntitlementReopened',
  'EvidenceAnswered',
  'EvidenceClaimed',
  'EvidenceFreed',
  'ExclusionCleared',
  'FactCheckWithdrawn',
  'FactChecked',
  'FileAttached',
  'FileScanned',
  'FileWithdrawn',
  'GrantReleased',
  'GrantReserved',
  'MachineAccountAgreed',
  'MachineAccountProposed',
  'MachineAccountRefused',
  'MachineAccountShut',
  'MachineAccountWithdrawn',
  'MentionRead',
  'MoveAgreed',
  'MoveCorrected',
  'MoveProposed',
  'MoveRefused',
  'MoveWithdrawn',
  'ObjectionDismissed',
  'ObjectionNoted',
  'ObjectionRaised',
  'ObjectionUpheld',
  'ObjectorErased',
  'OfficeChanged',
  'OfficialChangeProposed',
  'OfficialChangeRefused',
  'OfficialChangeWithdrawn',
  'PaperHandedIn',
  'PasswordSet',
  'PaymentConfirmed',
  'PaymentInstructed',
  'PaymentReinstructed',
  'PaymentReturned',
  'PaymentsInstructed',
  'PolicyVersionAgreed',
  'PolicyVersionMissed',
  'PolicyVersionProposed',
  'PolicyVersionRecorded',
  'PolicyVersionRefused',
  'PolicyVersionWithdrawn',
  'RecognitionAgreed',
  'RecognitionListProposed',
  'RecognitionRefused',
  'RecognitionRevocationProposed',
  'RecognitionWithdrawn',
  'RecusalDeclared',
  'RecusalLifted',
  'RegisterEditionAgreed',
  'RegisterEditionOpened',
  'RegisterEditionProposed',
  'RegisterEditionRefused',
  'RegisterEditionWithdrawn',
  'RegisterRowsRead',
  'RegistrationAgreed',
  'RegistrationProposed',
  'RegistrationRefused',
  'RegistrationWithdrawn',
  'RolesGranted',
  'RoundAgreed',
  'RoundExtensionProposed',
  'RoundProposed',
  'RoundRefused',
  'RoundWithdrawn',
  'RouteStepForwarded',
  'RouteStepTaken',
  'SampleDrawn',
  'SecondFactorReset',
  'StepTakenBack',
  'SuccessionCorrected',
] as const;
export type EventType = (typeof EventType)[number];

export const EvidenceKind = [
  'CERTIFICATE',
  'CONTRACT',
  'INVOICE',
  'RECOGNITION',
] as const;
export type EvidenceKind = (typeof EvidenceKind)[number];

export const FactType = [
  'BOOLEAN',
  'CHOICE',
  'DATE',
  'INTEGER',
  'MONEY',
  'NUMBER',
  'PERCENT',
] as const;
export type FactType = (typeof FactType)[number];

export const FileScanOutcome = [
  'CLEAN',
  'INFECTED',
] as const;
export type FileScanOutcome = (typeof FileScanOutcome)[number];

export const FileType = [
  'CSV',
  'JPEG',
  'OFD',
  'PDF',
  'PNG',
  'XLSX',
  'XML',
  'ZIP',
] as const;
export type FileType = (typeof FileType)[number];

export const HintReason = [
  'ANONYMOUS',
  'INSTRUCTED',
  'LATE',
  'UNSEALED',
] as const;
export type HintReason = (typeof HintReason)[number];

export const InvalidCaseCode = [
  'INVALID_CASE',
  'INVALID_FACT',
  'NOT_PAYABLE',
  'UNKNOWN_MEASURE',
] as const;
export type InvalidCaseCode = (typeof InvalidCaseCode)[number];

export const InvoiceField = [
  'AMOUNT',
  'ISSUED_ON',
  'SELLER',
  'SELLER_CODE',
  'TAX',
] as const;
export type InvoiceField = (typeof InvoiceField)[number];

export const LimitKind = [
  'AUTOMATIC',
  'FAST',
  'IMMEDIATE',
  'PROMISED',
] as const;
export type LimitKind = (typeof LimitKind)[number];

export const LimitedStep = [
  'ACCEPTANCE',
  'DETERMINATION',
  'INSTRUCTION',
  'PAYMENT',
  'PUBLICITY',
  'REVIEW',
] as const;
export type LimitedStep = (typeof LimitedStep)[number];

export const MachineAct = [
  'READ',
] as const;
export type MachineAct = (typeof MachineAct)[number];

export const MachineRead = [
  'CLAIMS',
  'ENTERPRISES',
  'PAYMENTS',
  'TOTALS',
] as const;
export type MachineRead = (typeof MachineRead)[number];

export const MachineStanding = [
  'ENDED',
  'NOT_OPENED',
  'OPEN',
  'PROPOSED',
  'SHUT',
] as const;
export type MachineStanding = (typeof MachineStanding)[number];

export const MeasureKind = [
  'GRANT',
  'LOAN_LIMIT',
  'NON_MONETARY',
  'REFERRAL',
] as const;
export type MeasureKind = (typeof MeasureKind)[number];

export const MonthlyBy = [
  'DEPARTMENT',
  'DIVISION',
  'MEASURE',
  'TREASURY',
] as const;
export type MonthlyBy = (typeof MonthlyBy)[number];

export const NoticeWay = [
  'LETTER',
  'MAIL',
  'TELEPHONE',
  'VISIT',
] as const;
export type NoticeWay = (typeof NoticeWay)[number];

export const ObjectionStanding = [
  'DISMISSED',
  'HINT',
  'OPEN',
  'OVERTAKEN',
  'UPHELD',
] as const;
export type ObjectionStanding = (typeof ObjectionStanding)[number];

export const ObjectorKind = [
  'PERSON',
  'UNIT',
] as const;
export type ObjectorKind = (typeof ObjectorKind)[number];

export const OfficialChangeKind = [
  'ENABLING',
  'OFFICE',
  'OPENING',
  'PASSWORD',
  'ROLES',
  'SECOND_FACTOR',
  'UNLOCKING',
] as const;
export type OfficialChangeKind = (typeof OfficialChangeKind)[number];

export const OfficialProposalStanding = [
  'AGREED',
  'LAPSED',
  'OPEN',
  'REFUSED',
  'WITHDRAWN',
] as const;
export type OfficialProposalStanding = (typeof OfficialProposalStanding)[number];

export const PayRule = [
  'AT_THE_END',
  'FIRST_COME',
] as const;
export type PayRule = (typeof PayRule)[number];

export const PayeeChannel = [
  'EMPLOYER',
  'TRAINING_INSTITUTION',
] as const;
export type PayeeChannel = (typeof PayeeChannel)[number];

export const PayeeKind = [
  'ENTERPRISE',
  'NATURAL_PERSON',
] as const;
export type PayeeKind = (typeof PayeeKind)[number];

export const PayerLevel = [
  'CITY',
  'COUNTY',
] as const;
export type PayerLevel = (typeof PayerLevel)[number];

export const PaymentActionName = [
  'CONFIRM',
  'REINSTRUCT',
  'RETURN',
] as const;
export type PaymentActionName = (typeof PaymentActionName)[number];

export const PaymentSortField = [
  'AMOUNT',
  'ID',
  'INSTRUCTED_ON',
] as const;
export type PaymentSortField = (typeof PaymentSortField)[number];

export const PaymentStatus = [
  'INSTRUCTED',
  'PAID',
  'RETURNED',
] as const;
export type PaymentStatus = (typeof PaymentStatus)[number];

export const Permission = [
  'ACCOUNT_OWN',
  'BANK_ACCOUNT_CHANGE',
  'BANK_ACCOUNT_READ',
  'BANK_ACCOUNT_REFUSE',
  'BATCH_CHANGE',
  'CLAIM_ACCEPT',
  'CLAIM_ASSIGN',
  'CLAIM_BULK',
  'CLAIM_DETERMINE',
  'CLAIM_FORWARD_STEP',
  'CLAIM_MOVE_ROUTE',
  'CLAIM_PUBLICISE',
  'CLAIM_READ',
  'CLAIM_REJECT',
  'CLAIM_RETURN',
  'CLAIM_REVIEW',
  'CLAIM_SETTLE',
  'CLAIM_SUBMIT',
  'CLAIM_SUSPEND',
  'CLAIM_TAKE_BACK',
  'CLAIM_TAKE_STEP',
  'CLAIM_WITHDRAW',
  'COMMENT_READ',
  'COMMENT_WRITE',
  'CONTACT_CHANGE',
  'CONTACT_ERASE',
  'CONTACT_READ',
  'CORRECTION_ANSWER',
  'CORRECTION_PROPOSE',
  'DELEGATION_END',
  'DELEGATION_GIVE',
  'DELEGATION_READ',
  'DEPARTMENT_CHANGE',
  'DEPARTMENT_READ',
  'ENTERPRISE_MOVE',
  'ENTERPRISE_READ',
  'ENTERPRISE_REGISTER',
  'EVENT_READ',
  'FACT_CHECK',
  'FILE_ATTACH',
  'OBJECTION_RAISE',
  'OBJECTION_SETTLE',
  'OBJECTOR_READ',
  'PAYMENT_CONFIRM',
  'PAYMENT_INSTRUCT',
  'PAYMENT_READ',
  'PAYMENT_REINSTRUCT',
  'PAYMENT_RETURN',
  'POLICY_READ',
  'POLICY_VERSION_ANSWER',
  'POLICY_VERSION_PROPOSE',
  'READMODEL_REBUILD',
  'RECOGNITION_CHANGE',
  'RECOGNITION_READ',
  'RECUSAL_DECLARE',
  'RECUSAL_LIFT',
  'RECUSAL_READ',
  'REGISTER_CHANGE',
  'REGISTER_CLEAR',
  'REGISTER_READ',
  'ROUND_CHANGE',
  'ROUND_READ',
  'SAMPLE_DRAW',
  'SECURITY_LOG_READ',
  'SETASIDE_READ',
  'USER_MANAGE',
  'USER_READ',
  'VERIFICATION_READ',
] as const;
export type Permission = (typeof Permission)[number];

export const PolicyNoticeKind = [
  'FOLDER_GONE',
  'NEW_VERSION',
  'PROPOSED',
  'VERSION_MISSED',
] as const;
export type PolicyNoticeKind = (typeof PolicyNoticeKind)[number];

export const PolicyVersionStanding = [
  'FORMER',
  'IN_FORCE',
  'MISSING',
  'NEW',
  'SCHEDULED',
] as const;
export type PolicyVersionStanding = (typeof PolicyVersionStanding)[number];

export const ProgrammeKind = [
  'POOL',
  'QUOTA',
] as const;
export type ProgrammeKind = (typeof ProgrammeKind)[number];

export const ProposalKind = [
  'ACCOUNT',
  'CHANGE',
  'CONTACT',
  'MOVE',
  'REGISTRATION',
] as const;
export type ProposalKind = (typeof ProposalKind)[number];

export const ProposalStanding = [
  'IN_FORCE',
  'LAPSED',
  'OPEN',
  'REFUSED',
  'WAITING',
  'WITHDRAWN',
] as const;
export type ProposalStanding = (typeof ProposalStanding)[number];

export const PublicityUnit = [
  'DAYS',
  'WORKING_DAYS',
] as const;
export type PublicityUnit = (typeof PublicityUnit)[number];

export const ReasonCode = [
  'ALREADY_GRANTED',
  'CONDITION_NOT_MET',
  'ENTERPRISE_TOTAL_CAP',
  'ENTERPRISE_YEAR_CAP',
  'HIGHER_LEVEL_POLICY',
  'ITEM_CAP',
  'OUTSIDE_POLICY_PERIOD',
  'OVERLAP',
  'POOL_LIMIT',
  'QUOTA_EXHAUSTED',
  'SCHEDULE_EXHAUSTED',
  'WRONG_JURISDICTION',
] as const;
export type ReasonCode = (typeof ReasonCode)[number];

export const RecognitionChangeKind = [
  'IMPORT',
  'REVOCATION',
] as const;
export type RecognitionChangeKind = (typeof RecognitionChangeKind)[number];

export const RecognitionEntryStanding = [
  'IN_FORCE',
  'PROPOSED',
  'REVOKED',
] as const;
export type RecognitionEntryStanding = (typeof RecognitionEntryStanding)[number];

export const RecognitionListStanding = [
  'IN_FORCE',
  'NOT_AGREED',
  'PROPOSED',
  'REVOKED',
] as const;
export type RecognitionListStanding = (typeof RecognitionListStanding)[number];

export const RefusalCode = [
  'ALREADY_DECIDED',
  'BAD_ACTIVATION_CODE',
  'BAD_CREDENTIALS',
  'BAD_SECOND_FACTOR',
  'BANK_REFERENCE_USED',
  'CAPACITY_MIXED',
  'CEILING_REACHED',
  'CHANGED_SINCE',
  'DUPLICATE_CLAIM',
  'ENTERPRISE_ENDED',
  'ENTERPRISE_EXISTS',
  'EVIDENCE_CONTESTED',
  'EXCLUDED',
  'INVALID_INPUT',
  'LAST_ADMINISTRATOR',
  'LIMIT_IN_FORCE',
  'NOTHING_TO_PAY',
  'NOTICE_NOT_GIVEN',
  'NOT_FOUND',
  'NOT_YOUR_OFFICE',
  'NOT_YOUR_TURN',
  'NO_ACCOUNT',
  'OBJECTION_OPEN',
  'PROPOSAL_OPEN',
  'PUBLICITY_NOT_OVER',
  'RECOGNITION_ENDED',
  'RECUSED',
  'SAME_PERSON',
  'SIGN_IN_LAPSED',
  'TOO_MANY_ATTEMPTS',
  'TRY_AGAIN',
  'UNKNOWN_ENTERPRISE',
  'USERNAME_TAKEN',
  'WRONG_JURISDICTION',
] as const;
export type RefusalCode = (typeof RefusalCode)[number];

export const RegisterEditionStanding = [
  'EXPIRED',
  'IN_FORCE',
  'LAPSED',
  'PROPOSED',
  'READING',
  'REFUSED',
  'REPLACED',
  'WITHDRAWN',
] as const;
export type RegisterEditionStanding = (typeof RegisterEditionStanding)[number];

export const RegisterStep = [
  'ACCEPTANCE',
  'DETERMINATION',
  'INSTRUCTION',
] as const;
export type RegisterStep = (typeof RegisterStep)[number];

export const ReturnTold = [
  'AGAIN',
  'FIRST',
  'LATE',
] as const;
export type ReturnTold = (typeof ReturnTold)[number];

export const Role = [
  'AUDITOR',
  'AUDIT_ADMINISTRATOR',
  'CLERK',
  'FINANCE',
  'REVIEWER',
  'SECURITY_ADMINISTRATOR',
  'SYSTEM_ADMINISTRATOR',
  'TREASURY',
] as const;
export type Role = (typeof Role)[number];

export const RoundStanding = [
  'CLOSED',
  'OPEN',
  'TO_COME',
] as const;
export type RoundStanding = (typeof RoundStanding)[number];

export const RouteStepKind = [
  'APPROVAL',
  'AUDIT',
  'COLLECTIVE',
  'FIRST_REVIEW',
  'JOINT_REVIEW',
  'PANEL',
  'RE_EXAMINATION',
  'SETTLEMENT',
  'SITE_VISIT',
] as const;
export type RouteStepKind = (typeof RouteStepKind)[number];

export const SecurityEventKind = [
  'ACCOUNT_ACTIVATED',
  'ACCOUNT_READ',
  'ACTIVATION_CODE_DRAWN',
  'ACTIVATION_FAILED',
  'API_KEY_REFUSED',
  'CONTACT_READ',
  'CREDENTIALS_SEALED',
  'EXPORT',
  'FILE_READ',
  'IDENTITY_LINKED',
  'IDENTITY_LINK_REFUSED',
  'IDENTITY_UNLINKED',
  'LOG_PRUNED',
  'OBJECTOR_READ',
  'PASSWORD_CHANGED',
  'PASSWORD_PRINTED',
  'PERMISSION_REFUSED',
  'RECORD_VERIFIED',
  'RECOVERY_CODES_RENEWED',
  'SECOND_FACTOR_ENROLLED',
  'SECOND_FACTOR_FAILED',
  'SECOND_FACTOR_RECOVERY_USED',
  'SECOND_FACTOR_USED',
  'SESSION_ENDED',
  'SIGNED_IN',
  'SIGNED_OUT',
  'SIGN_IN_FAILED',
  'SIGN_IN_THROTTLED',
] as const;
export type SecurityEventKind = (typeof SecurityEventKind)[number];

export const SortDirection = [
  'ASC',
  'DESC',
] as const;
export type SortDirection = (typeof SortDirection)[number];

export const StepOutcome = [
  'AGREE',
  'CONDITIONS',
  'DISAGREE',
] as const;
export type StepOutcome = (typeof StepOutcome)[number];

export const StepSampling = [
  'DRAWN',
  'NOT_DRAWN',
  'UNDECIDED',
] as const;
export type StepSampling = (typeof StepSampling)[number];

export const SubjectRule = [
  'DERIVED',
  'GIVEN',
  'NONE',
] as const;
export type SubjectRule = (typeof SubjectRule)[number];

export const SuspensionGround = [
  'EXPERTS',
  'INSPECTION',
] as const;
export type SuspensionGround = (typeof SuspensionGround)[number];

export const TraceStepKind = [
  'BASE',
  'CONDITION',
  'EARLIER_GRANTS',
  'ITEM_CAP',
  'JOINT_YEAR_CAP',
  'JURISDICTION',
  'OUTCOME',
  'OVERLAP',
  'PERIOD',
  'POOL',
  'QUOTA',
  'SPLIT',
  'TOTAL_CAP',
  'YEAR_CAP',
] as const;
export type TraceStepKind = (typeof TraceStepKind)[number];

export const UpheldStep = [
  'DETERMINATION',
  'REJECTION',
  'RESUBMISSION',
  'REVIEW',
] as const;
export type UpheldStep = (typeof UpheldStep)[number];

export const UserSortField = [
  'DISPLAY_NAME',
  'USERNAME',
] as const;
export type UserSortField = (typeof UserSortField)[number];

export const VerificationCheck = [
  'COMMAND',
  'CREDENTIALS',
  'DETERMINATION',
  'DRAW',
  'ENTITLEMENT',
  'EVENT',
  'FILE',
  'GUARD',
  'HEAD',
  'OFFICIAL',
  'PERSONAL_DATA',
  'READ_TABLE',
  'SECURITY_LOG',
  'SESSION',
  'STREAM',
  'VERIFICATION',
] as const;
export type VerificationCheck = (typeof VerificationCheck)[number];

export const WaitingCount = [
  'CAUTIOUS',
  'NONE',
  'SCHEDULE',
] as const;
export type WaitingCount = (typeof WaitingCount)[number];
