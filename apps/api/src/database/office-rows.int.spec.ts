import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CITY_ROLE, EventStore } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import pg from 'pg';
import { ReadModel } from '../log/read-model.js';
import { roles } from '../identity/permission.js';
import { Offices } from '../policy/law/offices.js';
import { currentRequest, inRequest } from '../request/request-scope.js';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, COUNTY_RENTAL, OTHER_COUNTY, TODAY } from '../spec/bureau.spec.js';
import { BOUND_SETTINGS, boundValues } from './bound-settings.js';
import { APPLICATION_OPTIONS } from './database.js';
import { APPLICATION_URL } from './database.module.js';
import { IDENTITY_OFFICES, READ_OFFICES } from './office-rules.js';

const ELSEWHERE = '350200';
const LEAD = '市数据管理局';
/** Leads a clause of the city's under which nothing waits, and one of the county's under which something does. */
const OTHER_LEAD = '市工信局';
const OBJECTION = randomUUID();
/** Of an official's own, by the column that names him. */
const OWN: Readonly<Record<string, string>> = {
  session: 'user_id',
  second_factor: 'user_id',
  recovery_code: 'user_id',
  former_password: 'user_id',
  known_device: 'user_id',
  sign_in_ticket: 'user_id',
  linked_identity: 'user_id',
  activation_code: 'proposed_by',
};

/** A table, what PostgreSQL shows of it, and what the application answers of the same to the same official. */
interface Restricted {
  readonly sql: string;
  readonly shown: (official: Official) => Promise<readonly string[]>;
}

let api: Api;
let bureau: Bureau;
let client: pg.Client;
let ownerUrl: string;
let claim: string;
/** Both in two counties: much is open for the first, nothing for the second. */
let usccs: readonly string[];

beforeAll(async () => {
  ownerUrl = await testDatabase();
  api = await Api.on(ownerUrl, 'both');
  bureau = await Bureau.open(api);
  client = new pg.Client({ connectionString: api.app.get<string>(APPLICATION_URL), options: APPLICATION_OPTIONS });
  await client.connect();
  const busy = await bureau.enterprise(COUNTY);
  usccs = [busy, await bureau.enterprise(OTHER_COUNTY)];
  for (const uscc of usccs) {
    const contact = { uscc, name: '林某某', phone: '0595-85600000', email: null };
    const { contactChanges } = await bureau.done(bureau.clerk, 'proposeContactChange', contact);
    await bureau.done(bureau.otherClerk, 'agreeContactChange', { uscc, proposal: contactChanges[0]?.id });
  }
  claim = await bureau.publicised({ uscc: busy });
  const said = { kind: 'PERSON', name: '吴某某', phone: '13800000000' };
  await bureau.done(bureau.clerk, 'raiseObjection', {
    ...{ claim, commandId: OBJECTION, receivedOn: TODAY, what: '场地与合同不符', evidence: null, objector: said },
  });
  await bureau.accepted({ uscc: busy, year: 2024, occurredOn: '2024-12-31' });
  await bureau.accepted({ uscc: busy, measure: COUNTY_RENTAL });
  await bureau.instructed({ uscc: busy, measure: 'quanzhou-2024-7/3' });
  const system = await api.hire('system-administrator', CITY);
  const office = { displayName: '陈墨', division: COUNTY, department: null, reason: '调动' };
  await bureau.done(system, 'changeOffice', { id: bureau.clerk.id, ...office });
  for (const tenant of [CITY, ELSEWHERE]) {
    await api.app.get(ReadModel).caughtUp(tenant, await api.app.get(EventStore).head(tenant));
  }
});

afterAll(async () => {
  await client.end();
  await api.stop();
});

/** One column of what a statement finds as the application's role, told what a request of the official is told. */
async function seen(office: Official | null, sql: string, tenant = office?.tenant ?? CITY): Promise<string[]> {
  await client.query('begin');
  try {
    const told = office === null ? null : api.app.get(Offices).of(office);
    const values = boundValues({ role: CITY_ROLE, tenant, office: told });
    for (const [index, name] of BOUND_SETTINGS.entries()) {
      await client.query('select set_config($1, $2, true)', [name, values[index]]);
    }
    const { rows } = await client.query<{ key: string }>(sql);
    return rows.map(({ key }) => key).toSorted();
  } finally {
    await client.query('rollback');
  }
}

async function answer(official: Official, query: string): Promise<Readonly<Record<string, unknown>> | null> {
  const { data } = await api.post(official, query, {});
  return data ?? null;
}

async function found<Node>(official: Official, field: string, selection: string): Promise<readonly Node[]> {
  const answered = (await answer(official, `{ found: ${field} { ${selection} } }`))?.found;
  return (answered as { readonly nodes?: readonly Node[] } | null | undefined)?.nodes ?? [];
}

