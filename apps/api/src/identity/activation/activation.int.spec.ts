import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { generateSync } from 'otplib';
import { Clock } from '../../clock/clock.js';
import { activate, choosePasswordsCheaply, draw, type Activated } from '../../spec/activation.spec.js';
import { Api, type Official } from '../../spec/api.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { PasswordWork } from '../password/password-work.js';
import { Passwords } from '../password/passwords.js';

const CITY = '350500';
const NINE = new Date('2026-03-02T09:00:00+08:00').getTime();
const DAY_MS = 86_400_000;
const OWN = '海纳百川有容乃大-2026';
const NEXT = '千山鸟飞绝万径人踪灭-1';
const CODE = /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/;

interface Proposed {
  readonly id: string;
  readonly official: string;
  readonly code: string;
}

/** An account that two administrators have agreed on, and the halves that they drew. */
interface Awaiting {
  readonly id: string;
  readonly username: string;
  readonly halves: readonly [string, string];
}

let api: Api;
let system: Official;
let security: Official;
let other: Official;

beforeAll(async () => {
  api = await Api.start();
  choosePasswordsCheaply(api);
  at(NINE);
  system = await api.hire('system-administrator', CITY);
  security = await api.hire('security-administrator', CITY);
  other = await api.hire('security-administrator', CITY);
});

afterEach(async () => {
  at(NINE);
  await api.pool.query('delete from identity.attempt_lane');
});

afterAll(() => api.stop());

function at(ms: number): void {
  api.app.get(Clock).now = () => new Date(ms);
}

async function send(official: Official, mutation: string, input: object): Promise<Proposed> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const done = mutation === 'disableAccount' ? '... on User { id }' : '... on OfficialProposal { id official }';
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${done} ... on Refusal { code } } }`;
  return (await ask(api, official, text, { input: { commandId: randomUUID(), ...input } }))[mutation] as Proposed;
}

/** An account that was opened, and nobody has drawn anything yet. */
async function opened(role = 'FINANCE'): Promise<Pick<Awaiting, 'id' | 'username'>> {
  const username = `new.${randomUUID().slice(0, 8)}`;
  const place = { displayName: '陈墨', division: CITY, department: null, roles: [role] };
  const { id: proposal, official } = await send(system, 'openAccount', { username, ...place, reason: '新到岗' });
  await send(security, 'agreeToOfficialChange', { official, proposal });
  return { id: official, username };
}

async function awaiting(role?: string): Promise<Awaiting> {
  const account = await opened(role);
  return { ...account, halves: await halvesOf(account.id) };
}

async function halvesOf(official: string): Promise<readonly [string, string]> {
  return [(await draw(api, system, official)).half, (await draw(api, security, official)).half];
}

/** What two agree on for an account that is there: `resetPassword` or `resetSecondFactor`. */
async function reset(official: string, mutation = 'resetPassword', by = system, agreedBy = security): Promise<void> {
  const { id: proposal } = await send(by, mutation, { id: official, reason: '本人申请' });
  await send(agreedBy, 'agreeToOfficialChange', { official, proposal });
}

async function activated(role?: string): Promise<Awaiting & { readonly token: string }> {
  const account = await awaiting(role);
  const { token } = await activate(api, account.username, account.halves, OWN);
  return { ...account, token };
}

async function signIn(username: string, password: string): Promise<Activated> {
  const text = `mutation ($username: String!, $password: String!) { login(username: $username, password: $password) {
    __typename ... on Session { token } ... on SecondFactorNeeded { ticket } } }`;
  return (await api.post(null, text, { username, password })).data?.login as Activated;
}

async function codeOf(token: string, query: string): Promise<string | null> {
  const { errors } = await api.post({ token, tenant: CITY }, query, {});
  return errors?.[0]?.extensions.code ?? null;
}

/** How many passwords an official has had. */
async function passwordVersion(id: string): Promise<number> {
  const { rows } = await api.pool.query<{ version: number }>(
    'select password_version as version from identity."user" where tenant = $1 and id = $2',
    [CITY, id],
  );
  return rows[0]?.version ?? 0;
}

/** Until two requests wait for somebody to end with the row of an official; only a superuser sees what others wait for. */
async function twoWait(): Promise<void> {
  await withClient(api.database, async (superuser) => {
    const waiting = () =>
      superuser.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            and query like '%from identity."user"%for update%'`,
      );
    while (((await waiting()).rowCount ?? 0) < 2);
  });
}

async function kindsOf(username: string): Promise<readonly string[]> {
  const { rows } = await api.pool.query<{ kind: string }>(
    `select kind from identity.security_log
      where (username = $1 or subject = $1) and kind <> 'credentials-sealed' order by position`,
    [username],
  );
  return rows.map(({ kind }) => kind);
}

