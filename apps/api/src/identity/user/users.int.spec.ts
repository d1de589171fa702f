import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { foldOfficial, officialStream, parseOfficialEvent } from '@duixian/office';
import { testDatabase } from '@duixian/testing';
import { Api, type Official } from '../../spec/api.spec.js';
import { activate, choosePasswordsCheaply, draw } from '../../spec/activation.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { AccountFollower } from './account-follower.js';
import { AccountTable } from './account-table.js';

const CITY = '350500';
const PASSWORD = 'seven herons over the estuary';

const PROPOSAL = `... on OfficialProposal { id official kind username standing lookalikes proposedBy { displayName }
  agreeingRefusal { en } isYours }`;
const REFUSAL = '... on Refusal { code field } ... on InvalidInput { problems { field } }';

interface Answered {
  readonly __typename: string;
  readonly id: string;
  readonly official: string;
  readonly standing: string;
  readonly lookalikes: readonly string[];
  readonly code: string;
  readonly problems: readonly { readonly field: string }[];
}

let api: Api;
let system: Official;
let security: Official;
let audit: Official;

beforeAll(async () => {
  api = await Api.start();
  choosePasswordsCheaply(api);
  system = await api.hire('system-administrator', CITY);
  security = await api.hire('security-administrator', CITY);
  audit = await api.hire('audit-administrator', CITY);
});

afterAll(() => api.stop());

