import {
  agreedSchema,
  divisionSchema,
  eventSchema,
  eventSchemaAt,
  proposedSchema,
  refusedSchema,
  ROLES,
  withdrawnSchema,
} from '@duixian/casework';
import { z } from 'zod';

const roleSchema = z.enum(ROLES);
const officeSchema = z.object({
  displayName: z.string(),
  /** Of his office. */
  division: divisionSchema,
  department: z.string().nullable(),
});
const accountSchema = officeSchema.extend({ username: z.string(), roles: z.array(roleSchema) });

/** What is proposed for an account. Passwords stand outside the log: of one, the log says only that it was set. */
export const changeSchema = z.discriminatedUnion('kind', [
  accountSchema.extend({ kind: z.literal('opening') }),
  z.object({ kind: z.literal('roles'), roles: z.array(roleSchema) }),
  officeSchema.extend({ kind: z.literal('office') }),
  z.object({ kind: z.literal('password') }),
  z.object({ kind: z.literal('unlocking') }),
  z.object({ kind: z.literal('second-factor') }),
  z.object({ kind: z.literal('enabling') }),
]);

/** From which address the official worked; null where no network lies between. */
const addressed = { address: z.string().nullable() };

const proposingOfficeSchema = z.enum(['system-administrator', 'security-administrator']);

const proposed = proposedSchema.extend({
  change: changeSchema,
  reason: z.string(),
  /** Whose account it is, as he was called then. */
  username: z.string(),
  displayName: z.string(),
  /** The office in which it was proposed: the second person holds the other one, or both are of security. */
  proposedAs: proposingOfficeSchema,
  /** Other officials of the city whose names look the same, by username. */
  lookalikes: z.array(z.string()),
  ...addressed,
});
const agreed = agreedSchema.extend(addressed);

export const officialEventSchema = z.discriminatedUnion('type', [
  eventSchema('OfficialChangeProposed', proposed),
  eventSchema('OfficialChangeRefused', refusedSchema.extend(addressed)),
  eventSchema('OfficialChangeWithdrawn', withdrawnSchema.extend(addressed)),
  // A proposal that was agreed to; null for the first administrators, whom the installation itself lets in.
  eventSchema('AccountOpened', accountSchema.extend({ proposal: z.string().nullable(), ...addressed })),
  eventSchema('RolesGranted', agreed.extend({ before: z.array(roleSchema), roles: z.array(roleSchema) })),
  eventSchema('OfficeChanged', agreed.extend({ before: officeSchema, office: officeSchema })),
  eventSchema('PasswordSet', agreed),
  eventSchema('AccountUnlocked', agreed),
  eventSchema('SecondFactorReset', agreed),
  // Alone: by one administrator, of another kind than the one who had shut it. False in what version 1 recorded.
  eventSchemaAt(2, 'AccountEnabled', agreed.extend({ alone: z.boolean() })),
  // The office in which it was shut; null in what version 1 recorded, which did not say.
  eventSchemaAt(
    2,
    'AccountDisabled',
    z.object({ reason: z.string(), shutAs: proposingOfficeSchema.nullable(), ...addressed }),
  ),
  eventSchema(
    'AccountTakenOver',
    accountSchema.extend({
      /** What an earlier version had given him, which may be more than one person holds now. */
      found: z.array(z.string()),
      disabled: z.boolean(),
    }),
  ),
]);

/** What happens to the account of an official, in the stream `official-<user id>`. */
export type OfficialEvent = z.infer<typeof officialEventSchema>;
export type OfficialEventType = OfficialEvent['type'];
export type AccountChange = z.infer<typeof changeSchema>;
export type ChangeKind = AccountChange['kind'];
export type ProposingOffice = z.infer<typeof proposed>['proposedAs'];
