import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toRecordedEvent } from '@duixian/event-store';
import { parseEvent } from '@duixian/treasury';
import { roles, type Role } from '../identity/permission.js';
import { Divisions } from '../division/divisions.js';
import { Sessions } from '../identity/session/sessions.js';
import { AccountRecords } from '../identity/user/account-records.js';
import { ReadModel } from '../log/read-model.js';
import { UPCASTERS } from '../log/upcasters.js';
import { EarlierRows } from '../personal-data/earlier-rows.js';
import { personalDataDifferences } from '../personal-data/personal-data-check.js';
import { Api, type Official, sessionFor } from '../spec/api.spec.js';
import { shapeOf, shapesOfThisVersion } from '../spec/event-shapes.spec.js';
import { ask } from '../spec/queries.spec.js';
import { Release } from '../spec/release.spec.js';
import { wholeLog } from '../spec/replay.spec.js';

/** A day of the releases, after all that was done in them. */
const LATER = '2026-07-20';
/** A day on which what the start put on record has its effect, whenever that was. */
const AFTER_THE_START = '2040-01-02';
const PASSWORD = 'seven herons over the estuary';

interface UserRow {
  readonly tenant: string;
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly division: string;
  readonly department: string | null;
  readonly roles: readonly Role[];
}

describe.each(Release.withDatabase())('the database of release $name', (release) => {
  let api: Api;
  const written = release.events();
  const answers = release.answers();

  beforeAll(async () => {
    api = await Api.on(await release.restore());
    api.today(LATER);
    // The start put on record what that release had kept beside its log.
    for (const tenant of await api.store.tenants()) await api.caughtUp(tenant);
  });

  afterAll(() => api.stop());

  it('keeps every event as it was written, and reads it', async () => {
    const { rows } = await api.pool.query<{ event_id: string; data: unknown; meta: unknown }>(
      'select tenant, position, event_id, data, meta from es.event where event_id = any ($1) order by tenant, position',
      [written.map((event) => event.event_id)],
    );
    expect(rows).toEqual(
      written.map(({ tenant, position, event_id, data, meta }) => ({ tenant, position, event_id, data, meta })),
    );
    for (const tenant of new Set(written.map((event) => event.tenant))) {
      for (const event of await wholeLog(api, tenant)) expect(parseEvent(event).type).toBe(event.type);
    }
  });

  it('puts its accounts on record as they were found, each once, with the one office that each keeps', async () => {
    const { rows } = await api.pool.query<{ id: string; roles: string[]; version: number }>(
      'select id, roles, log_version as version from identity."user" order by id',
    );
    const found = await api.pool.query<{ id: string; found: string[]; roles: string[] }>(
      `select substr(stream, 10) as id, data -> 'found' as found, data -> 'roles' as roles
         from es.event where type = 'AccountTakenOver' order by 1`,
    );
    expect(rows).toEqual(found.rows.map(({ id, roles: kept }) => ({ id, roles: kept, version: 1 })));
    expect(rows.length).toBeGreaterThan(0);
    expect(found.rows.map(({ found: before }) => before)).toContainEqual(['administrator']);
    expect(found.rows.every(({ roles: kept }) => kept.length === 1)).toBe(true);
    const heads = await Promise.all((await api.store.tenants()).map((tenant) => api.store.head(tenant)));

    await api.app.get(AccountRecords).takeOver();

    expect(await Promise.all((await api.store.tenants()).map((tenant) => api.store.head(tenant)))).toEqual(heads);
  });

  it('puts the contacts it kept on record as they were found, each once, and its account numbers as agreed to by nobody', async () => {
    api.today(AFTER_THE_START);
    const clerk = await official('qz.window2');
    const uscc = '91350503MAX000014M';
    const query = `{ enterprise(uscc: "${uscc}") {
      contact { name phone } contactChanges { standing inForce isFound proposedBy }
      bankAccounts { id standing inForce isFound account { mask bank } }
    } }`;
    expect(await ask(api, clerk, query)).toEqual({
      enterprise: {
        contact: { name: '李**', phone: '*******0000' },
        contactChanges: [{ standing: 'IN_FORCE', inForce: true, isFound: true, proposedBy: '系统安装' }],
        bankAccounts: [
          {
            id: expect.any(String),
            standing: 'LAPSED',
            inForce: false,
            isFound: true,
            account: { mask: '6222 **** **** 0002', bank: '' },
          },
        ],
      },
    });
    expect(
      await ask(api, clerk, `{ contacts(uscc: "${uscc}") { ... on Contacts { contacts { name phone } } } }`),
    ).toEqual({
      contacts: { contacts: [{ name: '李女士', phone: '13800000000' }] },
    });
    const { rows } = await api.pool.query<{ recorded: boolean }>(
      `select exists (select from es.command c where c.tenant = k.tenant and c.command_id = k.id::text) as recorded
         from (select tenant, id from identity.contact union all select tenant, id from identity.bank_account) k`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ recorded }) => recorded)).toBe(true);
    for (const tenant of await api.store.tenants()) expect(await personalDataDifferences(api.pool, tenant)).toEqual([]);
    api.today(LATER);
    const heads = await Promise.all((await api.store.tenants()).map((tenant) => api.store.head(tenant)));

    await api.app.get(EarlierRows).takeOver();

    expect(await Promise.all((await api.store.tenants()).map((tenant) => api.store.head(tenant)))).toEqual(heads);
  });

  it('answers lists and totals as that release did', async () => {
    for (const { as, query, data } of answers.filter((answer) => !('users' in answer.data))) {
      const answer = withoutAccounts(await ask(api, await official(as), longer(inPresentWords(query))));
      expect({ query, data: comparable(answer) }).toEqual({ query, data: comparable(inPresentShape(data)) });
    }
  });

  it('answers the same when its read tables are built anew', async () => {
    await api.app.get(ReadModel).rebuild();

    for (const { as, query, data } of answers.filter((answer) => !('users' in answer.data))) {
      const answer = withoutAccounts(await ask(api, await official(as), longer(inPresentWords(query))));
      expect({ query, data: comparable(answer) }).toEqual({ query, data: comparable(inPresentShape(data)) });
    }
  });

  it('shows its officials to an administrator, each with capacities that there are', async () => {
    for (const { as, query, data } of answers.filter((answer) => 'users' in answer.data)) {
      expect(peopleOf(await ask(api, await official(as), query))).toEqual(peopleOf(data));
    }
    const { rows } = await api.pool.query<{ roles: string[] }>('select roles from identity."user"');
    expect(rows.flatMap((row) => row.roles).filter((role) => !roles.some((known) => known === role))).toEqual([]);
  });

  it('lets its officials in with the passwords they had', async () => {
    const login = `mutation { login(username: "xm.audit", password: "${PASSWORD}") { __typename } }`;

    expect((await api.post(null, login, {})).data).toEqual({ login: { __typename: 'Session' } });
  });

  it('asks them once for a password of their own, and neither for that nor to sign in anew at later starts', async () => {
    const own = 'a lantern at the ninth bridge';
    // Whom no other spec here signs in.
    const { rows } = await api.pool.query<{ username: string; tenant: string }>(
      `select username, tenant from identity."user" where must_change_password and not disabled and roles <@ '{clerk,reviewer}'
        order by username limit 1`,
    );
    const signIn = (password: string) => `mutation {
      login(username: "${rows[0]?.username ?? ''}", password: "${password}") { ... on Session { token } } }`;
    const change = `mutation {
      changePassword(input: { currentPassword: "${PASSWORD}", newPassword: "${own}" }) { ... on Session { token } } }`;
    const claims = '{ claims(first: 1) { nodes { id } } }';
    const bearer = (token: string) => ({ token, tenant: rows[0]?.tenant ?? '' });
    const { data } = await api.post(null, signIn(PASSWORD), {});
    const first = bearer((data as { login: { token: string } }).login.token);

    expect((await api.post(first, claims, {})).errors?.[0]?.extensions.code).toBe('PASSWORD_EXPIRED');
    const changed = await api.post(first, change, {});
    const second = bearer((changed.data as { changePassword: { token: string } }).changePassword.token);
    expect((await api.post(second, claims, {})).errors).toBeUndefined();

    const later = await Api.on(api.database);
    later.today(LATER);
    expect((await later.post(second, claims, {})).errors).toBeUndefined();
    const again = await later.post(null, signIn(own), {});
    const third = bearer((again.data as { login: { token: string } }).login.token);
    expect((await later.post(third, claims, {})).errors).toBeUndefined();
    await later.stop();
  });

  it('goes on where that release stopped', async () => {
    const before = await api.store.head('350500');
    const clerk = await official('qz.window2');
    const { claims } = await ask(api, clerk, '{ claims(filter: { status: [SUBMITTED] }, first: 1) { nodes { id } } }');
    const [claim] = (claims as { nodes: { id: string }[] }).nodes;

    // That release asked for no evidence: the claim is completed before it is accepted.
    const accepted = await api.send(clerk, 'acceptClaim', { claim: claim?.id });
    expect(accepted).toMatchObject({ code: 'INVALID_INPUT', field: 'evidence' });
    const returned = await api.send(clerk, 'returnClaim', { claim: claim?.id, reason: '请补充发票' });

    expect(returned.status).toBe('RETURNED');
    expect(await api.store.head('350500')).toBeGreaterThan(before);
  });

  async function official(username: string): Promise<Official> {
    const { rows } = await api.pool.query<UserRow>(
      'select tenant, id, username, display_name, division, department, roles from identity."user" where username = $1',
      [username],
    );
    const [user] = rows;
    if (user === undefined) throw new Error(`Nobody is called ${username}.`);
    // As if he had changed the password that an administrator of that release set: it is asked of him first.
    await api.pool.query('update identity."user" set must_change_password = false where id = $1', [user.id]);
    const token = await sessionFor(api.app.get(Sessions), user.tenant, user.id);
    const divisions = api.app.get(Divisions);
    const known = { reach: divisions.reachOf(user), nameOf: divisions.nameOf };
    return { ...user, displayName: user.display_name, ...known, token };
  }
});

