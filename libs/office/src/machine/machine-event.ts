import {
  agreedSchema,
  divisionSchema,
  eventSchema,
  plainDateSchema,
  proposedSchema,
  refusedSchema,
  withdrawnSchema,
} from '@duixian/casework';
import { z } from 'zod';

/** What a machine may do beside signing in: a closed list, of which there is reading alone so far. */
export const MACHINE_ACTS = ['READ'] as const;
export type MachineAct = (typeof MACHINE_ACTS)[number];

/** What a machine may read: each is a closed set of the fields of the schema. */
export const MACHINE_READS = ['CLAIMS', 'PAYMENTS', 'ENTERPRISES', 'TOTALS'] as const;
export type MachineRead = (typeof MACHINE_READS)[number];

/** What two administrators agree to of a machine account. */
export const machineTermsSchema = z.object({
  name: z.string(),
  /** The unit that answers for it, and whom to call there. */
  owner: z.string(),
  purpose: z.string(),
  acts: z.array(z.enum(MACHINE_ACTS)),
  reads: z.array(z.enum(MACHINE_READS)),
  /** Each with all that lies in it; null: the whole city. */
  divisions: z.array(divisionSchema).nullable(),
  /** Ids of clauses; null: all of them. */
  measures: z.array(z.string()).nullable(),
  /** Last day on which its keys are taken. */
  endsOn: plainDateSchema,
  /** Requests in a minute. */
  perMinute: z.number().int(),
});
export type MachineTerms = z.infer<typeof machineTermsSchema>;

/** From which address the official worked; null where no network lies between. */
const addressed = { address: z.string().nullable() };

export const machineEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'MachineAccountProposed',
    proposedSchema.extend({
      terms: machineTermsSchema,
      reason: z.string(),
      /** The office in which it was proposed, as of officials' accounts. */
      proposedAs: z.enum(['system-administrator', 'security-administrator']),
      ...addressed,
    }),
  ),
  eventSchema('MachineAccountAgreed', agreedSchema.extend({ terms: machineTermsSchema, ...addressed })),
  eventSchema('MachineAccountRefused', refusedSchema.extend(addressed)),
  eventSchema('MachineAccountWithdrawn', withdrawnSchema.extend(addressed)),
  eventSchema('MachineAccountShut', z.object({ reason: z.string(), ...addressed })),
  eventSchema(
    'ApiKeyIssued',
    z.object({
      key: z.string(),
      /** SHA-256 of the whole key in hexadecimal: the key itself is kept nowhere. */
      hash: z.string(),
      issuedAt: z.string(),
      /** Until when the keys before it are still taken; an instant in ISO 8601. */
      othersEndAt: z.string(),
      ...addressed,
    }),
  ),
  eventSchema('ApiKeyRevoked', z.object({ key: z.string(), reason: z.string(), ...addressed })),
]);

/** What happens to the account of a machine, in the stream `machine-<id>`. */
export type MachineEvent = z.infer<typeof machineEventSchema>;
