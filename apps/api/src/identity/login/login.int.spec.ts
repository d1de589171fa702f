import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../app.js';
import { Clock } from '../../clock/clock.js';
import { readConfig } from '../../config/config.js';
import { openDatabase } from '../../database/database.js';
import { Api } from '../../spec/api.spec.js';
import { hashPassword } from '../password/password.js';

const PASSWORD = '海纳百川有容乃大-2026';
const LOGIN = `mutation ($username: String!, $password: String!) {
  login(username: $username, password: $password) {
    __typename ... on Session { token user { username division { name } } } ... on Refusal { code }
  }
}`;
const NINE = new Date('2026-03-02T09:00:00+08:00').getTime();
const MINUTE_MS = 60_000;

describe('signing in', () => {
  let api: Api;
  let url: string;

  beforeAll(async () => {
    api = await Api.start();
    url = `${await api.app.getUrl()}/graphql`;
  });

  afterEach(() => {
    at(NINE);
  });

  afterAll(() => api.stop());

  it('keeps the session in a cookie that no script can read, and forgets it on logout', async () => {
    const username = await newUser();

    const { answer, cookie } = await login(username, PASSWORD);

    expect(answer).toMatchObject({ __typename: 'Session', user: { username, division: { name: '晋江市' } } });
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    const session = cookie.split(';')[0] ?? '';
    expect(await post('{ me { username } }', {}, { cookie: session })).toMatchObject({ data: { me: { username } } });

    await post('mutation { logout }', {}, { cookie: session });

    expect(await whoIs({ cookie: session })).toBe('UNAUTHENTICATED');
  });

  it('gives machines a token', async () => {
    const { answer } = await login(await newUser(), PASSWORD);

    expect(await whoIs({ authorization: `Bearer ${answer.token}` })).toBeNull();
  });

  it('says the same of a wrong password and of an unknown name', async () => {
    const wrong = await login(await newUser(), 'something else');
    const unknown = await login('nobody.here', PASSWORD);

    expect(wrong.answer).toEqual({ __typename: 'BadCredentials', code: 'BAD_CREDENTIALS' });
    expect(unknown.answer).toEqual(wrong.answer);
    expect(wrong.cookie).toBe('');
  });

  it('lets nobody guess on: after five attempts even the right password waits a quarter of an hour', async () => {
    const username = await newUser();
    for (let attempt = 1; attempt <= 5; attempt++) await login(username, `guess ${attempt}`);

    expect((await login(username, PASSWORD)).answer.code).toBe('TOO_MANY_ATTEMPTS');

    at(NINE + 16 * MINUTE_MS);
    expect((await login(username, PASSWORD)).answer.__typename).toBe('Session');
  });

  it('keeps no name that cannot be one, and counts the attempt', async () => {
    const names = ['x'.repeat(100_000), 'a\u0000b', 'Nobody Here'];

    for (const name of names) expect((await login(name, PASSWORD)).answer.code).toBe('BAD_CREDENTIALS');

    const { rows } = await api.pool.query<{ longest: number }>(
      'select max(length(subject)) as longest from identity.login_attempt',
    );
    expect(rows[0]?.longest).toBeLessThan(100);
  });

  it('keeps no more attempts of a guesser who goes on than it counts', async () => {
    const username = await newUser();
    const before = await attempts();

    for (let attempt = 1; attempt <= 20; attempt++) await login(username, `guess ${attempt}`);

    const after = await attempts();
    expect(after - before).toBeLessThanOrEqual(2 * 5);
  });

  it('counts attempts that are made at once', async () => {
    const username = await newUser();

    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => login(username, `guess ${index}`)));

    const admitted = answers.filter(({ answer }) => answer.code === 'BAD_CREDENTIALS');
    expect(admitted.length).toBeLessThanOrEqual(5);
  });

  it('takes the address that the proxy saw, and not one that the client made up', async () => {
    const settings = { DUIXIAN_TRUST_PROXY: 'true', DUIXIAN_LOG_LEVEL: 'fatal' };
    const config = readConfig({ DATABASE_URL: api.database, ...settings });
    const { url: database } = await openDatabase(config);
    const behindProxy = await createApp(config, database);
    await behindProxy.listen(0, '127.0.0.1');
    await api.pool.query(
      `insert into identity.login_attempt (subject, at) select 'address:203.0.113.7', now() from generate_series(1, 50)`,
    );

    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.1, 203.0.113.7' };
    const body = JSON.stringify({ query: LOGIN, variables: { username: 'nobody.here', password: PASSWORD } });
    const response = await fetch(`${await behindProxy.getUrl()}/graphql`, { method: 'POST', headers, body });
    await behindProxy.close();

    expect(await response.json()).toMatchObject({ data: { login: { code: 'TOO_MANY_ATTEMPTS' } } });
  });

  it('ends a session after its hours, however much it was used', async () => {
    const { answer } = await login(await newUser(), PASSWORD);
    const authorization = `Bearer ${answer.token}`;
    const hours = 720;

    at(NINE + hours * 60 * MINUTE_MS - 1);
    expect(await whoIs({ authorization })).toBeNull();
    at(NINE + hours * 60 * MINUTE_MS);
    expect(await whoIs({ authorization })).toBe('UNAUTHENTICATED');
  });

  it('shuts out whom an administrator disables, at once', async () => {
    const username = await newUser();
    const { answer } = await login(username, PASSWORD);
    const administrator = await api.hire('system-administrator', '350500');
    const id = await idOf(username);

    const { data } = await api.post(administrator, `mutation ($id: ID!) { disableUser(id: $id) { __typename } }`, {
      id,
    });

    expect(data).toEqual({ disableUser: { __typename: 'User' } });
    expect(await whoIs({ authorization: `Bearer ${answer.token}` })).toBe('UNAUTHENTICATED');
    expect((await login(username, PASSWORD)).answer.code).toBe('BAD_CREDENTIALS');
  });

  it('refuses a form post from another site', async () => {
    const headers = { 'content-type': 'text/plain' };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query: '{ me { id } }' }) });

    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  function at(time: number): void {
    api.app.get(Clock).now = () => new Date(time);
  }

  /** An official of Jinjiang; his password is hashed cheaply, as the hash itself says, so that the spec is quick. */
  async function newUser(): Promise<string> {
    const { username } = await api.hire('clerk', '350582');
    const password = await hashPassword(PASSWORD, { n: 1024, r: 8, p: 1 });
    await api.pool.query('update identity."user" set password = $2 where username = $1', [username, password]);
    return username;
  }

  async function idOf(username: string): Promise<string> {
    const { rows } = await api.pool.query<{ id: string }>('select id from identity."user" where username = $1', [
      username,
    ]);
    return rows[0]?.id ?? '';
  }

  async function attempts(): Promise<number> {
    const { rowCount } = await api.pool.query('select from identity.login_attempt');
    return rowCount ?? 0;
  }

  async function login(username: string, password: string) {
    const response = await send(LOGIN, { username, password }, {});
    const { data } = (await response.json()) as {
      data: { login: { __typename: string; token: string; code: string } };
    };
    return { answer: data.login, cookie: response.headers.get('set-cookie') ?? '' };
  }

  async function whoIs(headers: Record<string, string>): Promise<string | null> {
    const { errors } = await post('{ me { id } }', {}, headers);
    return errors?.[0]?.extensions.code ?? null;
  }

  async function post(query: string, variables: object, headers: Record<string, string>) {
    const response = await send(query, variables, headers);
    return (await response.json()) as { data: unknown; errors?: { extensions: { code: string } }[] };
  }

  function send(query: string, variables: object, headers: Record<string, string>): Promise<Response> {
    const body = JSON.stringify({ query, variables });
    return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
  }
});
