import { z } from 'zod';
import { maskedAccount, maskedAccountFields } from '../enterprises/account-shapes.js';
import { bilingual, division, divisionFields, money } from '../api/shapes.js';

export const paymentStatus = z.enum(['INSTRUCTED', 'PAID', 'RETURNED']);
export type PaymentStatus = z.infer<typeof paymentStatus>;

export const paymentActionName = z.enum(['CONFIRM', 'RETURN', 'REINSTRUCT']);
export type PaymentActionName = z.infer<typeof paymentActionName>;

export const payment = z.object({
  id: z.string(),
  claim: z.object({ id: z.string() }),
  enterprise: z.object({ uscc: z.string(), name: z.string() }),
  payer: division,
  amount: money,
  basis: z.string(),
  status: paymentStatus,
  payeeAccount: maskedAccount.nullable(),
  attempt: z.number(),
  returnedOn: z.string().nullable(),
  instructedOn: z.string(),
  settledOn: z.string().nullable(),
  bankReference: z.string().nullable(),
  returnReason: z.string().nullable(),
  actions: z.array(z.object({ action: paymentActionName, allowed: z.boolean(), refusal: bilingual.nullable() })),
});
export type Payment = z.infer<typeof payment>;

export const paymentFields = `
  id claim { id } enterprise { uscc name } payer { ${divisionFields} } amount basis status
  payeeAccount { ${maskedAccountFields} } attempt returnedOn
  instructedOn settledOn bankReference returnReason actions { action allowed refusal { zh en } }
`;
