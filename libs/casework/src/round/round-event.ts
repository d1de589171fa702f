import { bilingualSchema } from '@duixian/policy';
import { z } from 'zod';
import { divisionSchema, eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { agreedSchema, proposedSchema, refusedSchema, withdrawnSchema } from '../common/proposal.js';

/** When the claims of a round are determined: as they come (即审即兑), or once it is over (期满统一兑付). */
export const PAY_RULES = ['first-come', 'at-the-end'] as const;
export type PayRule = (typeof PAY_RULES)[number];

/** What a round (申报批次) is, as it is proposed. Days are those of Beijing, first and last included. */
export const roundTermsSchema = z.object({
  policy: z.string(),
  /** Its own within the document: 2026-1. */
  number: z.string(),
  name: bilingualSchema,
  /** Ids of the clauses within the document. */
  clauses: z.array(z.string()).min(1),
  opens: plainDateSchema,
  closes: plainDateSchema,
  /** Between which days the matters happened that are claimed in it (所属期). */
  occurredFrom: plainDateSchema,
  occurredTo: plainDateSchema,
  pays: z.enum(PAY_RULES),
  /** Whose department opens it: the lead department of its clauses. */
  division: divisionSchema,
  department: z.string(),
});
export type RoundTerms = z.infer<typeof roundTermsSchema>;

const ofPolicySchema = z.object({ policy: z.string() });

export const roundEventSchema = z.discriminatedUnion('type', [
  eventSchema('RoundProposed', proposedSchema.extend(roundTermsSchema.shape)),
  eventSchema(
    'RoundExtensionProposed',
    proposedSchema.extend({
      ...ofPolicySchema.shape,
      /** Its number. */
      number: z.string(),
      /** Its last day from then on. */
      closes: plainDateSchema,
      reason: z.string(),
    }),
  ),
  eventSchema('RoundAgreed', agreedSchema.extend(ofPolicySchema.shape)),
  eventSchema('RoundRefused', refusedSchema.extend(ofPolicySchema.shape)),
  eventSchema('RoundWithdrawn', withdrawnSchema.extend(ofPolicySchema.shape)),
]);

/** What happens to the rounds of a document, in the stream `rounds-<policy>`. A round closes by its last day alone. */
export type RoundEvent = z.infer<typeof roundEventSchema>;

/** The round in which a claim was submitted, as its submission has it. */
export const claimRoundSchema = z.object({
  /** See {@link roundId}. */
  id: z.string(),
  name: bilingualSchema,
});
export type ClaimRound = z.infer<typeof claimRoundSchema>;

/** How a round is named in a city: by its document and its number there. */
export function roundId({ policy, number }: Pick<RoundTerms, 'policy' | 'number'>): string {
  return `${policy}/${number}`;
}

/** The document of a round, by its id; null when the text is no round's id. */
export function policyOfRound(id: string): string | null {
  const slash = id.lastIndexOf('/');
  return slash < 1 ? null : id.slice(0, slash);
}