async function send(official: Official, mutation: string, input: object): Promise<Answered> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const text = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    __typename ${mutation === 'disableAccount' ? '... on User { id disabled }' : PROPOSAL} ${REFUSAL} } }`;
  const answer = await ask(api, official, text, { input: { commandId: randomUUID(), ...input } });
  return answer[mutation] as Answered;
}

function newcomer(username: string) {
  return {
    username,
    displayName: ' 陈　墨 ',
    division: '350582',
    department: '市工信局',
    roles: ['REVIEWER', 'REVIEWER'],
    reason: '新到岗',
  };
}

/** An account whose owner has chosen his password. */
async function opened(username: string): Promise<Answered> {
  const proposal = await send(system, 'openAccount', newcomer(username));
  await agree(security, proposal);
  await begin(username, proposal, [system, security]);
  return proposal;
}

async function begin(
  username: string,
  { official }: Answered,
  [one, two]: readonly [Official, Official],
): Promise<void> {
  const halves = [(await draw(api, one, official)).half, (await draw(api, two, official)).half];
  expect(await activate(api, username, halves, PASSWORD)).toMatchObject({ __typename: 'Session' });
}

function agree(official: Official, { id: proposal, official: of }: Answered): Promise<Answered> {
  return send(official, 'agreeToOfficialChange', { official: of, proposal });
}

async function signIn(username: string, password = PASSWORD): Promise<string> {
  const text = `mutation { login(username: "${username}", password: "${password}") { __typename } }`;
  const { data } = await api.post(null, text, {});
  return (data?.login as { __typename: string }).__typename;
}

/** Rows of `identity."user"` beside what a replay of the log makes of each official. */
async function tableAndLog(of: Api): Promise<{ table: unknown; log: unknown }> {
  const { rows } = await of.pool.query<{ tenant: string; id: string }>(
    `select tenant, id, username, display_name as "displayName", division, department, roles, disabled
       from identity."user" order by tenant, id`,
  );
  const streams = await of.pool.query<{ tenant: string; id: string }>(
    `select distinct tenant, substr(stream, 10) as id from es.event where stream like 'official-%' order by 1, 2`,
  );
  const folded = await Promise.all(
    streams.rows.map(async ({ tenant, id }) => {
      const { events } = await of.store.readStream(tenant, officialStream(id));
      const { account } = foldOfficial(events.map(parseOfficialEvent));
      return account === null ? [] : [{ tenant, id, ...account }];
    }),
  );
  return { table: rows, log: folded.flat() };
}

describe('an account', () => {
  it('is nothing before a second administrator agrees, and then lets its owner in', async () => {
    const proposal = await send(system, 'openAccount', newcomer('chen.mo'));

    expect(proposal).toMatchObject({ kind: 'OPENING', standing: 'OPEN', isYours: true });
    expect(await signIn('chen.mo')).toBe('BadCredentials');
    expect(await agree(system, proposal)).toMatchObject({ code: 'SAME_PERSON' });
    expect(await agree(security, proposal)).toMatchObject({ standing: 'AGREED' });
    expect(await signIn('chen.mo')).toBe('BadCredentials');
    await begin('chen.mo', proposal, [system, security]);
    expect(await signIn('chen.mo')).toBe('Session');
    const { user } = await ask(
      api,
      audit,
      `query ($id: ID!) { user(id: $id) { username displayName division { name } roles } }`,
      { id: proposal.official },
    );
    expect(user).toEqual({
      username: 'chen.mo',
      displayName: '陈 墨',
      division: { name: '晋江市' },
      roles: ['REVIEWER'],
    });
  });

  it('has a name that nobody else has in any city, also while it is only proposed', async () => {
    const proposal = await send(system, 'openAccount', newcomer('gao.yi'));
    const elsewhere = await api.hire('system-administrator', '350200');
    const input = { ...newcomer('gao.yi'), division: '350203' };

    expect(await send(elsewhere, 'openAccount', input)).toMatchObject({ code: 'USERNAME_TAKEN', field: 'username' });
    await send(system, 'withdrawOfficialChange', { official: proposal.official, proposal: proposal.id });
    expect(await send(elsewhere, 'openAccount', input)).toMatchObject({ standing: 'OPEN' });
    expect(await send(system, 'openAccount', { ...newcomer(system.username) })).toMatchObject({
      code: 'USERNAME_TAKEN',
    });
  });

  it('is flagged when its name looks like that of somebody else', async () => {
    const { username } = newcomer('lin.one');
    await agree(security, await send(system, 'openAccount', { ...newcomer(username), displayName: '林己' }));

    const alike = await send(system, 'openAccount', { ...newcomer('lin.two'), displayName: '林 已' });

    expect(alike.lookalikes).toEqual(['lin.one']);
  });

  it('takes effect once, however often the same command is sent', async () => {
    const input = { ...newcomer('once.only'), commandId: randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => send(system, 'openAccount', input)));

    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const [proposal] = answers;
    if (proposal === undefined) throw new Error('Nothing was answered.');
    const agreement = { official: proposal.official, proposal: proposal.id, commandId: randomUUID() };
    await Promise.all([1, 2, 3].map(() => send(security, 'agreeToOfficialChange', agreement)));
    const { events } = await api.store.readStream(CITY, officialStream(proposal.official));
    expect(events.map(({ type }) => type)).toEqual(['OfficialChangeProposed', 'AccountOpened']);
  });

  it('names every field that is wrong, and keeps nothing of it', async () => {
    const wrong = { ...newcomer('No!'), displayName: ' ', division: '350200' };

    const answer = await send(system, 'openAccount', wrong);

    expect(answer.code).toBe('INVALID_INPUT');
    expect(answer.problems).toEqual(['username', 'displayName', 'division'].map((field) => ({ field })));
    const { rows } = await api.pool.query('select from identity.reserved_username where username = $1', ['No!']);
    expect(rows).toEqual([]);
  });

  it('is opened with no password that an administrator could name', async () => {
    const wanted = { ...newcomer('no.password'), password: PASSWORD };
    const text = 'mutation ($input: OpenAccountInput!) { openAccount(input: $input) { __typename } }';

    const { errors } = await api.post(system, text, { input: { commandId: randomUUID(), ...wanted } });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['changeOffice', 'OfficeChanged', { displayName: '陈墨', division: '350583', department: '市工信局' }],
    ['unlockAccount', 'AccountUnlocked', {}],
    ['resetSecondFactor', 'SecondFactorReset', {}],
    ['enableAccount', 'AccountEnabled', {}],
  ])('is helped by two: %s is on record when the second one agrees', async (mutation, type, input) => {
    const { official } = await opened(`helped.${mutation.toLowerCase()}`);
    if (mutation === 'enableAccount') await send(system, 'disableAccount', { id: official, reason: '休假' });
    const typesOf = async () =>
      (await api.store.readStream(CITY, officialStream(official))).events.map((event) => event.type);

    const proposal = await send(system, mutation, { id: official, reason: '本人申请', ...input });
    expect(await typesOf()).not.toContain(type);

    expect(await agree(security, proposal)).toMatchObject({ standing: 'AGREED' });
    expect((await typesOf()).at(-1)).toBe(type);
  });

  it('is open again at once when an administrator of another kind enables what one alone shut', async () => {
    const { official } = await opened('shut.alone');
    await send(system, 'disableAccount', { id: official, reason: '停用全部账号' });
    expect(await signIn('shut.alone')).not.toBe('Session');

    expect(await send(security, 'enableAccount', { id: official, reason: '恢复办公' })).toMatchObject({
      standing: 'AGREED',
    });
    expect(await signIn('shut.alone')).toBe('Session');
  });

  it('signs its owner out when two change what he may do, and shuts him out when one disables him', async () => {
    const user = await api.hire('clerk', '350582');
    const me = async () => (await api.post(user, '{ me { id } }', {})).errors?.[0]?.extensions.code ?? 'in';
    const proposal = await send(system, 'changeRoles', { id: user.id, roles: ['TREASURY'], reason: '轮岗' });
    expect(await me()).toBe('in');

    await agree(security, proposal);
    expect(await me()).toBe('UNAUTHENTICATED');

    expect(await send(system, 'disableAccount', { id: user.id, reason: '离职' })).toMatchObject({ disabled: true });
    expect(await send(system, 'disableAccount', { id: system.id, reason: '离职' })).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  it('holds no two offices that exclude each other', async () => {
    const input = { ...newcomer('two.hats'), roles: ['CLERK', 'TREASURY'] };
    expect(await send(system, 'openAccount', input)).toMatchObject({ code: 'INVALID_INPUT', field: 'roles' });
  });

  it('keeps the last of each kind, also when two are removed at the same moment', async () => {
    const city = '350100';
    const actor = await api.hire('security-administrator', city);
    const first = await api.hire('audit-administrator', city);
    const removed = (id: string) => send(actor, 'disableAccount', { id, reason: '离职' });
    expect(await removed(first.id)).toMatchObject({ code: 'LAST_ADMINISTRATOR' });
    const second = await api.hire('audit-administrator', city);

    const answers = await Promise.all([first, second].map(({ id }) => removed(id)));

    const { rows } = await api.pool.query(
      `select from identity."user" where tenant = $1 and 'audit-administrator' = any (roles) and not disabled`,
      [city],
    );
    expect(rows).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'LAST_ADMINISTRATOR')).toHaveLength(1);
  });

  it('waits in the list of whoever may agree to it, and for nobody else', async () => {
    const city = '350600';
    const one = await api.hire('system-administrator', city);
    const two = await api.hire('security-administrator', city);
    const three = await api.hire('audit-administrator', city);
    const proposal = await send(one, 'openAccount', { ...newcomer('queue.er'), division: city });
    const question = `{ officialProposals(filter: { waitingForMe: true }) { nodes { id } totalCount }
      dashboard { waitingProposals } }`;
    const waiting = {
      officialProposals: { nodes: [{ id: proposal.id }], totalCount: 1 },
      dashboard: { waitingProposals: 1 },
    };
    const none = { officialProposals: { nodes: [], totalCount: 0 }, dashboard: { waitingProposals: 0 } };

    expect(await ask(api, two, question)).toEqual(waiting);
    expect(await ask(api, one, question)).toEqual(none);
    expect(await ask(api, three, question)).toEqual(none);
    await send(two, 'refuseOfficialChange', { official: proposal.official, proposal: proposal.id, reason: '编制已满' });
    expect(await ask(api, two, question)).toEqual(none);
  });

  it('has a record that auditors read, and nobody in casework', async () => {
    const clerk = await api.hire('clerk', CITY);
    const auditor = await api.hire('auditor', CITY);
    const question = `query ($stream: String!) { events(filter: { stream: $stream }) { nodes { type } totalCount } }`;
    const variables = { stream: officialStream(clerk.id) };
    const record = { events: { nodes: [{ type: 'AccountTakenOver' }], totalCount: 1 } };

    expect(await ask(api, auditor, question, variables)).toEqual(record);
    expect(await ask(api, audit, question, variables)).toEqual(record);
    expect(await ask(api, clerk, question, variables)).toEqual({ events: { nodes: [], totalCount: 0 } });
  });

  it('is found by name, role and whether it is disabled', async () => {
    const list = `query ($filter: UserFilter) { users(filter: $filter) { nodes { username } totalCount } }`;
    const { users } = await ask(api, system, list, { filter: { query: '林', role: 'REVIEWER', disabled: false } });

    expect(users).toEqual({ nodes: [{ username: 'lin.one' }], totalCount: 1 });
    expect(await ask(api, system, '{ user(id: "nobody") { id } }')).toEqual({ user: null });
  });
});

describe('the table of users', () => {
  it('is what a replay of the log makes of it', async () => {
    const { table, log } = await tableAndLog(api);
    expect(table).toEqual(log);
  });

  it('is repaired by itself when the power goes between the record and the table', async () => {
    const database = await testDatabase();
    const before = await Api.on(database);
    const one = await before.hire('system-administrator', CITY);
    const two = await before.hire('security-administrator', CITY);
    const shared = api;
    api = before;
    try {
      const proposal = await send(one, 'openAccount', newcomer('power.cut'));
      // What the process would have done after the append never happens.
      await before.app.get(AccountFollower).onApplicationShutdown();
      before.app.get(AccountTable).settle = () => Promise.resolve();
      await agree(two, proposal);
      expect(await signIn('power.cut')).toBe('BadCredentials');
      await before.stop();

      api = await Api.on(database, 'both');
      const head = await api.store.head(CITY);
      expect(await api.app.get(AccountFollower).caughtUp(CITY, head, 20_000)).toBe(true);
      await begin('power.cut', proposal, [one, two]);
      const { table, log } = await tableAndLog(api);
      expect(table).toEqual(log);
      await api.stop();
    } finally {
      api = shared;
    }
  });
});
