import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { TestIdentityProvider, type ProviderPerson } from '@duixian/testing/identity-provider';
import { generateSync } from 'otplib';
import { Clock } from '../../clock/clock.js';
import { CONFIG } from '../../config/config.module.js';
import type { Config } from '../../config/config.js';
import { inTransaction } from '../../database/transaction.js';
import { Api, type Official } from '../../spec/api.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { SignIn } from '../../spec/sign-in.spec.js';
import { CredentialSeals } from '../seal/credential-seals.js';
import { firstDifferingCredentials, firstDifferingSession } from '../../verification/credential-difference.js';

const PASSWORD = '海纳百川有容乃大-2026';
const OFFICES = `
# 统一身份认证的组与本系统岗位对照
claim: groups
offices:
  - { group: jj-chuangkou, role: clerk, division: '350582' }
  - { group: qz-caizheng, role: finance, division: '350500' }
`;
const CLERK: ProviderPerson = { groups: ['jj-chuangkou'] };
const PROOF = `__typename ... on Refusal { code }`;
const LINK = `mutation ($input: OwnProofInput!) { result: linkIdentity(input: $input) { ... on IdentityTrip { url } ${PROOF} } }`;
const UNLINK = `mutation ($input: OwnProofInput!) { result: unlinkIdentity(input: $input) { ... on IdentityUnlinked { wasLinked } ${PROOF} } }`;

