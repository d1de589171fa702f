import { divisionSchema, eventSchema, eventSchemaAt, plainDateSchema, usccSchema, yuanSchema } from '@duixian/casework';
import { accountRefSchema } from '@duixian/registry';
import { z } from 'zod';

const paymentSchema = z.object({ payment: z.string(), claim: z.string() });

/** Where the money shall go, and for the how manieth time (1, 2 …). Version 1 of the events named neither. */
const aimSchema = z.object({
  /** The account in force on the day; a later change does not touch it. Null in what version 1 recorded. */
  account: accountRefSchema.nullable(),
  /** Null in a reinstruction that version 1 recorded: whoever folds the payment counts it. */
  attempt: z.int().min(1).nullable(),
});

export const paymentEventSchema = z.discriminatedUnion('type', [
  eventSchemaAt(
    2,
    'PaymentInstructed',
    paymentSchema.extend({
      uscc: usccSchema,
      /** Name of the enterprise on the day. */
      payee: z.string(),
      payer: divisionSchema,
      amount: yuanSchema,
      /** Measure that is the legal basis of this line. */
      basis: z.string(),
      ...aimSchema.shape,
    }),
  ),
  eventSchema('PaymentConfirmed', paymentSchema.extend({ bankReference: z.string(), paidOn: plainDateSchema })),
  // The day on which the money came back; null in what version 1 recorded, which knew no return after the payment.
  eventSchemaAt(
    2,
    'PaymentReturned',
    paymentSchema.extend({ reason: z.string(), returnedOn: plainDateSchema.nullable() }),
  ),
  // The name of the enterprise on the day; null in what version 2 recorded, where it stays that of the instruction before.
  eventSchemaAt(3, 'PaymentReinstructed', paymentSchema.extend({ payee: z.string().nullable(), ...aimSchema.shape })),
]);

/** What happens to a payment, in the stream `payment-<claim>-<payer>`. */
export type PaymentEvent = z.infer<typeof paymentEventSchema>;
export type PaymentEventType = PaymentEvent['type'];