const TABLES: Readonly<Record<string, Restricted>> = {
  contact: {
    sql: 'select uscc as key from identity.contact',
    shown: async (official) => {
      const asked = usccs.map(async (uscc) => {
        const query = `{ contacts(uscc: "${uscc}") { ... on Contacts { contacts { name } } } }`;
        const { contacts } = (await answer(official, query)) ?? {};
        return (contacts as { contacts?: unknown[] } | undefined)?.contacts?.map(() => uscc) ?? [];
      });
      return (await Promise.all(asked)).flat();
    },
  },
  bank_account: {
    sql: 'select uscc as key from identity.bank_account',
    shown: async (official) => {
      const { rows } = await api.pool.query<{ uscc: string; id: string }>(
        'select uscc, id from identity.bank_account where tenant = $1',
        [CITY],
      );
      const asked = rows.map(async ({ uscc, id }) => {
        const query = `{ accountNumber(uscc: "${uscc}", proposal: "${id}") { __typename } }`;
        const { accountNumber } = (await answer(official, query)) ?? {};
        return (accountNumber as { __typename?: string } | undefined)?.__typename === 'AccountNumber' ? [uscc] : [];
      });
      return (await Promise.all(asked)).flat();
    },
  },
  objector: {
    sql: 'select claim as key from identity.objector',
    shown: async (official) => {
      const query = `{ objector(claim: "${claim}", objection: "${OBJECTION}") { __typename } }`;
      const { objector } = (await answer(official, query)) ?? {};
      return (objector as { __typename?: string } | undefined)?.__typename === 'Objector' ? [claim] : [];
    },
  },
  security_log: {
    sql: `select id::text as key from (select position as id from identity.security_log order by 1 limit 1) l`,
    shown: async (official) => {
      const page = await found(official, 'securityLog(first: 1)', 'nodes { at }');
      return page.map(() => '1');
    },
  },
  account_proposal: {
    sql: 'select id::text as key from read.account_proposal',
    shown: async (official) => {
      const page = await found<{ id: string }>(official, 'officialProposals(first: 100)', 'nodes { id }');
      return page.map(({ id }) => id);
    },
  },
  session: {
    sql: 'select id::text as key from identity.session',
    shown: async (official) => {
      const { myAccount } = (await answer(official, '{ myAccount { sessions { id } } }')) ?? {};
      return (myAccount as { sessions: { id: string }[] }).sessions.map(({ id }) => id);
    },
  },
};

const POSTS = [COUNTY, OTHER_COUNTY, CITY, ELSEWHERE].flatMap((division) =>
  [LEAD, OTHER_LEAD].map((department) => ({ division, department })),
);
/** Tables and roles of which somebody was shown something. */
const somebody = new Set<string>();

describe('what is some offices’ alone within a city', () => {
  it('is asked of every table that has a rule', () => {
    const ruled = [...Object.keys(IDENTITY_OFFICES), ...Object.keys(READ_OFFICES)];
    const past = 'account_proposal_past';
    expect([...new Set([...Object.keys(TABLES), ...Object.keys(OWN), past])].toSorted()).toEqual(ruled.toSorted());
  });

  it.each(roles)('shows a %s in PostgreSQL what the application shows him, wherever he is', async (role) => {
    for (const { division, department } of POSTS) {
      if (role !== 'reviewer' && department !== LEAD) continue;
      const official = await api.hire(role, division, role === 'reviewer' ? department : null);
      for (const [table, { sql, shown }] of Object.entries(TABLES)) {
        const answered = (await shown(official)).toSorted();
        const where = [division, official.department, table];
        expect([...where, await seen(official, sql)]).toEqual([...where, answered]);
        if (answered.length > 0) somebody.add(`${table} ${[role, official.department ?? []].flat().join(' ')}`);
      }
    }
  });

  it('is shown to those whose work it is, and was not empty for everybody', () => {
    expect([...somebody].toSorted()).toEqual(
      [
        ...['auditor', 'audit-administrator', 'security-administrator', 'system-administrator'].map(
          (each) => `account_proposal ${each}`,
        ),
        ...['auditor', 'clerk', 'finance', 'treasury'].map((each) => `bank_account ${each}`),
        ...['auditor', 'clerk', 'finance', 'treasury'].map((each) => `contact ${each}`),
        ...['auditor', 'clerk'].map((each) => `objector ${each}`),
        ...[`contact reviewer ${LEAD}`, `objector reviewer ${LEAD}`, `contact reviewer ${OTHER_LEAD}`],
        ...['auditor', 'audit-administrator'].map((each) => `security_log ${each}`),
        ...roles.filter((each) => each !== 'reviewer').map((each) => `session ${each}`),
        ...[`session reviewer ${LEAD}`, `session reviewer ${OTHER_LEAD}`],
      ].toSorted(),
    );
  });
});

