import { payeeKindSchema } from '@duixian/policy';
import { z } from 'zod';
import { divisionSchema, eventSchema, eventSchemaAt, yuanSchema } from '../common/event-schema.js';
import { usccSchema } from '../common/uscc.js';
import { fundingLineSchema } from '../claim/determination.js';
import { closureSchema } from '../enterprise/change-event.js';

/** A funding line with the guards on which its amount is reserved: whoever releases or posts it moves just these. */
const reservedLineSchema = fundingLineSchema.extend({ accounts: z.array(z.string()) });

const grantSchema = z.object({
  claim: z.string(),
  measure: z.string(),
  year: z.int(),
  /** Null on measures of any other basis than subject. */
  subject: z.string().nullable(),
});

export const entitlementEventSchema = z.discriminatedUnion('type', [
  // Until version 2 nobody said whose gain it is: the enterprise's.
  eventSchemaAt(
    2,
    'GrantReserved',
    grantSchema.extend({
      /** A loan limit is no payment and reserves nothing. */
      kind: z.literal('grant'),
      /** Sum of the lines. */
      amount: yuanSchema,
      lines: z.array(reservedLineSchema),
      /** Guard of the year's quota of which the claim takes one place; null where there is none. */
      quota: z.string().nullable(),
      policyVersion: z.string(),
      /** Whose gain it is by that version: the enterprise's, or a natural person's to whom it passes the money on. */
      payee: payeeKindSchema,
    }),
  ),
  eventSchema('GrantReleased', grantSchema.extend({ payer: divisionSchema, amount: yuanSchema, reason: z.string() })),
  // The enterprise ended: from here on nothing is granted to it, and whoever goes on in its place takes this along.
  eventSchema('EntitlementClosed', closureSchema.extend({ uscc: usccSchema })),
  // It ended by mistake, and lives on.
  eventSchema('EntitlementReopened', z.object({ uscc: usccSchema })),
  // In the stream of each successor, which is decided on anew whoever was about to grant it something.
  eventSchema('EntitlementInherited', z.object({ uscc: usccSchema, predecessor: usccSchema })),
  // That one lives on: what it was granted counts for the successor no longer.
  eventSchema('EntitlementDisinherited', z.object({ uscc: usccSchema, predecessor: usccSchema })),
]);

/** What an enterprise is granted or loses again, in the stream `entitlement-<uscc>`. */
export type EntitlementEvent = z.infer<typeof entitlementEventSchema>;
/** An event that grants something or takes it back. */
export type GrantEvent = Extract<EntitlementEvent, { type: 'GrantReserved' | 'GrantReleased' }>;
export type GrantReserved = Extract<EntitlementEvent, { type: 'GrantReserved' }>;
export type ReservedLine = z.infer<typeof reservedLineSchema>;
