import { z } from 'zod';
import { type CommandDocument, edit } from '../api/command.js';
import { graphql } from '../api/document.js';
import { outcome, refusalFields } from '../api/refusals.js';

const accountFields =
  'passwordSetAt secondFactorSince recoveryCodesLeft sessions { id begunAt usedAt address agent current }';

const ownSession = z.object({
  id: z.string(),
  begunAt: z.string(),
  usedAt: z.string(),
  address: z.string().nullable(),
  agent: z.string().nullable(),
  current: z.boolean(),
});
export type OwnSession = z.infer<typeof ownSession>;

const account = z.object({
  passwordSetAt: z.string(),
  secondFactorSince: z.string().nullable(),
  recoveryCodesLeft: z.number(),
  sessions: z.array(ownSession),
});
export type Account = z.infer<typeof account>;

export const accountDocument = graphql()(
  `query MyAccount { myAccount { ${accountFields} } }`,
  z.object({ myAccount: account }),
);

export const endSessionDocument = graphql<{ id: string }>()(
  `mutation EndSession($id: ID!) { endSession(id: $id) { ${accountFields} } }`,
  z.object({ endSession: account }),
);

export const endOtherSessionsDocument = graphql()(
  `mutation EndOtherSessions { endOtherSessions { ${accountFields} } }`,
  z.object({ endOtherSessions: account }),
);

export const changePassword = edit<{ currentPassword: string; newPassword: string }>()('changePassword', {
  type: 'Session',
  fields: 'user { id }',
  value: z.object({ user: z.object({ id: z.string() }) }),
});

/** By which one proves oneself once more. */
export interface OwnProof {
  currentPassword: string;
  code: string | null;
}

const offer = z.object({ secret: z.string(), uri: z.string() });
export type Offer = z.infer<typeof offer>;

const recoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof recoveryCodes>;

function proven<Value>(name: string, selection: string, value: z.ZodType<Value>): CommandDocument<OwnProof, Value> {
  const operation = name.charAt(0).toUpperCase() + name.slice(1);
  const text = `mutation ${operation}($input: OwnProofInput!) {
    result: ${name}(input: $input) { ${selection} ${refusalFields} }
  }`;
  return { ...graphql<object>()(text, z.object({ result: outcome(value) })), variablesOf: (input) => ({ input }) };
}

export const offerSecondFactor = proven('offerSecondFactor', '... on SecondFactorOffer { secret uri }', offer);
export const renewRecoveryCodes = proven('renewRecoveryCodes', '... on RecoveryCodes { codes }', recoveryCodes);

export const enrolSecondFactor: CommandDocument<string, RecoveryCodes> = {
  ...graphql<object>()(
    `mutation EnrolSecondFactor($code: String!) {
      result: enrolSecondFactor(code: $code) { ... on RecoveryCodes { codes } ${refusalFields} }
    }`,
    z.object({ result: outcome(recoveryCodes) }),
  ),
  variablesOf: (code) => ({ code }),
};
