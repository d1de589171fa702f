import { z } from 'zod';
import { divisionSchema, eventSchema } from '../common/event-schema.js';
import { plainDateSchema } from '../common/plain-date.js';
import { agreedSchema, proposedSchema, refusedSchema, withdrawnSchema } from '../common/proposal.js';
import { usccSchema } from '../common/uscc.js';

/** A licence (营业执照 or certificate of registration) as evidence of the code on it. */
export const licenceSchema = z.object({ number: z.string(), issuedOn: plainDateSchema });
export type Licence = z.infer<typeof licenceSchema>;

export const registrationEventSchemas = [
  eventSchema(
    'RegistrationProposed',
    proposedSchema.extend({ uscc: usccSchema, name: z.string(), division: divisionSchema, licence: licenceSchema }),
  ),
  // Stands before the EnterpriseRegistered that it brings about.
  eventSchema('RegistrationAgreed', agreedSchema),
  eventSchema('RegistrationRefused', refusedSchema),
  eventSchema('RegistrationWithdrawn', withdrawnSchema),
] as const;
export type RegistrationEvent = z.infer<(typeof registrationEventSchemas)[number]>;
