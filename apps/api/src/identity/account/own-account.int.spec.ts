import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { Clock } from '../../clock/clock.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { Api, type Official } from '../../spec/api.spec.js';
import { SignIn } from '../../spec/sign-in.spec.js';
import { LoginThrottle } from '../login/login-throttle.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import { hashPassword } from '../password/password.js';
import { Passwords } from '../password/passwords.js';

const FIRST = '海纳百川有容乃大-2026';
const SECOND = '千山鸟飞绝万径人踪灭-1';
const NINE = new Date('2026-03-02T09:00:00+08:00').getTime();
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STEP_MS = 30_000;

const CHANGE = `mutation ($input: ChangePasswordInput!) { result: changePassword(input: $input) {
  __typename ... on Session { token } ... on Refusal { code field } ... on InvalidInput { problems { field message { en } } } } }`;
const OFFER = `mutation ($input: OwnProofInput!) { result: offerSecondFactor(input: $input) {
  __typename ... on SecondFactorOffer { secret uri } ... on Refusal { code } } }`;
const ENROL = `mutation ($code: String!) { result: enrolSecondFactor(code: $code) {
  __typename ... on RecoveryCodes { codes } ... on Refusal { code } } }`;
const RENEW = `mutation ($input: OwnProofInput!) { result: renewRecoveryCodes(input: $input) {
  __typename ... on RecoveryCodes { codes } ... on Refusal { code } } }`;
const ANSWER = `mutation ($ticket: String!, $code: String!) { result: answerSecondFactor(ticket: $ticket, code: $code) {
  __typename ... on Session { token } ... on Refusal { code } } }`;
const ACCOUNT = '{ myAccount { demand recoveryCodesLeft secondFactorSince sessions { id current address agent } } }';

/** What any of the mutations answered. */
interface Result {
  readonly __typename: string;
  readonly token: string;
  readonly code: string;
  readonly secret: string;
  readonly uri: string;
  readonly codes: readonly string[];
  readonly problems: readonly { readonly field: string; readonly message: { readonly en: string } }[];
}

interface Account {
  readonly demand: string | null;
  readonly recoveryCodesLeft: number;
  readonly sessions: readonly { readonly id: string; readonly current: boolean; readonly agent: string | null }[];
}

