import { caseworkEventSchema, eventParser } from '@duixian/casework';
import { machineEventSchema, officialEventSchema } from '@duixian/office';
import { registryEventSchema } from '@duixian/registry';
import { z } from 'zod';
import { paymentEventSchema } from './payment-event.js';

/** The edge where stored JSON becomes types. Each throws EventFormatError. */
export const parsePaymentEvent = eventParser(paymentEventSchema);
export const domainEventSchema = z.discriminatedUnion('type', [
  caseworkEventSchema,
  machineEventSchema,
  officialEventSchema,
  registryEventSchema,
  paymentEventSchema,
]);
/** Any event of the domain, for those who follow the whole log. */
export const parseEvent = eventParser(domainEventSchema);