describe('the shapes in which this version records', () => {
  it('are each kept in an event that a release has written, for every later version to read', () => {
    const written = new Set(Release.all().flatMap((release) => release.events().map(shapeOf)));

    // What is missing is recorded by specs: test/releases/README.md says how it gets into the file.
    expect(shapesOfThisVersion().filter((shape) => !written.has(shape))).toEqual([]);
  });
});

describe.each(Release.all())('the log of release $name', (release) => {
  it('is read event by event, in its newest shape', () => {
    for (const row of release.events()) {
      expect(parseEvent(toRecordedEvent(row.tenant, row, UPCASTERS)).type).toBe(row.type);
    }
  });
});

/** Sums whose words have changed since, and those that are what they were: docs/figures.md defines them anew. */
const TALLIES = ['byStatus { status count amount }', 'byStatus { status claims }'] as const;
const TOTALS = ['claims requested determined reserved paid', 'claims requested reserved paid'] as const;
const YEARLY = ['granted reserved paid cap city county', 'cap counted { granted reserved paid city county }'] as const;

function inPresentWords(query: string): string {
  return [TALLIES, TOTALS, YEARLY].reduce((text, [past, present]) => text.replace(past, present), query);
}

interface PastAnswer {
  readonly dashboard?: {
    readonly byStatus: readonly { readonly status: string; readonly count: number }[];
    readonly totals: { readonly determined: string };
  };
  readonly yearlyTotals?: { readonly nodes: readonly Readonly<Record<string, unknown>>[] };
}

