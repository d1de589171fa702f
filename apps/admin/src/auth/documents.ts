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

export const meDocument = graphql()(`query Me { me { ${userFields} } }`, z.object({ me: user }));

const loginResult = z.union([
  z.object({ user }).transform((session) => ({ done: true as const, user: session.user })),
  z.object({ message: bilingual }).transform(({ message }) => ({ done: false as const, message })),
]);

export const loginDocument = graphql<{ username: string; password: string }>()(
  `mutation Login($username: String!, $password: String!) {
    login(username: $username, password: $password) {
      ... on Session { user { ${userFields} } }
      ... on Refusal { message { zh en } }
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
