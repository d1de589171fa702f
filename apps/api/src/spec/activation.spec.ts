import { randomUUID } from 'node:crypto';
import { hashPassword } from '../identity/password/password.js';
import { PasswordWork } from '../identity/password/password-work.js';
import { Passwords } from '../identity/password/passwords.js';
import type { Api, Official } from './api.spec.js';
import { ask } from './queries.spec.js';

const DRAW = `mutation ($official: ID!) { drawActivationCode(official: $official) {
  __typename ... on ActivationCodeHalf { half expiresAt } ... on Refusal { code } } }`;
const ACTIVATE = `mutation ($input: ActivateAccountInput!) { activateAccount(input: $input) {
  __typename ... on Session { token user { username } } ... on SecondFactorNeeded { ticket }
  ... on Refusal { code } ... on InvalidInput { problems { field } } } }`;

/** What the drawing of a half answered. */
export interface Drawn {
  readonly __typename: string;
  readonly half: string;
  /** Why there is none. */
  readonly code: string;
}

/** What an activation answered. */
export interface Activated {
  readonly __typename: string;
  readonly token: string;
  readonly ticket: string;
  readonly code: string;
  readonly problems: readonly { readonly field: string }[];
}

/** Hashed so cheaply, as the hash itself says, that a spec can choose passwords often. */
const CHEAP = { n: 1024, r: 8, p: 1 };

export function choosePasswordsCheaply(api: Api): void {
  api.app.get(PasswordWork).hash = (password) => hashPassword(password, CHEAP);
  api.app.get(Passwords).unknown = () => hashPassword(randomUUID(), CHEAP);
}

export async function draw(api: Api, by: Official, official: string): Promise<Drawn> {
  return (await ask(api, by, DRAW, { official })).drawActivationCode as Drawn;
}

export async function activate(
  api: Api,
  username: string,
  halves: readonly string[],
  newPassword: string,
): Promise<Activated> {
  const [firstHalf = '', secondHalf = ''] = halves;
  const { data } = await api.post(null, ACTIVATE, { input: { username, firstHalf, secondHalf, newPassword } });
  return data?.activateAccount as Activated;
}
