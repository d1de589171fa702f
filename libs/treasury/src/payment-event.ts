import { divisionSchema, eventSchema, plainDateSchema, usccSchema, yuanSchema } from '@duixian/casework';
import { z } from 'zod';

const paymentSchema = z.object({ payment: z.string(), claim: z.string() });

export const paymentEventSchema = z.discriminatedUnion('type', [
  eventSchema(
    'PaymentInstructed',
    paymentSchema.extend({
      uscc: usccSchema,
      /** Name of the enterprise that is paid. */
      payee: z.string(),
      payer: divisionSchema,
      amount: yuanSchema,
      /** Measure that is the legal basis of this line. */
      basis: z.string(),
    }),
  ),
  eventSchema('PaymentConfirmed', paymentSchema.extend({ bankReference: z.string(), paidOn: plainDateSchema })),
  eventSchema('PaymentReturned', paymentSchema.extend({ reason: z.string() })),
  eventSchema('PaymentReinstructed', paymentSchema),
]);

/** What happens to a payment, in the stream `payment-<claim>-<payer>`. */
export type PaymentEvent = z.infer<typeof paymentEventSchema>;
export type PaymentEventType = PaymentEvent['type'];
