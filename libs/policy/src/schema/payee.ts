import { z } from 'zod';

import { interpretationSchema } from './primitives.js';

const payeeChannelSchema = z.enum(['trainingInstitution', 'employer']);
/** Who claims what a natural person is paid, and passes it on: a training institution (培训机构) or employer (用人单位). */
export type PayeeChannel = z.infer<typeof payeeChannelSchema>;

export const payeeKindSchema = z.enum(['enterprise', 'naturalPerson']);
/** Whose gain a grant is: the enterprise's that claims it, or a natural person's. */
export type PayeeKind = z.infer<typeof payeeKindSchema>;

/** Whose gain a clause's money is. It reaches a person through whoever claims it, and how that is read is said. */
export const payeeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('enterprise') }),
    z.strictObject({
      kind: z.literal('naturalPerson'),
      through: z.array(payeeChannelSchema).min(1),
      interpretation: interpretationSchema,
    }),
  ])
  .meta({ id: 'payee' });
