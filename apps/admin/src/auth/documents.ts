import { type ResultOf, graphql } from '../api/graphql.js';
import { division } from '../api/fragments.js';
import { refusal } from '../api/refusals.js';

export const userFields = graphql(
  `fragment User on User {
    id tenant username displayName division { ...Division } department roles disabled permissions
  }`,
  [division],
);
export type User = ResultOf<typeof userFields>;

/** With what has to be done before anything else is served: the password changed, or a second factor enrolled. */
export const meDocument = graphql('query Me { me { ...User } myAccount { demand } }', [userFields]);

export const loginDocument = graphql(
  `mutation Login($username: String!, $password: String!) {
    login(username: $username, password: $password) {
      ... on Session { user { id } } ... on SecondFactorNeeded { ticket } ...Refusal
    }
  }`,
  [refusal],
);

export const answerSecondFactorDocument = graphql(
  `mutation AnswerSecondFactor($ticket: String!, $code: String!) {
    login: answerSecondFactor(ticket: $ticket, code: $code) { ... on Session { user { id } } ...Refusal }
  }`,
  [refusal],
);

/** The first sign-in, or the one after a reset. */
export const activateAccountDocument = graphql(
  `mutation ActivateAccount($input: ActivateAccountInput!) {
    login: activateAccount(input: $input) {
      ... on Session { user { id } }
      ... on SecondFactorNeeded { ticket }
      ...Refusal
    }
  }`,
  [refusal],
);

export const logoutDocument = graphql('mutation Logout { logout }');

/** What may be known before logging in: whether this is a demonstration, with which accounts, and how else one signs in. */
export const publicInfoDocument = graphql(
  'query PublicInfo { publicInfo { demo demoAccounts { username role } identityProvider } }',
);
