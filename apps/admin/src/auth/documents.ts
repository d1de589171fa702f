import { z } from 'zod';
import { graphql } from '../api/document.js';
import { bilingual, division, divisionFields } from '../api/shapes.js';

export const role = z.enum([
  'CLERK',
  'REVIEWER',
  'FINANCE',
  'TREASURY',
  'AUDITOR',
  'SYSTEM_ADMINISTRATOR',
  'SECURITY_ADMINISTRATOR',
  'AUDIT_ADMINISTRATOR',
]);
export type Role = z.infer<typeof role>;

export const userFields = `id tenant username displayName division { ${divisionFields} } department roles disabled permissions`;

export const user = z.object({
  id: z.string(),
  tenant: z.string(),
  username: z.string(),
  displayName: z.string(),
  division,
  department: z.string().nullable(),
  roles: z.array(role),
  disabled: z.boolean(),
  /** What his roles permit him to ask for; whether his office is the right one is decided case by case. */
  permissions: z.array(z.string()),
});
export type User = z.infer<typeof user>;

/** What has to be done before anything else is served: the password changed, or a second factor enrolled. */
export const accountDemand = z.enum(['PASSWORD', 'SECOND_FACTOR']).nullable();
export type AccountDemand = z.infer<typeof accountDemand>;

export const meDocument = graphql()(
  `query Me { me { ${userFields} } myAccount { demand } }`,
  z.object({ me: user, myAccount: z.object({ demand: accountDemand }) }),
);

/** A sign-in that is done, one that needs its second step, or a sentence that says why there is none. */
const loginResult = z.union([
  z.object({ user: z.object({ id: z.string() }) }).transform(() => ({ step: 'done' as const })),
  z.object({ ticket: z.string() }).transform(({ ticket }) => ({ step: 'second-factor' as const, ticket })),
  z
    .object({ code: z.string(), message: bilingual, problems: z.array(z.object({ message: bilingual })).optional() })
    .transform(({ code, message, problems }) => ({
      step: 'refused' as const,
      code,
      // What is wrong with the one field says more than that something is.
      message: problems?.[0]?.message ?? message,
    })),
]);

export const loginDocument = graphql<{ username: string; password: string }>()(
  `mutation Login($username: String!, $password: String!) {
    login(username: $username, password: $password) {
      ... on Session { user { id } }
      ... on SecondFactorNeeded { ticket }
      ... on Refusal { code message { zh en } }
    }
  }`,
  z.object({ login: loginResult }),
);

export const answerSecondFactorDocument = graphql<{ ticket: string; code: string }>()(
  `mutation AnswerSecondFactor($ticket: String!, $code: String!) {
    login: answerSecondFactor(ticket: $ticket, code: $code) {
      ... on Session { user { id } }
      ... on Refusal { code message { zh en } }
    }
  }`,
  z.object({ login: loginResult }),
);

export interface Activation {
  username: string;
  firstHalf: string;
  secondHalf: string;
  newPassword: string;
}

/** The first sign-in, or the one after a reset. */
export const activateAccountDocument = graphql<{ input: Activation }>()(
  `mutation ActivateAccount($input: ActivateAccountInput!) {
    login: activateAccount(input: $input) {
      ... on Session { user { id } }
      ... on SecondFactorNeeded { ticket }
      ... on Refusal { code message { zh en } }
      ... on InvalidInput { problems { message { zh en } } }
    }
  }`,
  z.object({ login: loginResult }),
);

export const logoutDocument = graphql()('mutation Logout { logout }', z.object({ logout: z.boolean() }));

/** What may be known before logging in: whether this is a demonstration, and with which accounts. */
export const publicInfoDocument = graphql()(
  'query PublicInfo { publicInfo { demo demoAccounts { username role } } }',
  z.object({
    publicInfo: z.object({
      demo: z.boolean(),
      demoAccounts: z.array(z.object({ username: z.string(), role })),
    }),
  }),
);
