import { eventParser, type Decision } from '@duixian/casework';
import { z } from 'zod';
import { accountEventSchema } from './account-event.js';
import { contactEventSchema } from './contact-event.js';

export const registryEventSchema = z.discriminatedUnion('type', [accountEventSchema, contactEventSchema]);

/** Every event of the registry. */
export type RegistryEvent = z.infer<typeof registryEventSchema>;

/** What a decision of the registry brings about. */
export type RegistryDecision = Decision<RegistryEvent>;

/** The edge where stored JSON becomes types. Each throws EventFormatError. */
export const parseAccountEvent = eventParser(accountEventSchema);
export const parseContactEvent = eventParser(contactEventSchema);