/** Statuses that claims have had since, behind the one after which they are shown: no claim of that release has them. */
const NEW_STATUSES: Readonly<Record<string, readonly string[]>> = {
  PUBLICISED: ['OBJECTED'],
  INSTRUCTED: ['SETTLING'],
  PAID: ['SETTLED'],
};

/** What that release said of sums, as the present one says it: counts, and what counts against a ceiling. */
function inPresentShape(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { dashboard, yearlyTotals } = data as PastAnswer;
  if (dashboard !== undefined) {
    const { determined, ...totals } = dashboard.totals;
    const byStatus = dashboard.byStatus.flatMap(({ status, count: claims }) => [
      { status, claims },
      ...(NEW_STATUSES[status] ?? []).map((since) => ({ status: since, claims: 0 })),
    ]);
    return { dashboard: { ...dashboard, totals, byStatus } };
  }
  if (yearlyTotals === undefined) return data;
  const nodes = yearlyTotals.nodes.map(({ granted, reserved, paid, city, county, ...total }) => ({
    ...total,
    counted: { granted, reserved, paid, city, county },
  }));
  return { yearlyTotals: { nodes } };
}

/** Events without the claim that they belong to: grants and documents have learnt theirs since. */
function comparable(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!('events' in data)) return data;
  const { nodes, ...rest } = data.events as { nodes: Record<string, unknown>[] };
  return { ...data, events: { ...rest, nodes: nodes.map(({ claim, ...event }) => event) } };
}

/** The log holds more now: the accounts and contacts that the present version found are on record. */
const EVENTS_SHOWN = 50;
function longer(query: string): string {
  return query.replace(`events(first: ${EVENTS_SHOWN})`, 'events(first: 100)');
}

/** The events that the release had recorded, as many as it showed. */
function withoutAccounts(answer: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (!('events' in answer)) return answer;
  const { nodes, ...rest } = answer.events as { nodes: { type: string }[] };
  const recorded = nodes.filter(({ type }) => !type.endsWith('TakenOver') && type !== 'PolicyVersionMissed');
  return { ...answer, events: { ...rest, nodes: recorded.slice(0, EVENTS_SHOWN) } };
}

/** Who is there: what people may do has been divided anew since, and is not compared. */
function peopleOf(answer: Readonly<Record<string, unknown>>): unknown[] {
  const { nodes } = answer.users as { nodes: Record<string, unknown>[] };
  return nodes.map(({ id, username, displayName, division, disabled }) => ({
    id,
    username,
    displayName,
    division,
    disabled,
  }));
}