/** A browser as far as signing in goes: it keeps cookies, follows redirects, and fills in the provider's form. */
class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  constructor(private readonly api: string) {}

  /** Where it ends up, as seen from the application; null when that is elsewhere. */
  async open(url: string): Promise<string | null> {
    const { response, at } = await this.follow(url);
    await response.text();
    return at.startsWith(this.api) ? at.slice(this.api.length) : null;
  }

  /** Goes to the provider, names himself there, and comes back. */
  proveAs(subject: string, from: string): Promise<string | null> {
    return this.answerAt(from, { name: subject });
  }

  /** Goes to the provider, and thinks better of it. */
  cancelAt(from: string): Promise<string | null> {
    return this.answerAt(from, { cancel: '1' });
  }

  private async answerAt(from: string, fields: Record<string, string>): Promise<string | null> {
    const { at: form } = await this.follow(from);
    return this.open(`${form}?${new URLSearchParams(fields).toString()}`);
  }

  async graphql(query: string, variables: object = {}): Promise<Record<string, unknown>> {
    const response = await this.send(`${this.api}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  }

  /** What it keeps for the application. */
  cookie(name: string): string | undefined {
    return this.cookiesOf(this.api).get(name);
  }

  keep(name: string, value: string): void {
    this.cookiesOf(this.api).set(name, value);
  }

  private async follow(url: string): Promise<{ response: Response; at: string }> {
    let response = await this.send(url, { method: 'GET' });
    let at = url;
    for (let location; (location = response.headers.get('location')) !== null;) {
      at = new URL(location, at).href;
      response = await this.send(at, { method: 'GET' });
    }
    return { response, at };
  }

  private async send(url: string, init: RequestInit): Promise<Response> {
    const cookies = this.cookiesOf(url);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), accept: 'text/html,*/*', cookie };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }

  private cookiesOf(url: string): Map<string, string> {
    const { host } = new URL(url);
    const kept = this.jar.get(host) ?? new Map<string, string>();
    this.jar.set(host, kept);
    return kept;
  }
}

let folder: string;
let idp: TestIdentityProvider;
let api: Api;
let door: SignIn;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-offices-'));
  await writeFile(join(folder, 'offices.yaml'), OFFICES);
  idp = new TestIdentityProvider();
  await idp.start();
  api = await Api.start({
    DUIXIAN_OIDC_ISSUER: idp.issuer,
    DUIXIAN_OIDC_CLIENT_ID: idp.clientId,
    DUIXIAN_OIDC_CLIENT_SECRET: idp.clientSecret,
    DUIXIAN_OIDC_PUBLIC_URL: 'http://127.0.0.1:1',
    DUIXIAN_OIDC_OFFICES: join(folder, 'offices.yaml'),
  });
  url = (await api.app.getUrl()).replace('[::1]', '127.0.0.1');
  // Where it listens is known only once it does.
  Object.assign(api.app.get<Config>(CONFIG).identityProvider ?? {}, { publicUrl: url });
  door = await SignIn.at(api);
});

beforeEach(() => idp.people.clear());

afterEach(() => {
  Object.assign(api.app.get<Config>(CONFIG), { secondFactor: 'off' });
});

afterAll(async () => {
  await api.stop();
  await idp.stop();
  await rm(folder, { recursive: true });
});

/** Signed in with a password, in a browser of his own. */
async function signedIn({ username }: Official): Promise<Browser> {
  const browser = new Browser(url);
  const login = `mutation ($u: String!, $p: String!) { login(username: $u, password: $p) { __typename } }`;
  expect(await browser.graphql(login, { u: username, p: PASSWORD })).toEqual({ login: { __typename: 'Session' } });
  return browser;
}

async function tripOf(browser: Browser): Promise<string> {
  const { result } = (await browser.graphql(LINK, { input: { currentPassword: PASSWORD } })) as {
    result: { url: string };
  };
  return result.url;
}

/** An official whose identity at the provider is linked. */
async function linked(subject: string, person: ProviderPerson = CLERK): Promise<Official> {
  idp.people.set(subject, person);
  const official = await door.newUser('clerk', '350582', PASSWORD);
  const browser = await signedIn(official);
  expect(await browser.proveAs(subject, await tripOf(browser))).toBe('/account?identity=linked');
  return official;
}

async function isLinked({ id }: Official): Promise<boolean> {
  const { rowCount } = await api.pool.query('select from identity.linked_identity where user_id = $1', [id]);
  return rowCount === 1;
}

/** What the verification says of what officials prove themselves with, and of their sessions. */
const differences = () =>
  withClient(api.database, async (client) => [
    await firstDifferingCredentials(client, '350500'),
    await firstDifferingSession(client, '350500'),
  ]);

const me = async (browser: Browser) => ((await browser.graphql('{ me { id } }')) as { me: { id: string } }).me.id;

describe('an official whose identity is linked', () => {
  it('signs in with it, as himself, and it is on record by what', async () => {
    const clerk = await linked('s-1');
    const browser = new Browser(url);
    expect(await browser.proveAs('s-1', `${url}/oidc/start`)).toBe('/');
    expect(await me(browser)).toBe(clerk.id);
    const { rows } = await api.pool.query(
      `select kind, details ->> 'by' as by from identity.security_log where user_id = $1 order by position desc limit 1`,
      [clerk.id],
    );
    expect(rows).toEqual([{ kind: 'signed-in', by: 'identity provider' }]);
  });

  it('is asked by the provider each time, also in a browser in which it remembers somebody', async () => {
    await linked('s-12');
    const browser = new Browser(url);
    expect(await browser.proveAs('s-12', `${url}/oidc/start`)).toBe('/');
    await browser.graphql('mutation { logout }');
    // It waits there for who sits at it now.
    expect(await browser.open(`${url}/oidc/start`)).toBeNull();
    expect(await browser.proveAs('s-12', `${url}/oidc/start`)).toBe('/');
  });

  it('is not let in once the provider no longer gives him his office', async () => {
    await linked('s-2');
    idp.people.set('s-2', { groups: ['qz-caizheng', 'anything'] });
    const browser = new Browser(url);
    expect(await browser.proveAs('s-2', `${url}/oidc/start`)).toBe('/login?identity=office');
    expect(browser.cookie('duixian_session')).toBeUndefined();
  });

  it('is not let in once his account is shut, or he has unlinked it', async () => {
    const clerk = await linked('s-3');
    const owner = await signedIn(clerk);
    await api.pool.query('update identity."user" set disabled = true where id = $1', [clerk.id]);
    expect(await new Browser(url).proveAs('s-3', `${url}/oidc/start`)).toBe('/login?identity=disabled');
    await api.pool.query('update identity."user" set disabled = false where id = $1', [clerk.id]);
    const undone = await owner.graphql(UNLINK, { input: { currentPassword: PASSWORD } });
    expect(undone).toEqual({ result: { __typename: 'IdentityUnlinked', wasLinked: true } });
    expect(await new Browser(url).proveAs('s-3', `${url}/oidc/start`)).toBe('/login?identity=unlinked');
  });

  it('is asked for his second factor here, unless the provider says that he proved one there', async () => {
    const clerk = await linked('s-4');
    const owner = await signedIn(clerk);
    const offer = `mutation ($input: OwnProofInput!) { result: offerSecondFactor(input: $input) { ... on SecondFactorOffer { secret } } }`;
    const { result } = (await owner.graphql(offer, { input: { currentPassword: PASSWORD } })) as {
      result: { secret: string };
    };
    const code = generateSync({ secret: result.secret, epoch: api.app.get(Clock).now().getTime() / 1_000 });
    const enrol = 'mutation ($code: String!) { enrolSecondFactor(code: $code) { __typename } }';
    expect(await owner.graphql(enrol, { code })).toEqual({ enrolSecondFactor: { __typename: 'RecoveryCodes' } });

    const asked = new Browser(url);
    expect(await asked.proveAs('s-4', `${url}/oidc/start`)).toMatch(/^\/login#ticket=[\w-]{20,}$/);
    expect(asked.cookie('duixian_session')).toBeUndefined();

    idp.people.set('s-4', { ...CLERK, amr: ['pwd', 'otp', 'mfa'] });
    expect(await new Browser(url).proveAs('s-4', `${url}/oidc/start`)).toBe('/');
  });

  it('needs none of his own where his role demands one and the provider says that he proved it', async () => {
    Object.assign(api.app.get<Config>(CONFIG), { secondFactor: 'roles' });
    const finance = await door.newUser('finance', '350500', PASSWORD);
    const owner = await signedIn(finance);
    idp.people.set('s-5', { groups: ['qz-caizheng'] });
    await owner.proveAs('s-5', await tripOf(owner));

    const demand = async () => {
      const browser = new Browser(url);
      expect(await browser.proveAs('s-5', `${url}/oidc/start`)).toBe('/');
      return browser.graphql('{ myAccount { demand } }');
    };
    expect(await demand()).toEqual({ myAccount: { demand: 'SECOND_FACTOR' } });
    idp.people.set('s-5', { groups: ['qz-caizheng'], amr: ['mfa'] });
    expect(await demand()).toEqual({ myAccount: { demand: null } });
  });
});

describe('linking', () => {
  it('takes the password, and no name that the provider gives out makes anybody an official', async () => {
    const clerk = await door.newUser('clerk', '350582', PASSWORD);
    idp.people.set(clerk.username, CLERK);
    expect(await new Browser(url).proveAs(clerk.username, `${url}/oidc/start`)).toBe('/login?identity=unlinked');
    const browser = await signedIn(clerk);
    expect(await browser.graphql(LINK, { input: { currentPassword: 'wrong' } })).toMatchObject({
      result: { code: 'BAD_CREDENTIALS' },
    });
  });

  it('counts in the session only in which its owner proved himself for it', async () => {
    const [victim, thief] = [
      await door.newUser('clerk', '350582', PASSWORD),
      await door.newUser('clerk', '350582', PASSWORD),
    ];
    idp.people.set('s-thief', CLERK);
    const own = await signedIn(thief);
    const trip = await tripOf(own);
    // The victim's browser is made to finish what the thief began.
    const others = await signedIn(victim);
    others.keep('duixian_identity', own.cookie('duixian_identity') ?? '');
    expect(await others.proveAs('s-thief', trip)).toBe('/login?identity=lapsed');
    expect(await isLinked(victim)).toBe(false);
  });

  it('leaves an identity with whom it is linked to', async () => {
    const first = await linked('s-6');
    const other = await door.newUser('clerk', '350582', PASSWORD);
    const second = await signedIn(other);
    expect(await second.proveAs('s-6', await tripOf(second))).toBe('/account?identity=taken');
    idp.people.set('s-6b', { groups: ['qz-caizheng'] });
    const elsewhere = await signedIn(other);
    expect(await elsewhere.proveAs('s-6b', await tripOf(elsewhere))).toBe('/account?identity=office');
    const { rows } = await api.pool.query(
      `select details ->> 'because' as because, kind from identity.security_log
        where user_id = $1 and kind like 'identity%' order by position`,
      [other.id],
    );
    expect(rows).toEqual(['taken', 'office'].map((because) => ({ because, kind: 'identity-link-refused' })));
    const browser = new Browser(url);
    await browser.proveAs('s-6', `${url}/oidc/start`);
    expect(await me(browser)).toBe(first.id);
  });

  it('and unlinking sign its owner out everywhere else', async () => {
    const clerk = await linked('s-10');
    const elsewhere = new Browser(url);
    expect(await elsewhere.proveAs('s-10', `${url}/oidc/start`)).toBe('/');
    const owner = await signedIn(clerk);
    idp.people.set('s-11', CLERK);

    expect(await owner.proveAs('s-11', await tripOf(owner))).toBe('/account?identity=linked');
    await expect(me(elsewhere)).rejects.toThrow('UNAUTHENTICATED');

    const again = new Browser(url);
    expect(await again.proveAs('s-11', `${url}/oidc/start`)).toBe('/');
    await owner.graphql(UNLINK, { input: { currentPassword: PASSWORD } });
    await expect(me(again)).rejects.toThrow('UNAUTHENTICATED');
    expect(await me(owner)).toBe(clerk.id);
  });

  it('ends with a password or a second factor that two administrators reset', async () => {
    const [system, security] = [
      await api.hire('system-administrator', '350500'),
      await api.hire('security-administrator', '350500'),
    ];
    for (const mutation of ['ResetPassword', 'ResetSecondFactor']) {
      const clerk = await linked(`s-${mutation}`);
      const proposing = `mutation ($input: ${mutation}Input!) { proposed: ${mutation.charAt(0).toLowerCase()}${mutation.slice(1)}(input: $input) { ... on OfficialProposal { id } } }`;
      const input = { commandId: randomUUID(), id: clerk.id, reason: '本人到场核验' };
      const { proposed } = (await ask(api, system, proposing, { input })) as { proposed: { id: string } };
      await api.send(security, 'agreeToOfficialChange', { official: clerk.id, proposal: proposed.id });
      expect(await isLinked(clerk)).toBe(false);
    }
  });

  it('past the application is found by the next verification', async () => {
    const clerk = await linked('s-7');
    await new Browser(url).proveAs('s-7', `${url}/oidc/start`);
    // The passwords of a spec's officials are written past the application themselves.
    const { rows } = await api.pool.query<{ id: string }>('select id from identity."user"');
    const seals = api.app.get(CredentialSeals);
    await inTransaction(api.pool, async (on) => {
      for (const { id } of rows) await seals.seal(on, '350500', id);
    });
    expect(await differences()).toEqual([null, null]);

    await api.pool.query(`update identity.linked_identity set subject = 's-8' where user_id = $1`, [clerk.id]);
    expect(await differences()).toMatchObject([{ subject: clerk.id }, null]);
    await api.pool.query(`update identity.linked_identity set subject = 's-7' where user_id = $1`, [clerk.id]);

    await api.pool.query('update identity.session set proved_by_provider = true where user_id = $1', [clerk.id]);
    expect(await differences()).toMatchObject([null, { check: 'session' }]);
    await api.pool.query('delete from identity.session where user_id = $1', [clerk.id]);
  });
});

describe('the way back', () => {
  it('leads nowhere without the browser that set out, with its answer taken twice, or with one of another trip', async () => {
    await linked('s-9');
    expect(await new Browser(url).open(`${url}/oidc/callback?code=x&state=y`)).toBe('/login?identity=lapsed');
    const browser = new Browser(url);
    await browser.open(`${url}/oidc/start`);
    const kept = browser.cookie('duixian_identity') ?? '';
    expect(await browser.open(`${url}/oidc/callback?code=x&state=y`)).toBe('/login?identity=unavailable');
    expect(browser.cookie('duixian_identity')).toBeUndefined();
    browser.keep('duixian_identity', `${kept.slice(0, -4)}AAAA`);
    expect(await browser.open(`${url}/oidc/callback?code=x&state=y`)).toBe('/login?identity=lapsed');
  });

  it('says so when the provider did not let him in', async () => {
    const browser = new Browser(url);
    // As the provider answers whoever presses its “cancel”.
    const cancelled = await browser.cancelAt(`${url}/oidc/start`);
    expect(cancelled).toBe('/login?identity=refused');
  });
});
