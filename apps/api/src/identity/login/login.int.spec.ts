import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createApp } from '../../app.js';
import { Clock } from '../../clock/clock.js';
import { readConfig } from '../../config/config.js';
import { openDatabase } from '../../database/database.js';
import { Api } from '../../spec/api.spec.js';
import { SignIn, type SignedIn } from '../../spec/sign-in.spec.js';
import { SecurityLog } from '../../security-log/security-log.js';
import { hashPassword } from '../password/password.js';
import { PasswordWork } from '../password/password-work.js';
import { LoginThrottle } from './login-throttle.js';

const PASSWORD = '海纳百川有容乃大-2026';
const NINE = new Date('2026-03-02T09:00:00+08:00').getTime();
const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('signing in', () => {
  let api: Api;
  let door: SignIn;

  beforeAll(async () => {
    api = await Api.start();
    door = await SignIn.at(api);
  });

  afterEach(async () => {
    at(NINE);
    await api.pool.query('delete from identity.attempt_lane');
  });

  afterAll(() => api.stop());

  it('keeps the session in a cookie that no script can read, and forgets it on logout', async () => {
    const username = await newUser();

    const { answer, cookies } = await login(username, PASSWORD);

    expect(answer).toMatchObject({ __typename: 'Session', user: { username, division: { name: '晋江市' } } });
    const session = cookies.find((cookie) => cookie.startsWith('duixian_session=')) ?? '';
    expect(session).toMatch(/HttpOnly/);
    expect(session).toMatch(/SameSite=Lax/);
    const cookie = session.split(';')[0] ?? '';
    expect(await door.post('{ me { username } }', {}, { cookie })).toMatchObject({ data: { me: { username } } });

    await door.post('mutation { logout }', {}, { cookie });

    expect(await door.whoIs({ cookie })).toBe('UNAUTHENTICATED');
  });

  it('keeps it behind TLS under a name that no other host can set, and takes it under no other', async () => {
    const username = await newUser();
    const secure = await Api.on(api.database, 'both', { DUIXIAN_SECURE_COOKIE: 'true' });
    const there = await SignIn.at(secure);

    const { cookies } = await there.login(username, PASSWORD);
    const [session = '', device = ''] = cookies;
    const [pair = ''] = session.split(';');

    expect(pair).toMatch(/^__Host-duixian_session=[\w-]{40,}$/);
    expect(device).toMatch(/^__Host-duixian_device=/);
    for (const each of cookies) {
      expect(each).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
      expect(each).not.toMatch(/Domain/i);
    }
    expect(await there.whoIs({ cookie: pair })).toBeNull();
    expect(await there.whoIs({ cookie: pair.replace('__Host-', '') })).toBe('UNAUTHENTICATED');
    await secure.stop();
  });

  it('gives machines a token, whatever the case of the scheme', async () => {
    const { answer } = await login(await newUser(), PASSWORD);

    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      expect(await door.whoIs({ authorization: `${scheme} ${answer.token}` })).toBeNull();
    }
  });

  it('takes the cookie beside a scheme that is not ours, and not beside a token of no session', async () => {
    const { cookies } = await login(await newUser(), PASSWORD);
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');

    expect(await door.whoIs({ cookie, authorization: 'Basic Z2F0ZTprZWVwZXI=' })).toBeNull();
    expect(await door.whoIs({ cookie, authorization: 'Bearer invented' })).toBe('UNAUTHENTICATED');
    expect(await door.whoIs({ cookie, authorization: 'Bearer' })).toBe('UNAUTHENTICATED');
  });

  it('says the same of a wrong password and of an unknown name', async () => {
    const wrong = await login(await newUser(), 'something else');
    const unknown = await login('nobody.here', PASSWORD);

    expect(wrong.answer).toEqual({ __typename: 'BadCredentials', code: 'BAD_CREDENTIALS' });
    expect(unknown.answer).toEqual(wrong.answer);
    expect(wrong.cookies).toEqual([]);
  });

  it('gives four slips for nothing, and then doubles the wait up to a quarter of an hour', async () => {
    const username = await newUser();
    let now = NINE;
    const waits: number[] = [];
    for (let failure = 1; failure <= 13; failure++) {
      expect((await login(username, `guess ${failure}`)).answer.code).toBe('BAD_CREDENTIALS');
      if (failure < 5) continue;
      const { answer } = await login(username, PASSWORD);
      expect(answer.code).toBe('TOO_MANY_ATTEMPTS');
      waits.push(answer.retryAfterSeconds ?? 0);
      now += (answer.retryAfterSeconds ?? 0) * SECOND_MS;
      at(now);
    }

    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
    expect((await login(username, PASSWORD)).answer.__typename).toBe('Session');
    expect((await login(username, 'a slip')).answer.code).toBe('BAD_CREDENTIALS');
    expect((await login(username, PASSWORD)).answer.__typename).toBe('Session');
  });

  it('does not shut the owner out on a device that he has signed in on, however one guesses elsewhere', async () => {
    const username = await newUser();
    const device = deviceOf(await login(username, PASSWORD));
    for (let failure = 1; failure <= 5; failure++) await login(username, `guess ${failure}`);

    expect((await login(username, PASSWORD)).answer.code).toBe('TOO_MANY_ATTEMPTS');
    expect((await login(username, PASSWORD, { cookie: device })).answer.__typename).toBe('Session');
    expect((await login(username, PASSWORD, { cookie: 'duixian_device=invented' })).answer.code).toBe(
      'TOO_MANY_ATTEMPTS',
    );
  });

  it('is no way round for a guesser who has the device of another, or of its owner', async () => {
    const [username, colleague] = [await newUser(), await newUser()];
    const own = deviceOf(await login(username, PASSWORD));
    const others = deviceOf(await login(colleague, PASSWORD));
    for (let failure = 1; failure <= 5; failure++) await login(username, `guess ${failure}`, { cookie: own });
    for (let failure = 1; failure <= 5; failure++) await login(username, `guess ${failure}`, { cookie: others });

    expect((await login(username, PASSWORD, { cookie: own })).answer.code).toBe('TOO_MANY_ATTEMPTS');
    expect((await login(username, PASSWORD, { cookie: others })).answer.code).toBe('TOO_MANY_ATTEMPTS');
    expect((await login(colleague, PASSWORD)).answer.__typename).toBe('Session');
  });

  it('counts nothing for who is right: sixty colleagues behind one address sign in', async () => {
    const users = await Promise.all(Array.from({ length: 60 }, () => newUser()));

    for (const username of users) expect((await login(username, PASSWORD)).answer.__typename).toBe('Session');

    const { rows } = await api.pool.query('select lane from identity.attempt_lane where failures > 0');
    expect(rows).toEqual([]);
  });

  it('lets an administrator open an account again', async () => {
    const username = await newUser();
    for (let failure = 1; failure <= 5; failure++) await login(username, `guess ${failure}`);

    await api.app.get(LoginThrottle).unlock(username);

    expect((await login(username, PASSWORD)).answer.__typename).toBe('Session');
  });

  it('keeps no name that cannot be one', async () => {
    const names = ['x'.repeat(100_000), 'a\u0000b', 'Nobody Here'];

    for (const name of names) expect((await login(name, PASSWORD)).answer.code).toBe('BAD_CREDENTIALS');

    const { rows } = await api.pool.query<{ longest: number }>(
      'select max(length(lane)) as longest from identity.attempt_lane',
    );
    expect(rows[0]?.longest).toBeLessThan(150);
    const recorded = await api.pool.query(
      `select from identity.security_log where kind = 'sign-in-failed' and (username like 'x%' or username like 'N%')`,
    );
    expect(recorded.rowCount).toBe(0);
  });

  it('counts attempts that are made at once', async () => {
    const username = await newUser();

    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => login(username, `guess ${index}`)));

    const admitted = answers.filter(({ answer }) => answer.code === 'BAD_CREDENTIALS');
    expect(admitted.length).toBeLessThanOrEqual(5);
  });

  it.each([
    [
      'aliases',
      'mutation { a: login(username: "x.y", password: "a") { __typename } b: login(username: "x.z", password: "b") { __typename } }',
    ],
    [
      'a fragment twice',
      'mutation { ...f ...f } fragment f on Mutation { login(username: "x.y", password: "a") { __typename } }',
    ],
    [
      'two steps',
      'mutation { a: login(username: "x.y", password: "a") { __typename } answerSecondFactor(ticket: "a", code: "b") { __typename } }',
    ],
    [
      'fragments that double each other',
      `mutation { ...f0 } ${Array.from({ length: 30 }, (_, i) => `fragment f${i} on Mutation { ...f${i + 1} ...f${i + 1} }`).join(' ')}
       fragment f30 on Mutation { login(username: "x.y", password: "a") { __typename } }`,
    ],
  ])('refuses more than one attempt a request before any runs: %s', async (_, query) => {
    const { errors } = await door.post(query, {}, {});

    // What is too large to be looked at is refused before its attempts are counted.
    expect(['ONE_ATTEMPT_ONLY', 'QUERY_TOO_LARGE']).toContain(errors?.[0]?.extensions.code);
    const { rowCount } = await api.pool.query('select from identity.attempt_lane');
    expect(rowCount).toBe(0);
  });

  it('answers 503 to strangers while too many wait, counts nothing for it, and lets a known device in', async () => {
    const username = await newUser();
    const device = deviceOf(await login(username, PASSWORD));
    const slow = await hashPassword(PASSWORD, { n: 2 ** 14, r: 8, p: 1 });
    const work = api.app.get(PasswordWork);
    let crowded = true;
    const stay = async (): Promise<void> => {
      while (crowded) await work.verify(PASSWORD, slow, 'stranger').catch(() => setImmediate());
    };
    // More than run and wait at most.
    const crowd = Array.from({ length: 40 }, stay);

    const stranger = await door.send(username, PASSWORD);
    const known = await login(username, PASSWORD, { cookie: device });
    crowded = false;
    await Promise.all(crowd);

    expect(await stranger.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_BUSY' } }] });
    expect([stranger.status, stranger.headers.get('retry-after')]).toEqual([503, '5']);
    expect(known.answer.__typename).toBe('Session');
    const { rows } = await api.pool.query('select lane from identity.attempt_lane where failures > 0');
    expect(rows).toEqual([]);
  });

  it.each([
    ['true', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['2', '198.51.100.1, 203.0.113.7, 10.0.0.9', '203.0.113.7'],
    ['127.0.0.1,10.0.0.0/8', '198.51.100.1, 203.0.113.7, 10.0.0.9', '203.0.113.7'],
    ['false', '198.51.100.1, 203.0.113.7', '127.0.0.1'],
  ])('takes the address that the proxies saw, and none that the client made up: %s', async (trust, header, address) => {
    const settings = { DUIXIAN_TRUST_PROXY: trust, DUIXIAN_LOG_LEVEL: 'fatal' };
    const key = Buffer.alloc(32, 7).toString('base64');
    const config = readConfig({ DATABASE_URL: api.database, DUIXIAN_SECRET_KEY: key, ...settings });
    const { url: database } = await openDatabase(config);
    const behindProxy = await createApp(config, database);
    await behindProxy.listen(0, '127.0.0.1');
    const username = `someone.${trust.length}${trust.charCodeAt(0)}`;

    const there = new SignIn(`${await behindProxy.getUrl()}/graphql`);
    await there.login(username, PASSWORD, { 'x-forwarded-for': header });
    await behindProxy.close();

    const { rows } = await api.pool.query(`select address from identity.security_log where username = $1`, [username]);
    expect(rows).toEqual([{ address }]);
  });

  it('ends a session after its hours, however much it was used', async () => {
    const { answer } = await login(await newUser(), PASSWORD);
    const authorization = `Bearer ${answer.token}`;

    at(NINE + 720 * HOUR_MS - 1);
    expect(await door.whoIs({ authorization })).toBeNull();
    at(NINE + 720 * HOUR_MS);
    expect(await door.whoIs({ authorization })).toBe('UNAUTHENTICATED');
  });

  it('shuts out whom an administrator disables, at once', async () => {
    const username = await newUser();
    const { answer } = await login(username, PASSWORD);
    const administrator = await api.hire('system-administrator', '350500');

    const { data } = await api.post(
      administrator,
      'mutation ($id: ID!, $commandId: ID!) { disableAccount(input: { id: $id, commandId: $commandId, reason: "离职" }) { __typename } }',
      { id: await idOf(username), commandId: randomUUID() },
    );

    expect(data).toEqual({ disableAccount: { __typename: 'User' } });
    expect(await door.whoIs({ authorization: `Bearer ${answer.token}` })).toBe('UNAUTHENTICATED');
    expect((await login(username, PASSWORD)).answer.code).toBe('BAD_CREDENTIALS');
  });

  it('puts on record who signed in, who failed, who was refused and who signed out, with name and address', async () => {
    await api.app.get(SecurityLog).flush();
    const username = await newUser();
    const { answer } = await login(username, PASSWORD);
    await door.post('mutation { logout }', {}, { authorization: `Bearer ${answer.token}` });
    for (let failure = 1; failure <= 6; failure++) await login(username, `guess ${failure}`);

    const { rows } = await api.pool.query<{ kind: string }>(
      `select distinct on (kind) kind, username, display_name as "displayName", address
         from identity.security_log
        where tenant = '350500' and username = $1 and kind <> 'credentials-sealed' order by kind, position`,
      [username],
    );
    expect(rows.map(({ kind }) => kind)).toEqual(['sign-in-failed', 'sign-in-throttled', 'signed-in', 'signed-out']);
    expect(rows).toEqual(
      rows.map(({ kind }) => ({ kind, username, displayName: expect.any(String), address: '127.0.0.1' })),
    );
  });

  it('refuses a form post from another site', async () => {
    const headers = { 'content-type': 'text/plain' };
    const response = await fetch(door.url, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: '{ me { id } }' }),
    });

    expect(response.status).toBeGreaterThanOrEqual(400);
  });

  function at(time: number): void {
    api.app.get(Clock).now = () => new Date(time);
  }

  function login(username: string, password: string, headers: Record<string, string> = {}): Promise<SignedIn> {
    return door.login(username, password, headers);
  }

  /** An official of Jinjiang with this password. */
  async function newUser(): Promise<string> {
    return (await door.newUser('clerk', '350582', PASSWORD)).username;
  }

  async function idOf(username: string): Promise<string> {
    const { rows } = await api.pool.query<{ id: string }>('select id from identity."user" where username = $1', [
      username,
    ]);
    return rows[0]?.id ?? '';
  }

  function deviceOf({ cookies }: SignedIn): string {
    return cookies.find((cookie) => cookie.startsWith('duixian_device='))?.split(';')[0] ?? '';
  }
});