describe('an activation code', () => {
  it('lets its owner in with a password of his own, and is on record at each step', async () => {
    const { username, halves } = await awaiting();
    expect(halves).toEqual([expect.stringMatching(CODE), expect.stringMatching(CODE)]);

    const begun = await activate(api, username, halves, OWN);

    expect(begun.__typename).toBe('Session');
    expect(await codeOf(begun.token, '{ claims { nodes { id } } }')).toBeNull();
    expect((await signIn(username, OWN)).__typename).toBe('Session');
    expect(await kindsOf(username)).toEqual([
      'activation-code-drawn',
      'activation-code-drawn',
      'account-activated',
      'signed-in',
      'signed-in',
    ]);
  });

  it('is read in either order, small or large, with or without dashes', async () => {
    const { username, halves } = await awaiting();
    const typed = halves.toReversed().map((half) => ` ${half.toLowerCase().replaceAll('-', ' ')} `);

    expect((await activate(api, username, typed, OWN)).__typename).toBe('Session');
  });

  it.each<[string, (halves: readonly [string, string]) => readonly string[]]>([
    ['one half twice', ([one]) => [one, one]],
    ['the other half twice', ([, two]) => [two, two]],
    ['one half alone', ([one]) => [one, '']],
    ['the other half alone', ([, two]) => ['', two]],
    ['both in one field', ([one, two]) => [`${one}${two}`, '']],
    ['one half and a guess', ([one]) => [one, '0000-0000-0000-0000']],
    ['the other half and a guess', ([, two]) => ['0000-0000-0000-0000', two]],
  ])('is nothing with %s', async (_, typed) => {
    const { username, halves } = await awaiting();

    expect(await activate(api, username, typed(halves), OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
    expect(await activate(api, username, halves, OWN)).toMatchObject({ __typename: 'Session' });
  });

  it('is nothing when only one of its halves was drawn, whichever', async () => {
    const one = await opened();
    const two = await opened();
    const { half: proposers } = await draw(api, system, one.id);
    const { half: agreers } = await draw(api, security, two.id);

    for (const typed of [
      [proposers, ''],
      [proposers, proposers],
      ['', proposers],
    ]) {
      expect(await activate(api, one.username, typed, OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
    }
    for (const typed of [
      [agreers, ''],
      [agreers, agreers],
      ['', agreers],
    ]) {
      expect(await activate(api, two.username, typed, OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
    }
  });

  it('is nothing with halves of two accounts', async () => {
    const one = await awaiting();
    const two = await awaiting();
    const mixed = [one.halves[0], two.halves[1]];

    for (const { username } of [one, two]) {
      expect(await activate(api, username, mixed, OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
    }
    expect(await activate(api, one.username, two.halves, OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
  });

  it('is good once, also when it is sent several times at the same moment', async () => {
    const { username, halves } = await awaiting();

    const answers = await Promise.all([1, 2, 3].map((index) => activate(api, username, halves, `${OWN}-${index}`)));

    expect(answers.filter(({ __typename }) => __typename === 'Session')).toHaveLength(1);
    expect(await activate(api, username, halves, NEXT)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
  });

  it('is good once, also when both who send it were let before either had chosen', async () => {
    const { id, username, halves } = await awaiting();
    const before = await passwordVersion(id);
    const holder = await api.pool.connect();
    try {
      await holder.query('begin');
      await holder.query('select from identity."user" where tenant = $1 and id = $2 for update', [CITY, id]);
      const sent = [1, 2].map((index) => activate(api, username, halves, `${OWN}-${index}`));
      // The halves of both were found to fit, and both wait to set the password.
      await twoWait();
      await holder.query('commit');
      const kinds = (await Promise.all(sent)).map(({ __typename }) => __typename);
      expect(kinds.toSorted()).toEqual(['BadCredentials', 'Session']);
    } finally {
      holder.release();
    }
    expect(await passwordVersion(id)).toBe(before + 1);
  });

  it('is good for seven days from the agreement on, to be drawn and to be used', async () => {
    const [drawn, late, last] = [await awaiting(), await opened(), await awaiting()];
    at(NINE + 7 * DAY_MS - 1);
    expect(await activate(api, last.username, last.halves, OWN)).toMatchObject({ __typename: 'Session' });
    at(NINE + 7 * DAY_MS);

    expect(await activate(api, drawn.username, drawn.halves, OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
    expect(await draw(api, system, late.id)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('gives way to the next one, half by half', async () => {
    const { id, username, halves: first } = await awaiting();
    await reset(id);
    expect(await activate(api, username, first, OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
    const second = await halvesOf(id);

    for (const mixed of [first, [first[0], second[1]], [second[0], first[1]]]) {
      expect(await activate(api, username, mixed, OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
    }
    expect(await activate(api, username, second, OWN)).toMatchObject({ __typename: 'Session' });
  });

  it('shows each half to its administrator alone, and once', async () => {
    const { id } = await opened();

    expect(await draw(api, other, id)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await draw(api, system, id)).toMatchObject({ __typename: 'ActivationCodeHalf' });
    expect(await draw(api, system, id)).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(await draw(api, security, id)).toMatchObject({ __typename: 'ActivationCodeHalf' });
    expect(await draw(api, security, id)).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(await draw(api, system, 'nobody')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await draw(api, system, randomUUID())).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is never given to one administrator alone: who proposed cannot agree, nor can its beneficiary', async () => {
    const { id: proposal, official } = await send(system, 'resetPassword', { id: other.id, reason: '遗忘' });

    expect(await send(system, 'agreeToOfficialChange', { official, proposal })).toMatchObject({ code: 'SAME_PERSON' });
    expect(await send(other, 'agreeToOfficialChange', { official, proposal })).toMatchObject({ code: 'SAME_PERSON' });
    expect(await draw(api, system, official)).toMatchObject({ code: 'NOT_FOUND' });
    await send(system, 'withdrawOfficialChange', { official, proposal });
  });

  it('is not there before the second administrator agrees', async () => {
    const username = 'not.yet';
    const place = { displayName: '陈墨', division: CITY, roles: ['CLERK'] };
    const { official } = await send(system, 'openAccount', { username, ...place, reason: '新到岗' });

    expect(await draw(api, system, official)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(api, system, '{ activationCodes { username } }')).activationCodes).not.toContainEqual({
      username,
    });
  });

  it('waits in the lists of its two administrators until it is used', async () => {
    const { id, username } = await opened();
    const list = '{ activationCodes { username hasExpired isDrawn otherUsername isOtherDrawn } }';
    const of = async (official: Official) => {
      const { activationCodes } = await ask(api, official, list);
      return (activationCodes as { username: string }[]).filter((each) => each.username === username);
    };
    const { half } = await draw(api, system, id);

    const row = { username, hasExpired: false };
    expect(await of(system)).toEqual([
      { ...row, isDrawn: true, otherUsername: security.username, isOtherDrawn: false },
    ]);
    expect(await of(security)).toEqual([
      { ...row, isDrawn: false, otherUsername: system.username, isOtherDrawn: true },
    ]);
    expect(await of(other)).toEqual([]);
    at(NINE + 7 * DAY_MS);
    expect(await of(system)).toMatchObject([{ hasExpired: true }]);
    at(NINE);
    await activate(api, username, [half, (await draw(api, security, id)).half], OWN);
    expect(await of(system)).toEqual([]);
  });

  it('is slowed down when it is guessed at, and each failure is on record', async () => {
    const { username, halves } = await awaiting();
    const guess = () => activate(api, username, ['0000-0000-0000-0000', halves[1]], OWN);
    for (let tries = 1; tries <= 5; tries++) expect(await guess()).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });

    expect(await activate(api, username, halves, OWN)).toMatchObject({ code: 'TOO_MANY_ATTEMPTS' });
    expect(await kindsOf(username)).toEqual(expect.arrayContaining(['activation-failed', 'sign-in-throttled']));
    // Guesses at the code keep nobody from signing in with a password.
    expect((await signIn(username, OWN)).__typename).toBe('BadCredentials');
    at(NINE + 10_000);
    expect(await activate(api, username, halves, OWN)).toMatchObject({ __typename: 'Session' });
  });

  it('is tried once a request', async () => {
    const { username, halves } = await awaiting();
    const input = `{ username: "${username}", firstHalf: "${halves[0]}", secondHalf: "${halves[1]}", newPassword: "${OWN}" }`;
    const one = `activateAccount(input: ${input}) { __typename }`;

    const { errors } = await api.post(null, `mutation { a: ${one} b: ${one} }`, {});

    expect(errors?.[0]?.extensions.code).toBe('ONE_ATTEMPT_ONLY');
  });

  it('asks for a password that can be had, and stays good until there is one', async () => {
    const { username, halves } = await awaiting();

    for (const wrong of ['short', 'qwerty123456', `ja-${username}-ja`]) {
      const answer = await activate(api, username, halves, wrong);
      expect(answer).toMatchObject({ code: 'INVALID_INPUT', problems: [{ field: 'newPassword' }] });
    }
    expect(await activate(api, username, halves, OWN)).toMatchObject({ __typename: 'Session' });
  });

  it('lets nobody in who was shut out, and him again who is let in again', async () => {
    const { id, username, halves } = await awaiting();
    await send(system, 'disableAccount', { id, reason: '暂缓到岗' });
    expect(await activate(api, username, halves, OWN)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });

    await send(security, 'enableAccount', { id, reason: '到岗' });
    expect(await activate(api, username, halves, OWN)).toMatchObject({ __typename: 'Session' });
  });

  it('stands nowhere in the clear: neither in the log nor in a table', async () => {
    const { halves } = await awaiting();

    const { rows } = await api.pool.query<{ all: string }>(
      `select concat((select string_agg(e::text, '') from es.event e), (select string_agg(c::text, '') from es.command c),
                     (select string_agg(l::text, '') from identity.security_log l),
                     (select string_agg(a::text, '') from identity.activation_code a)) as all`,
    );
    for (const half of halves) {
      expect(rows[0]?.all).not.toContain(half);
      expect(rows[0]?.all).not.toContain(half.replaceAll('-', ''));
    }
  });
});

describe('a reset', () => {
  it('ends the old password, sessions and known devices at once, and lets its owner choose another', async () => {
    const { id, username, token } = await activated();
    expect(await codeOf(token, '{ me { id } }')).toBeNull();

    await reset(id);

    expect(await codeOf(token, '{ me { id } }')).toBe('UNAUTHENTICATED');
    expect((await signIn(username, OWN)).__typename).toBe('BadCredentials');
    const { rows } = await api.pool.query('select from identity.known_device where user_id = $1', [id]);
    expect(rows).toEqual([]);
    const halves = await halvesOf(id);
    expect(await activate(api, username, halves, OWN)).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await activate(api, username, halves, NEXT)).toMatchObject({ __typename: 'Session' });
  });

  it('of the password still asks for the second factor', async () => {
    const { id, username, token } = await activated();
    const secret = await enrolled(token);
    await reset(id);

    const chosen = await activate(api, username, await halvesOf(id), NEXT);

    expect(chosen).toMatchObject({ __typename: 'SecondFactorNeeded' });
    at(NINE + 30_000);
    const code = generateSync({ secret, epoch: (NINE + 30_000) / 1000 });
    const text = `mutation ($ticket: String!, $code: String!) { answerSecondFactor(ticket: $ticket, code: $code) { __typename } }`;
    const { data } = await api.post(null, text, { ticket: chosen.ticket, code });
    expect(data).toEqual({ answerSecondFactor: { __typename: 'Session' } });
  });

  it('of the second factor asks for both halves too: the old password alone is nothing', async () => {
    const { id, username, token } = await activated();
    await enrolled(token);
    await reset(id, 'resetSecondFactor');

    expect((await signIn(username, OWN)).__typename).toBe('BadCredentials');
    const halves = await halvesOf(id);
    expect(await activate(api, username, [halves[0], halves[0]], NEXT)).toMatchObject({ code: 'BAD_ACTIVATION_CODE' });
    expect(await activate(api, username, halves, NEXT)).toMatchObject({ __typename: 'Session' });
  });

  it('is not brought about by unlocking, nor by shutting and enabling', async () => {
    const { id, username } = await activated();
    await reset(id, 'unlockAccount');
    await send(system, 'disableAccount', { id, reason: '休假' });
    await send(security, 'enableAccount', { id, reason: '返岗' });

    for (const administrator of [system, security]) {
      expect(await draw(api, administrator, id)).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await signIn(username, OWN)).__typename).toBe('Session');
  });

  async function enrolled(token: string): Promise<string> {
    const bearer = { token, tenant: CITY };
    const offer = `mutation { offerSecondFactor(input: { currentPassword: "${OWN}" }) { ... on SecondFactorOffer { secret } } }`;
    const { secret } = (await api.post(bearer, offer, {})).data?.offerSecondFactor as { secret: string };
    const code = generateSync({ secret, epoch: NINE / 1000 });
    const enrol = `mutation { enrolSecondFactor(code: "${code}") { __typename } }`;
    expect((await api.post(bearer, enrol, {})).data).toEqual({ enrolSecondFactor: { __typename: 'RecoveryCodes' } });
    return secret;
  }
});

describe('what an earlier version left', () => {
  it('is closed at the next start: a password that an administrator chose is good no more', async () => {
    const { id, username } = await opened('TREASURY');
    const own = await activated();
    // As that version did on agreement: the password of the proposal, to be changed by its owner.
    await api.app.get(Passwords).setFor(CITY, id, await api.app.get(PasswordWork).hash(OWN));
    await api.pool.query('delete from identity.activation_code where user_id = $1', [id]);
    expect((await signIn(username, OWN)).__typename).toBe('Session');

    const later = await Api.on(api.database);
    await later.stop();

    expect((await signIn(username, OWN)).__typename).toBe('BadCredentials');
    expect((await signIn(own.username, OWN)).__typename).toBe('Session');
    expect(await activate(api, username, await halvesOf(id), NEXT)).toMatchObject({ __typename: 'Session' });
  });
});
