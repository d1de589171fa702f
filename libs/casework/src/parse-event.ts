import { z } from 'zod';
import { assignmentEventSchema } from './assignment/assignment-event.js';
import { batchEventSchema } from './batch/batch-event.js';
import { claimEventSchema } from './claim/claim-event.js';
import { commentEventSchema } from './comment/comment-event.js';
import { correctionEventSchema } from './correction/correction-event.js';
import { delegationEventSchema } from './delegation/delegation-event.js';
import { departmentEventSchema } from './department/department-event.js';
import { enterpriseEventSchema } from './enterprise/enterprise.js';
import { entitlementEventSchema } from './entitlement/entitlement-event.js';
import { evidenceEventSchema } from './evidence/evidence.js';
import { exclusionEventSchema } from './exclusion/exclusion-event.js';
import { editionEventSchema, registerEventSchema } from './exclusion/register-event.js';
import { fileEventSchema } from './file/file-event.js';
import { policyVersionEventSchema } from './policy-version/policy-version-event.js';
import { recognitionEventSchema } from './recognition/recognition-event.js';
import { recusalEventSchema } from './recusal/recusal-event.js';
import { roundEventSchema } from './round/round-event.js';
import { sampleEventSchema } from './sample/sample-event.js';

/** An event as the log gives it: its type and version say what its data must be. */
export interface StoredEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredOn: string;
  readonly data: unknown;
  readonly meta: unknown;
}

export const caseworkEventSchema = z.discriminatedUnion('type', [
  claimEventSchema,
  entitlementEventSchema,
  evidenceEventSchema,
  enterpriseEventSchema,
  correctionEventSchema,
  policyVersionEventSchema,
  recognitionEventSchema,
  roundEventSchema,
  sampleEventSchema,
  batchEventSchema,
  assignmentEventSchema,
  commentEventSchema,
  fileEventSchema,
  delegationEventSchema,
  recusalEventSchema,
  departmentEventSchema,
  registerEventSchema,
  editionEventSchema,
  exclusionEventSchema,
]);

/** A stored event is not what its type and version promise: the log, or this version of the program, is wrong. */
export class EventFormatError extends Error {
  constructor(event: StoredEvent, cause: z.ZodError) {
    super(`Event ${event.type} (schema version ${event.schemaVersion}) cannot be read: ${z.prettifyError(cause)}`);
    this.name = 'EventFormatError';
  }
}

/** Makes a parser out of a schema of events. It throws EventFormatError. */
export function eventParser<Event>(schema: z.ZodType<Event>): (stored: StoredEvent) => Event {
  return (stored) => {
    const parsed = schema.safeParse(stored);
    if (!parsed.success) throw new EventFormatError(stored, parsed.error);
    return parsed.data;
  };
}

/** The edge where stored JSON becomes types. Each throws EventFormatError. */
export const parseCaseworkEvent = eventParser(caseworkEventSchema);
export const parseClaimEvent = eventParser(claimEventSchema);
export const parseEntitlementEvent = eventParser(entitlementEventSchema);
export const parseEvidenceEvent = eventParser(evidenceEventSchema);
export const parseEnterpriseEvent = eventParser(enterpriseEventSchema);
export const parseDepartmentEvent = eventParser(departmentEventSchema);
export const parseCorrectionEvent = eventParser(correctionEventSchema);
export const parsePolicyVersionEvent = eventParser(policyVersionEventSchema);
export const parseAssignmentEvent = eventParser(assignmentEventSchema);
export const parseCommentEvent = eventParser(commentEventSchema);
export const parseFileEvent = eventParser(fileEventSchema);
export const parseDelegationEvent = eventParser(delegationEventSchema);
export const parseRecusalEvent = eventParser(recusalEventSchema);
export const parseRecognitionEvent = eventParser(recognitionEventSchema);
export const parseRoundEvent = eventParser(roundEventSchema);
export const parseBatchEvent = eventParser(batchEventSchema);
export const parseSampleEvent = eventParser(sampleEventSchema);
export const parseRegisterEvent = eventParser(registerEventSchema);
export const parseEditionEvent = eventParser(editionEventSchema);
export const parseExclusionEvent = eventParser(exclusionEventSchema);
