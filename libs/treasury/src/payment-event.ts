import {
  divisionSchema,
  eventSchema,
  eventSchemaAt,
  plainDateSchema,
  usccSchema,
  yuanSchema,
  type Capacity,
} from '@duixian/casework';
import type { Bilingual } from '@duixian/policy';
import { accountRefSchema } from '@duixian/registry';
import { z } from 'zod';
import type { PaymentStatus } from './payment-status.js';

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

/** What an event of a payment is called, in which capacity it is brought about, and where it leaves the payment. */
interface PaymentEventMeaning {
  readonly name: Bilingual;
  readonly by: Extract<Capacity, 'finance' | 'treasury'>;
  readonly leadsTo: PaymentStatus;
}

export const PAYMENT_EVENTS: Readonly<Record<PaymentEventType, PaymentEventMeaning>> = {
  PaymentInstructed: { name: { zh: '拨付指令', en: 'Treasury instructed' }, by: 'finance', leadsTo: 'instructed' },
  PaymentConfirmed: { name: { zh: '支付确认', en: 'Payment confirmed' }, by: 'treasury', leadsTo: 'paid' },
  PaymentReturned: { name: { zh: '银行退票', en: 'Returned by the bank' }, by: 'treasury', leadsTo: 'returned' },
  PaymentReinstructed: { name: { zh: '重新拨付', en: 'Reinstructed' }, by: 'finance', leadsTo: 'instructed' },
};