describe('who forgets to say who he is, or says it in another way,', () => {
  const EVERY = [
    ...Object.keys(IDENTITY_OFFICES).map((table) => `identity.${table}`),
    ...Object.keys(READ_OFFICES).map((table) => `read.${table}`),
  ];

  it('sees nothing, also on a connection that served somebody else just before', async () => {
    const auditor = await api.hire('auditor', CITY);
    for (const table of EVERY) {
      expect(await seen(null, `select tenant as key from ${table}`)).toEqual([]);
      await seen(auditor, `select tenant as key from ${table}`);
      await client.query('begin');
      await client.query(`set local role ${CITY_ROLE}`);
      await client.query(`select set_config('duixian.tenant', '${CITY}', true)`);
      expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
      await client.query('rollback');
    }
  });

  it('is not taken for another by what his settings say', async () => {
    const clerk = await api.hire('clerk', OTHER_COUNTY);
    const reach = { ...clerk.reach, areas: [`350583','auditor`, '3505%', `3505_`] };
    const forged = { ...clerk, division: `350583'); set role duixian_app; --`, reach };
    expect(await seen(forged, 'select uscc as key from identity.contact')).toEqual([]);
    expect(await seen(forged, 'select current_user::text as key')).toEqual([CITY_ROLE]);
  });

  it('changes and removes nothing of it, whatever he may see', async () => {
    const auditor = await api.hire('auditor', CITY);
    for (const table of ['contact', 'bank_account', 'objector']) {
      await expect(seen(auditor, `update identity.${table} set kept_at = now() returning ''`)).rejects.toMatchObject({
        code: '42501',
      });
      expect(await seen(auditor, `delete from identity.${table} returning '' as key`)).toEqual([]);
    }
  });

  it('sees his own alone of what somebody proves himself with', async () => {
    const [one, two] = [await api.hire('finance', CITY), await api.hire('finance', CITY)];
    await withClient(ownerUrl, async (owner) => {
      await owner.query('set session_replication_role = replica');
      for (const [table, column] of Object.entries(OWN)) {
        if (table === 'session') continue;
        for (const { id } of [one, two]) await owner.query(await rowOf(owner, table, column, id));
      }
    });
    for (const [table, column] of Object.entries(OWN)) {
      const sql = `select ${column}::text as key from identity.${table}`;
      expect([table, await seen(one, sql)]).toEqual([table, [one.id]]);
    }
  });

  /** One with a value in every column that must have one. */
  async function rowOf(owner: pg.ClientBase, table: string, column: string, id: string): Promise<string> {
    const { rows } = await owner.query<{ name: string; type: string }>(
      `select attname as name, format_type(atttypid, null) as type from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef
          and attidentity = ''`,
      [`identity.${table}`],
    );
    const made = rows.map(({ name, type }) => {
      if (name === column) return pg.escapeLiteral(id);
      if (name === 'tenant') return pg.escapeLiteral(CITY);
      if (type === 'uuid') return 'gen_random_uuid()';
      if (type === 'bytea') return 'uuid_send(gen_random_uuid())';
      if (type === 'timestamp with time zone') return 'now()';
      return type === 'text' ? 'gen_random_uuid()::text' : '1';
    });
    return `insert into identity.${table} (${rows.map(({ name }) => name).join(', ')}) values (${made.join(', ')})`;
  }
});

describe('a connection of the pool', () => {
  it('tells each statement whose it is, prepared or not, whoever had it before', async () => {
    const auditor = await api.hire('auditor', CITY);
    const clerk = await api.hire('clerk', OTHER_COUNTY);
    const named = { name: 'spec.contacts', text: 'select uscc as key from identity.contact where tenant = $1' };
    const asked = (official: Official | null): Promise<number | null> =>
      new Promise((resolve, reject) => {
        inRequest({ id: 'spec', isOfMachine: false }, () => {
          const scope = currentRequest();
          if (scope !== null)
            Object.assign(scope, { tenant: CITY, office: official && api.app.get(Offices).of(official) });
          api.pool.query({ ...named, values: [CITY] }).then(({ rowCount }) => resolve(rowCount), reject);
        });
      });
    for (let turn = 0; turn < 10; turn += 1) {
      expect([await asked(auditor), await asked(clerk), await asked(null)]).toEqual([2, 1, 0]);
    }
    expect((await api.pool.query({ ...named, values: [CITY] })).rowCount).toBe(2);
  });
});
