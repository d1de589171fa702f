import type { AssignmentEvent } from './assignment/assignment-event.js';
import type { BatchEvent } from './batch/batch-event.js';
import type { ClaimEvent } from './claim/claim-event.js';
import type { CommentEvent } from './comment/comment-event.js';
import type { Decision } from './common/decision.js';
import type { CorrectionEvent } from './correction/correction-event.js';
import type { DelegationEvent } from './delegation/delegation-event.js';
import type { DepartmentEvent } from './department/department-event.js';
import type { EnterpriseEvent } from './enterprise/enterprise.js';
import type { EntitlementEvent } from './entitlement/entitlement-event.js';
import type { EvidenceEvent } from './evidence/evidence.js';
import type { ExclusionEvent } from './exclusion/exclusion-event.js';
import type { EditionEvent, RegisterEvent } from './exclusion/register-event.js';
import type { FileEvent } from './file/file-event.js';
import type { PolicyVersionEvent } from './policy-version/policy-version-event.js';
import type { RecognitionEvent } from './recognition/recognition-event.js';
import type { RecusalEvent } from './recusal/recusal-event.js';
import type { RoundEvent } from './round/round-event.js';
import type { SampleEvent } from './sample/sample-event.js';

/** Every event of casework. */
export type CaseworkEvent =
  | ClaimEvent
  | EntitlementEvent
  | EvidenceEvent
  | EnterpriseEvent
  | CorrectionEvent
  | PolicyVersionEvent
  | RecognitionEvent
  | RoundEvent
  | SampleEvent
  | BatchEvent
  | AssignmentEvent
  | CommentEvent
  | FileEvent
  | DelegationEvent
  | RecusalEvent
  | DepartmentEvent
  | RegisterEvent
  | EditionEvent
  | ExclusionEvent;

/** What a decision of casework brings about. */
export type CaseworkDecision = Decision<CaseworkEvent>;
