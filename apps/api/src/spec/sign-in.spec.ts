import { hashPassword } from '../identity/password/password.js';
import type { Role } from '../identity/permission.js';
import type { Api, Official, Response as GraphqlResponse } from './api.spec.js';

const LOGIN = `mutation ($username: String!, $password: String!) {
  login(username: $username, password: $password) {
    __typename
    ... on Session { token user { username division { name } } }
    ... on SecondFactorNeeded { ticket }
    ... on Refusal { code }
    ... on TooManyAttempts { retryAfterSeconds }
  }
}`;

/** What a sign-in answered. */
export interface LoginAnswer {
  readonly __typename: string;
  readonly token: string;
  readonly ticket: string;
  readonly code: string;
  readonly retryAfterSeconds?: number;
}

export interface SignedIn {
  readonly answer: LoginAnswer;
  /** Each as the server set it. */
  readonly cookies: readonly string[];
}

/** Hashed so cheaply, as the hash itself says, that a spec can sign in often. */
const CHEAP = { n: 1024, r: 8, p: 1 };

/** The door of the system, as somebody sees it who is not signed in. */
export class SignIn {
  /** @param api by which accounts are made; none for a door that only somebody else's accounts go through. */
  constructor(
    readonly url: string,
    private readonly api: Api | null = null,
  ) {}

  static async at(api: Api): Promise<SignIn> {
    return new SignIn(`${await api.app.getUrl()}/graphql`, api);
  }

  /** An official with a password. */
  async newUser(role: Role, division: string, password: string): Promise<Official> {
    if (this.api === null) throw new Error('This door makes no accounts.');
    const official = await this.api.hire(role, division);
    const hash = await hashPassword(password, CHEAP);
    await this.api.pool.query('update identity."user" set password = $2 where id = $1', [official.id, hash]);
    return official;
  }

  async login(username: string, password: string, headers: Record<string, string> = {}): Promise<SignedIn> {
    const response = await this.send(username, password, headers);
    const { data, errors } = (await response.json()) as { data: { login: LoginAnswer } | null; errors?: unknown };
    if (data === null) throw new Error(`Nobody could sign in: ${JSON.stringify(errors)}`);
    return { answer: data.login, cookies: response.headers.getSetCookie() };
  }

  send(username: string, password: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.fetch(LOGIN, { username, password }, headers);
  }

  /** Code of the error that `me` meets; null when it is answered. */
  async whoIs(headers: Record<string, string>): Promise<string | null> {
    const { errors } = await this.post('{ me { id } }', {}, headers);
    return errors?.[0]?.extensions.code ?? null;
  }

  async post(query: string, variables: object, headers: Record<string, string>): Promise<GraphqlResponse> {
    return (await (await this.fetch(query, variables, headers)).json()) as GraphqlResponse;
  }

  private fetch(query: string, variables: object, headers: Record<string, string>): Promise<Response> {
    const body = JSON.stringify({ query, variables });
    return fetch(this.url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  }
}
