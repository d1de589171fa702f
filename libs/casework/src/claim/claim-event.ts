import { publicityUnitSchema } from '@duixian/policy';
import { z } from 'zod';
import { divisionSchema, eventSchema, eventSchemaAt, yuanSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { usccSchema } from '../common/uscc.js';
import { evidenceRefSchema } from '../evidence/evidence-ref.js';
import { evidenceDocumentSchema } from '../evidence/invoice.js';
import { determinationSchema } from './determination.js';
import { factsSchema } from './facts.js';

const applicationSchema = z.object({
  /** Division the enterprise belonged to when the matter occurred. */
  division: divisionSchema,
  policyVersion: z.string(),
  occurredOn: plainDateSchema,
  /** Named by the claimant; null where the measure has none or derives it. */
  subject: z.string().nullable(),
  facts: factsSchema,
  requestedAmount: yuanSchema,
  evidence: z.array(evidenceDocumentSchema),
});

const submittedSchema = applicationSchema.extend({
  claim: z.string(),
  uscc: usccSchema,
  enterpriseName: z.string(),
  measure: z.string(),
  year: z.int(),
});

/** Documents that other live claims rest on too, and those claims: the review waits until one gives way. */
const heldSchema = z.object({ evidence: z.array(evidenceRefSchema), claims: z.array(z.string()) });

const reviewSchema = z.object({
  opinion: z.string(),
  agreedAmount: yuanSchema.nullable(),
  /** Why claims whose subjects have almost the same name are other matters; null where there was none. */
  distinction: z.object({ claims: z.array(z.string()), reason: z.string() }).nullable(),
});

/** 公示: shown from one day to another, both included. */
const publicitySchema = z.object({
  from: plainDateSchema,
  until: plainDateSchema,
  days: z.int(),
  /** In what the days are counted. */
  unit: publicityUnitSchema,
  /** Days that the rule of the clause asks for; null where none was looked at. */
  least: z.int().nullable(),
});

const reasonSchema = z.object({ reason: z.string() });

export const claimEventSchema = z.discriminatedUnion('type', [
  // Until version 2 an invoice was a number only, whose form nobody checked.
  eventSchemaAt(2, 'ClaimSubmitted', submittedSchema),
  eventSchemaAt(2, 'ClaimResubmitted', applicationSchema),
  eventSchema('ClaimAccepted', z.object({ held: heldSchema.nullable() })),
  eventSchema('ClaimReturned', reasonSchema),
  // Where the clause sets no limit, the first of two reviewers; the second one's is ClaimReviewed.
  eventSchema('ClaimFirstReviewed', reviewSchema),
  // Until version 2 nobody said a word of subjects of almost the same name.
  eventSchemaAt(2, 'ClaimReviewed', reviewSchema),
  eventSchema('ClaimRejected', reasonSchema),
  eventSchema('ClaimWithdrawn', reasonSchema),
  eventSchema('ClaimDetermined', determinationSchema),
  eventSchema('ClaimDeclined', determinationSchema),
  // Until version 2 finance stated any number of days of the calendar.
  eventSchemaAt(2, 'DeterminationPublicised', publicitySchema),
  eventSchema('PaymentsInstructed', z.object({ payments: z.array(z.string()) })),
  eventSchema('ClaimPaid', z.object({})),
  // What the bank returned shall not be paid any more: one official of finance proposes it, another agrees or refuses.
  eventSchema('ClaimSettlementProposed', reasonSchema),
  eventSchema('ClaimSettled', z.object({ paid: yuanSchema, givenUp: yuanSchema })),
  eventSchema('ClaimSettlementRefused', reasonSchema),
  // The bank sent one of its payments back after it was paid or settled.
  eventSchema('ClaimReopened', reasonSchema.extend({ payment: z.string() })),
]);

/** What happens to a claim, in the stream `claim-<id>`. */
export type ClaimEvent = z.infer<typeof claimEventSchema>;
export type ClaimEventType = ClaimEvent['type'];
/** What the enterprise states; resubmitting states it anew. */
export type Application = z.infer<typeof applicationSchema>;