describe('one’s own account', () => {
  let api: Api;
  let door: SignIn;

  beforeAll(async () => {
    api = await Api.start();
    door = await SignIn.at(api);
  });

  afterEach(async () => {
    at(NINE);
    settings({ secondFactor: 'off', sensitiveSessionHours: 720, sessionIdleMinutes: 43_200 });
    await api.pool.query('delete from identity.attempt_lane');
  });

  afterAll(() => api.stop());

  describe('the password', () => {
    it('is changed by its owner, which ends every session but the new one', async () => {
      const { username } = await door.newUser('clerk', '350582', FIRST);
      const [here, elsewhere] = [await token(username, FIRST), await token(username, FIRST)];

      const changed = await change(here, FIRST, SECOND);

      expect(changed.__typename).toBe('Session');
      expect(await whoIs(here)).toBe('UNAUTHENTICATED');
      expect(await whoIs(elsewhere)).toBe('UNAUTHENTICATED');
      expect(await whoIs(changed.token)).toBeNull();
      expect((await door.login(username, FIRST)).answer.code).toBe('BAD_CREDENTIALS');
    });

    it('leaves no session of the old password, whatever begins while it is changed', async () => {
      const passwords = api.app.get(Passwords);
      const hash = await hashPassword(SECOND);
      for (let round = 1; round <= 4; round++) {
        const { username, id, tenant } = await door.newUser('clerk', '350582', FIRST);
        const logins = Array.from({ length: 4 }, () => door.login(username, FIRST));
        const [begun] = await Promise.all([Promise.all(logins), passwords.setFor(tenant, id, hash)]);

        for (const { answer } of begun) {
          if (answer.__typename === 'Session') expect(await whoIs(answer.token)).toBe('UNAUTHENTICATED');
        }
        expect((await door.login(username, FIRST)).answer.code).toBe('BAD_CREDENTIALS');
        await api.pool.query('delete from identity.attempt_lane');
      }
    });

    it('has to be changed first when an administrator set it, and everything else is refused until then', async () => {
      const passwords = api.app.get(Passwords);
      const hash = await hashPassword(SECOND);
      const { username, id, tenant } = await door.newUser('clerk', '350582', FIRST);
      await passwords.setFor(tenant, id, hash);

      const set = await token(username, SECOND);

      expect(await codeOf(set, '{ claims { nodes { id } } }')).toBe('PASSWORD_EXPIRED');
      expect(await whoIs(set)).toBeNull();
      expect((await account(set)).demand).toBe('PASSWORD');
      const changed = await change(set, SECOND, '孤舟蓑笠翁独钓寒江雪-2');
      expect(await codeOf(changed.token, '{ claims { nodes { id } } }')).toBeNull();
    });

    it.each([
      ['short', 'too-short-1', /12 to 200/],
      ['common', 'qwerty123456', /too common/],
      ['common between digits', '2026!quanzhou2026', /too common/],
      ['common with figures for letters', 'P@ssw0rdP@ssw0rd', /too common/],
      ['of the product', 'Duixian-demo1', /too common/],
      ['a run', '1234567890123', /too common/],
      ['of few characters', 'aabbaabbaabb', /too common/],
      ['with the username in it', 'ja-USERNAME-ja', /username or the name/],
      ['the present one', FIRST, /last 5/],
    ])('is refused when it is %s', async (_, next, says) => {
      const { username } = await door.newUser('clerk', '350582', FIRST);

      const refused = await change(await token(username, FIRST), FIRST, next.replace('USERNAME', username));

      expect(refused.code).toBe('INVALID_INPUT');
      expect(refused.problems).toEqual([{ field: 'newPassword', message: { en: expect.stringMatching(says) } }]);
    });

    it('is none of the last five, and may be the sixth again', async () => {
      const { username } = await door.newUser('clerk', '350582', FIRST);
      const passwords = [FIRST, ...[1, 2, 3, 4, 5].map((number) => `春眠不觉晓处处闻啼鸟-${number}`)];
      let session = await token(username, FIRST);
      for (const [index, next] of passwords.slice(1).entries()) {
        expect((await change(session, passwords[index] ?? '', FIRST)).code).toBe('INVALID_INPUT');
        const changed = await change(session, passwords[index] ?? '', next);
        expect(changed.__typename).toBe('Session');
        session = changed.token;
      }

      expect((await change(session, passwords.at(-1) ?? '', FIRST)).__typename).toBe('Session');
    }, 60_000);

    it('is not found out by who finds an open session', async () => {
      const { username } = await door.newUser('clerk', '350582', FIRST);
      const session = await token(username, FIRST);
      for (let guess = 1; guess <= 5; guess++) await change(session, `guess ${guess}`, SECOND);

      expect((await change(session, FIRST, SECOND)).code).toBe('TOO_MANY_ATTEMPTS');
    }, 240_000);
  });

  describe('sessions', () => {
    it('end when they are not used, and not while they are', async () => {
      settings({ sessionIdleMinutes: 30 });
      const { username } = await door.newUser('clerk', '350582', FIRST);
      const [used, left] = [await token(username, FIRST), await token(username, FIRST)];

      for (let minutes = 20; minutes <= 60; minutes += 20) {
        at(NINE + minutes * MINUTE_MS);
        expect(await whoIs(used)).toBeNull();
      }

      expect(await whoIs(left)).toBe('UNAUTHENTICATED');
    });

    it('end sooner for who moves money, and for who is given such a role meanwhile', async () => {
      settings({ sensitiveSessionHours: 8 });
      const clerk = await door.newUser('clerk', '350582', FIRST);
      const finance = await door.newUser('finance', '350500', FIRST);
      const [long, short] = [await token(clerk.username, FIRST), await token(finance.username, FIRST)];

      at(NINE + 8 * HOUR_MS);
      expect(await whoIs(long)).toBeNull();
      expect(await whoIs(short)).toBe('UNAUTHENTICATED');
      await api.pool.query(`update identity."user" set roles = '{treasury}' where id = $1`, [clerk.id]);
      expect(await whoIs(long)).toBe('UNAUTHENTICATED');
    });

    it('are three at most, also when many begin at once; the one that was not used for longest gives way, on record', async () => {
      const { username } = await door.newUser('clerk', '350582', FIRST);
      const first = await token(username, FIRST);
      at(NINE + MINUTE_MS);
      await Promise.all(Array.from({ length: 4 }, () => door.login(username, FIRST)));
      const last = await token(username, FIRST);

      expect(await whoIs(first)).toBe('UNAUTHENTICATED');
      expect((await account(last)).sessions).toHaveLength(3);
      const { rowCount } = await api.pool.query(
        `select from identity.security_log where username = $1 and kind = 'session-ended'`,
        [username],
      );
      expect(rowCount).toBeGreaterThan(0);
    });

    it('are listed and ended by their owner, and by nobody else', async () => {
      const { username } = await door.newUser('clerk', '350582', FIRST);
      const stranger = await door.newUser('clerk', '350582', FIRST);
      const [here, there] = [await token(username, FIRST), await token(username, FIRST)];
      const id = (await account(here)).sessions.find(({ current, agent }) => !current && agent !== null)?.id ?? '';
      const end = `mutation ($id: ID!) { endSession(id: $id) { sessions { id } } }`;

      await door.post(end, { id }, bearer(stranger.token));
      expect(await whoIs(there)).toBeNull();
      await door.post(end, { id: 'nothing' }, bearer(here));
      const { data } = await door.post(end, { id }, bearer(here));

      expect(data?.endSession).toEqual({ sessions: expect.not.arrayContaining([{ id }]) });
      expect(await whoIs(there)).toBe('UNAUTHENTICATED');
      expect(await whoIs(here)).toBeNull();
    });
  });

  describe('the second factor', () => {
    it('is demanded of who moves money, enrolled at the first sign-in, and asked for at the next', async () => {
      settings({ secondFactor: 'roles' });
      const { username } = await door.newUser('finance', '350500', FIRST);
      const first = await token(username, FIRST);

      expect(await codeOf(first, '{ claims { nodes { id } } }')).toBe('SECOND_FACTOR_REQUIRED');
      const { secret, codes } = await enrolled(first);
      expect(codes).toHaveLength(10);
      expect(await codeOf(first, '{ claims { nodes { id } } }')).toBeNull();

      at(NINE + STEP_MS);
      const { answer, cookies } = await door.login(username, FIRST);
      expect(answer.__typename).toBe('SecondFactorNeeded');
      expect(cookies).toEqual([]);
      expect((await answered(answer.ticket, '000000')).code).toBe('BAD_SECOND_FACTOR');
      const session = await answered(answer.ticket, codeAt(secret, NINE + STEP_MS));
      expect(await whoIs(session.token)).toBeNull();
      expect((await answered(answer.ticket, codeAt(secret, NINE + STEP_MS))).code).toBe('SIGN_IN_LAPSED');
    });

    it('is not demanded of a clerk, nor where it is off, nor of the demo', async () => {
      settings({ secondFactor: 'roles' });
      const clerk = await door.newUser('clerk', '350582', FIRST);
      expect(await codeOf(clerk.token, '{ claims { nodes { id } } }')).toBeNull();

      const treasury = await door.newUser('treasury', '350500', FIRST);
      expect(await codeOf(treasury.token, '{ claims { nodes { id } } }')).toBe('SECOND_FACTOR_REQUIRED');
      await api.pool.query('update identity."user" set is_demo = true where id = $1', [treasury.id]);
      expect(await codeOf(treasury.token, '{ claims { nodes { id } } }')).toBeNull();
    });

    it('takes a code once, also when it is sent many times at once', async () => {
      const { username, secret } = await withFactor();
      at(NINE + STEP_MS);
      const tickets = await Promise.all([1, 2, 3].map(() => door.login(username, FIRST)));
      const code = codeAt(secret, NINE + STEP_MS);

      const answers = await Promise.all(tickets.map(({ answer }) => answered(answer.ticket, code)));

      expect(answers.filter(({ __typename }) => __typename === 'Session')).toHaveLength(1);
      expect((await answered((await door.login(username, FIRST)).answer.ticket, codeAt(secret, NINE))).code).toBe(
        'BAD_SECOND_FACTOR',
      );
    });

    it('takes a recovery code once, however it is typed, and says how many are left', async () => {
      const { username, codes } = await withFactor();
      const typed = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ');

      const session = await answered((await door.login(username, FIRST)).answer.ticket, typed);
      const again = await answered((await door.login(username, FIRST)).answer.ticket, typed);

      expect((await account(session.token)).recoveryCodesLeft).toBe(9);
      expect(again.code).toBe('BAD_SECOND_FACTOR');
    });

    it('gives five tries a ticket, and slows down over tickets', async () => {
      const { username, secret } = await withFactor();
      at(NINE + STEP_MS);
      const { ticket } = (await door.login(username, FIRST)).answer;
      for (let guess = 1; guess <= 5; guess++) await answered(ticket, `00000${guess}`);

      expect((await answered(ticket, codeAt(secret, NINE + STEP_MS))).code).toBe('SIGN_IN_LAPSED');
      const next = (await door.login(username, FIRST)).answer.ticket;
      expect((await answered(next, codeAt(secret, NINE + STEP_MS))).code).toBe('TOO_MANY_ATTEMPTS');
      await api.app.get(LoginThrottle).unlock(username);
      expect((await answered(next, codeAt(secret, NINE + STEP_MS))).__typename).toBe('Session');
    });

    it('is worth nothing five minutes after the password, or after it was changed', async () => {
      const { username, secret, id, tenant } = await withFactor();
      const late = (await door.login(username, FIRST)).answer.ticket;
      at(NINE + 5 * MINUTE_MS);
      expect((await answered(late, codeAt(secret, NINE + 5 * MINUTE_MS))).code).toBe('SIGN_IN_LAPSED');

      const before = (await door.login(username, FIRST)).answer.ticket;
      await api.app.get(Passwords).setFor(tenant, id, await hashPassword(SECOND));
      expect((await answered(before, codeAt(secret, NINE + 5 * MINUTE_MS))).code).toBe('SIGN_IN_LAPSED');
    });

    it('is replaced and its recovery codes are renewed only by who has password and code', async () => {
      const { username, codes } = await withFactor();
      const session = (await answered((await door.login(username, FIRST)).answer.ticket, codes[0] ?? '')).token;
      const proof = { currentPassword: FIRST };

      expect((await send(session, OFFER, { input: { currentPassword: 'guess', code: codes[1] } })).code).toBe(
        'BAD_CREDENTIALS',
      );
      expect((await send(session, OFFER, { input: proof })).code).toBe('BAD_SECOND_FACTOR');
      expect((await send(session, OFFER, { input: { ...proof, code: codes[2] } })).__typename).toBe(
        'SecondFactorOffer',
      );
      const renewed = await send(session, RENEW, { input: { ...proof, code: codes[3] } });
      expect(renewed.codes).toHaveLength(10);
      expect((await answered((await door.login(username, FIRST)).answer.ticket, codes[4] ?? '')).code).toBe(
        'BAD_SECOND_FACTOR',
      );
    });

    it('is taken away by the administration, which signs out everywhere', async () => {
      const { username, tenant, id, session } = await withFactor();

      expect(await api.app.get(SecondFactors).reset(tenant, id)).toBe(true);

      expect(await whoIs(session)).toBe('UNAUTHENTICATED');
      expect((await door.login(username, FIRST)).answer.__typename).toBe('Session');
      expect(await api.app.get(SecondFactors).reset(tenant, id)).toBe(false);
    });

    it('cannot be read from the database, nor moved to another account in it', async () => {
      const [mine, theirs] = [await withFactor(), await withFactor()];
      const { rows } = await api.pool.query<{ all: string }>(
        `select (select string_agg(f::text, '') from identity.second_factor f)
             || (select string_agg(c::text, '') from identity.recovery_code c) as all`,
      );
      expect(rows[0]?.all).not.toContain(mine.secret);
      expect(rows[0]?.all).not.toContain(Buffer.from(mine.secret).toString('hex'));
      expect(rows[0]?.all).not.toContain(mine.codes[0]);

      await api.pool.query(
        `update identity.second_factor set last_step = null,
           secret = (select secret from identity.second_factor where user_id = $1) where user_id = $2`,
        [mine.id, theirs.id],
      );
      const { ticket } = (await door.login(theirs.username, FIRST)).answer;
      const { errors } = await door.post(ANSWER, { ticket, code: codeAt(mine.secret, NINE) }, {});
      expect(errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    });
  });

  function at(time: number): void {
    api.app.get(Clock).now = () => new Date(time);
  }

  function settings(changes: Partial<Config>): void {
    Object.assign(api.app.get<Config>(CONFIG), changes);
  }

  function bearer(token: string) {
    return { authorization: `Bearer ${token}` };
  }

  async function token(username: string, password: string): Promise<string> {
    return (await door.login(username, password)).answer.token;
  }

  function whoIs(session: string): Promise<string | null> {
    return door.whoIs(bearer(session));
  }

  async function codeOf(session: string, query: string): Promise<string | null> {
    return (await door.post(query, {}, bearer(session))).errors?.[0]?.extensions.code ?? null;
  }

  async function send(session: string | null, query: string, variables: object): Promise<Result> {
    const { data, errors } = await door.post(query, variables, session === null ? {} : bearer(session));
    if (data == null) throw new Error(JSON.stringify(errors));
    return data.result as Result;
  }

  function change(session: string, currentPassword: string, newPassword: string): Promise<Result> {
    return send(session, CHANGE, { input: { currentPassword, newPassword } });
  }

  function answered(ticket: string, code: string): Promise<Result> {
    return send(null, ANSWER, { ticket, code });
  }

  async function account(session: string): Promise<Account> {
    return (await door.post(ACCOUNT, {}, bearer(session))).data?.myAccount as Account;
  }

  function codeAt(secret: string, time: number): string {
    return generateSync({ secret, epoch: Math.floor(time / 1000) });
  }

  async function enrolled(session: string): Promise<{ secret: string; codes: readonly string[] }> {
    const { secret, uri } = await send(session, OFFER, { input: { currentPassword: FIRST } });
    expect(uri).toContain(secret);
    const { codes } = await send(session, ENROL, { code: codeAt(secret, api.app.get(Clock).now().getTime()) });
    return { secret, codes };
  }

  /** Somebody of the finance office with a second factor, enrolled at nine. */
  async function withFactor(): Promise<Official & { secret: string; codes: readonly string[]; session: string }> {
    at(NINE);
    const official = await door.newUser('finance', '350500', FIRST);
    const session = await token(official.username, FIRST);
    return { ...official, session, ...(await enrolled(session)) };
  }
});
