import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Difference } from '@duixian/event-store';
import { Random } from '@duixian/testing';
import { generateSync } from 'otplib';
import pg from 'pg';
import { Clock } from '../clock/clock.js';
import { inTransaction } from '../database/transaction.js';
import { ActivationCodes } from '../identity/activation/activation-codes.js';
import { AccountFollower } from '../identity/user/account-follower.js';
import { hashPassword } from '../identity/password/password.js';
import { Passwords } from '../identity/password/passwords.js';
import { CredentialSeals } from '../identity/seal/credential-seals.js';
import { SecondFactors } from '../identity/second-factor/second-factors.js';
import { Sessions } from '../identity/session/sessions.js';
import { SecurityLog } from '../security-log/security-log.js';
import { Api } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';
import { firstDifferingSession } from './credential-difference.js';
import { outsideDifferences, outsideTenants } from './outside-log.js';
import { firstDifferingEntry, securityEnd, type SecurityEnd } from './security-difference.js';

/** `npm run test:tamper` makes it a thousand. */
const TIMES = Number(process.env.DUIXIAN_TAMPERINGS ?? 160);
const SEED = Number(process.env.DUIXIAN_SEED ?? 20_261_126);
const PASSWORD_COST = { n: 2 ** 4, r: 8, p: 1 };

let api: Api;
let superuser: pg.Client;
let remembered: SecurityEnd | null;

beforeAll(async () => {
  api = await Api.start();
  const bureau = await Bureau.open(api);
  for (let n = 0; n < 4; n += 1) {
    const uscc = await bureau.enterprise();
    await bureau.instructed({ uscc });
    const contact = { name: `林某某${n}`, phone: `1390000000${n}`, email: null };
    const { contactChanges } = await bureau.done(bureau.clerk, 'proposeContactChange', { uscc, ...contact });
    await bureau.done(bureau.otherClerk, 'agreeContactChange', { uscc, proposal: contactChanges[0]?.id ?? '' });
  }
  const auditor = await api.hire('auditor', CITY);
  const epoch = Math.floor(api.app.get(Clock).now().getTime() / 1000);
  for (const [at, role] of (['finance', 'treasury', 'clerk', 'reviewer'] as const).entries()) {
    const { tenant, id, username } = await api.hire(role, CITY, '市数据管理局');
    const hash = await hashPassword(`a password of the ${role}`, PASSWORD_COST);
    await api.app.get(Passwords).setFor(tenant, id, hash);
    if (at > 1) continue;
    const { secret } = await api.app.get(SecondFactors).offer(tenant, id, username);
    await api.app.get(SecondFactors).enrol(tenant, id, randomUUID(), generateSync({ secret, epoch }));
  }
  for (const role of ['clerk', 'finance'] as const) {
    const { tenant, id: userId } = await api.hire(role, CITY);
    await inTransaction(api.pool, async (connection) => {
      const issue = { tenant, userId, proposedBy: randomUUID(), agreedBy: randomUUID() };
      await api.app.get(ActivationCodes).issueOn(connection, issue);
      await api.app.get(CredentialSeals).seal(connection, tenant, userId);
    });
  }
  await api.transfer(await api.hire('clerk', CITY), 'auditor', CITY);
  for (let n = 0; n < 10; n += 1) await ask(api, auditor, '{ securityLog { totalCount } }');
  await api.app.get(SecurityLog).flush();
  await api.caughtUp(CITY);
  await api.app.get(AccountFollower).caughtUp(CITY, await api.store.head(CITY), 30_000);
  superuser = new pg.Client({ connectionString: api.database });
  await superuser.connect();
  remembered = await securityEnd(superuser, CITY);
}, 120_000);

afterAll(async () => {
  await superuser.end();
  await api.stop();
});

async function differences(): Promise<readonly Difference[]> {
  const entry = await firstDifferingEntry(superuser, CITY, remembered);
  return [...(await outsideDifferences(superuser, CITY)), ...(entry === null ? [] : [entry])];
}

describe('what says who may do what, and where money goes', () => {
  it('is found as the logs have it when nobody touched it', async () => {
    await superuser.query('begin');
    expect(await differences()).toEqual([]);
    await superuser.query('rollback');
  });

  it(`is found changed, removed, added or exchanged by a superuser each of ${TIMES} times`, async () => {
    const random = new Random(SEED);
    const unseen: string[] = [];
    let changed = 0;
    for (let n = 0; changed < TIMES; n += 1) {
      const tampering = TAMPERINGS[n % TAMPERINGS.length];
      const sql = tampering?.((max) => Math.floor(random.next() * max)) ?? '';
      await superuser.query('begin');
      // No key of another table stands in a superuser’s way.
      await superuser.query('set local session_replication_role = replica');
      const before = await fingerprint();
      await superuser.query(sql);
      if ((await fingerprint()) !== before) {
        changed += 1;
        if ((await differences()).length === 0) unseen.push(sql);
      }
      await superuser.query('rollback');
    }

    expect(unseen).toEqual([]);
    expect(changed).toBe(TIMES);
  }, 600_000);

  it.each<[string, string, Partial<Difference>]>([
    [
      'a role added',
      `update identity."user" set roles = roles || '{finance}' where tenant = '${CITY}' and roles = '{clerk}'`,
      { check: 'official', field: 'roles', stored: 'clerk,finance', computed: 'clerk' },
    ],
    [
      'a password set',
      `update identity."user" set password = 'scrypt$16$8$1$AAAA$AAAA' where tenant = '${CITY}' and roles = '{finance}'`,
      { check: 'credentials', field: 'seal' },
    ],
    [
      'a session put in',
      `insert into identity.session (token_hash, id, tenant, user_id, password_version, begun_at, used_at)
       select sha256('a token'), gen_random_uuid(), tenant, id, password_version, now(), now()
         from identity."user" where tenant = '${CITY}' limit 1`,
      { check: 'session', field: 'sign-in' },
    ],
    [
      'a session taken over',
      `update identity.session set token_hash = sha256('known'), begun_at = now() + interval '300 days'
        where id = (select id from identity.session where tenant = '${CITY}' order by id limit 1)`,
      { check: 'session', field: 'seal' },
    ],
    [
      'a session kept awake',
      `update identity.session set used_at = now() + interval '1 day'
        where id = (select id from identity.session where tenant = '${CITY}' order by id limit 1)`,
      { check: 'session', field: 'used_at' },
    ],
    [
      'an account number changed',
      `update identity.bank_account set number = '6222000000000000' where tenant = '${CITY}'`,
      { check: 'personal-data', field: 'hash' },
    ],
  ])('names %s', async (_, sql, difference) => {
    await superuser.query('begin');
    await superuser.query(sql);
    expect(await differences()).toEqual([expect.objectContaining({ tenant: CITY, ...difference })]);
    await superuser.query('rollback');
  });

  it('does not go on with a session that was ended, nor one of a city that has nothing else', async () => {
    await superuser.query('begin');
    await superuser.query('set local session_replication_role = replica');
    await superuser.query(`create temporary table kept on commit drop as select * from identity.session
      where id = (select id from identity.session where tenant = '${CITY}' order by id limit 1)`);
    await superuser.query(`select identity.record_security(tenant, now(), 'signed-out', user_id, null, null, null, null, 1,
                                    json_build_object('session', id)::text) from kept`);
    expect(await differences()).toEqual([expect.objectContaining({ check: 'session', field: 'end' })]);
    await superuser.query(`update identity.session set tenant = '990000' where id in (select id from kept)`);
    expect(await outsideTenants(superuser, [])).toContain('990000');
    expect(await outsideDifferences(superuser, '990000')).toMatchObject([{ check: 'session', field: 'sign-in' }]);
    await superuser.query('rollback');
  });

  it('ends at a start the sessions of an earlier version, which no sign-in sealed, and no others', async () => {
    const { rows } = await superuser.query<{ id: string }>(
      `insert into identity.session (token_hash, id, tenant, user_id, password_version, begun_at, used_at)
       select sha256('of an earlier version'), gen_random_uuid(), tenant, id, password_version, now(), now()
         from identity."user" where tenant = '${CITY}' limit 1 returning id`,
    );
    await superuser.query(
      `select identity.record_security(tenant, now(), 'signed-in', user_id, null, null, null, null, 1,
                                       json_build_object('session', id)::text) from identity.session where id = $1`,
      [rows[0]?.id],
    );
    const count = 'select count(*)::int as sessions from identity.session';
    const before = (await superuser.query<{ sessions: number }>(count)).rows[0]?.sessions ?? 0;
    expect(await firstDifferingSession(superuser, CITY)).toMatchObject({ check: 'session', field: 'seal' });

    await api.app.get(Sessions).endUnsealed();
    expect(await firstDifferingSession(superuser, CITY)).toBeNull();
    expect((await superuser.query(count)).rows).toEqual([{ sessions: before - 1 }]);
  });

  it('is told of a security log that was removed whole by what an earlier verification kept', async () => {
    await superuser.query('begin');
    await superuser.query(`delete from identity.security_log where tenant = '${CITY}'`);
    await superuser.query(`delete from identity.security_log_end where tenant = '${CITY}'`);
    expect(await firstDifferingEntry(superuser, CITY, null)).toBeNull();
    expect(await firstDifferingEntry(superuser, CITY, remembered)).toMatchObject({
      check: 'security-log',
      field: 'as an earlier verification found it',
      stored: null,
    });
    await superuser.query('rollback');
  });
});

/** A superuser's statement on rows that `below` chooses: it gives a whole number from 0 to below its argument. */
type Tampering = (below: (max: number) => number) => string;

const KEYS = {
  '"user"': 'id',
  second_factor: 'user_id',
  recovery_code: 'hash',
  activation_code: 'user_id',
  session: 'token_hash',
  security_log: 'position',
  security_log_end: 'tenant',
  bank_account: 'id',
  contact: 'id',
} as const;
type Table = keyof typeof KEYS;

/** Sessions that end are no change of who may do what. */
const CHANGES: Readonly<Record<Table, readonly string[]>> = {
  '"user"': [
    `id = gen_random_uuid()`,
    `username = username || 'x'`,
    `display_name = '另一人'`,
    `division = '350582'`,
    `department = '市财政局'`,
    `roles = roles || '{system-administrator}'`,
    `roles = '{}'`,
    `disabled = not disabled`,
    `password = 'scrypt$16$8$1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA'`,
    `password_version = password_version + 1`,
    `must_change_password = not must_change_password`,
    `is_demo = not is_demo`,
    `log_version = log_version - 1`,
    `log_version = log_version + 1`,
    `log_version = null`,
  ],
  second_factor: [`secret = sha256(secret)`, `secret = null, enrolled_at = null`, `user_id = gen_random_uuid()`],
  recovery_code: [`hash = sha256(hash)`, `user_id = gen_random_uuid()`],
  activation_code: [
    `proposer_half = sha256('known')`,
    `agreer_half = sha256('known')`,
    `proposed_by = gen_random_uuid()`,
    `agreed_by = gen_random_uuid()`,
    `expires_at = expires_at + interval '1 day'`,
    `user_id = gen_random_uuid()`,
  ],
  session: [
    `id = gen_random_uuid()`,
    `user_id = (select u.id from identity."user" u where u.tenant = t.tenant and u.id <> t.user_id limit 1)`,
    `token_hash = sha256('known')`,
    `password_version = password_version + 1`,
    `begun_at = begun_at + interval '1 hour'`,
    `begun_at = begun_at + interval '300 days', used_at = used_at + interval '300 days'`,
    `used_at = now() + interval '1 hour'`,
    `used_at = begun_at - interval '1 hour'`,
    `address = '10.0.0.1'`,
    `agent = 'another'`,
  ],
  security_log: [
    `kind = 'export'`,
    `username = 'nobody'`,
    `display_name = null`,
    `user_id = gen_random_uuid()`,
    `address = '10.0.0.1'`,
    `subject = 'another'`,
    `at = at - interval '1 hour'`,
    `times = times + 1`,
    `details = '{"seal": "another"}'`,
    `hash = sha256(hash)`,
    `position = position + 100000`,
  ],
  security_log_end: [`position = position - 1`, `position = position + 1`, `hash = sha256(hash)`],
  bank_account: [
    `id = gen_random_uuid()`,
    `uscc = '91350500MA2XN2J96Q'`,
    `holder = '另一户名'`,
    `number = '6222' || number`,
    `salt = sha256(salt)`,
  ],
  contact: [
    `id = gen_random_uuid()`,
    `uscc = '91350500MA2XN2J96Q'`,
    `name = '另一人'`,
    `phone = phone || '0'`,
    `email = 'another@example.cn'`,
    `salt = sha256(salt)`,
  ],
};
const REMOVED: readonly Table[] = [
  '"user"',
  'second_factor',
  'recovery_code',
  'activation_code',
  'security_log',
  'security_log_end',
  'bank_account',
  'contact',
];
/** Columns that two rows exchange. */
const EXCHANGED: readonly (readonly [Table, readonly string[]])[] = [
  ['"user"', ['roles', 'division', 'department']],
  ['"user"', ['password']],
  ['"user"', ['display_name']],
  ['session', ['begun_at']],
  ['second_factor', ['secret']],
  ['activation_code', ['proposed_by', 'agreed_by']],
  ['security_log', ['details']],
  ['security_log', ['user_id', 'username', 'display_name']],
  ['bank_account', ['number', 'holder']],
  ['bank_account', ['number', 'holder', 'salt', 'uscc']],
  ['contact', ['phone', 'name', 'email']],
  ['contact', ['uscc']],
];
const ADDED = [
  `insert into identity."user" (tenant, id, username, display_name, division, roles, password, created_at, log_version)
   select tenant, gen_random_uuid(), 'intruder', '张三', division, '{finance}', password, now(), 1
     from identity."user" where tenant = '${CITY}' limit 1`,
  `insert into identity."user" (tenant, id, username, display_name, division, roles, password, created_at)
   values ('${CITY}', gen_random_uuid(), 'intruder', '张三', '${CITY}', '{finance}', 'none', now())`,
  `insert into identity.recovery_code (tenant, user_id, hash)
   select tenant, user_id, sha256('known') from identity.second_factor where tenant = '${CITY}' limit 1`,
  `insert into identity.activation_code (tenant, user_id, proposed_by, agreed_by, proposer_half, agreer_half, expires_at)
   select tenant, id, gen_random_uuid(), gen_random_uuid(), sha256('one'), sha256('two'), now() + interval '1 day'
     from identity."user" u where tenant = '${CITY}' and not exists (
       select from identity.activation_code c where c.user_id = u.id) limit 1`,
  `insert into identity.session (token_hash, id, tenant, user_id, password_version, begun_at, used_at)
   select sha256('known'), gen_random_uuid(), tenant, id, password_version, now(), now()
     from identity."user" where tenant = '${CITY}' limit 1`,
  `insert into identity.security_log
   select tenant, position + 1000, at, kind, user_id, username, display_name, address, subject, times, details, hash
     from identity.security_log where tenant = '${CITY}' limit 1;
   update identity.security_log_end set position = position + 1 where tenant = '${CITY}'`,
  `delete from identity.security_log where tenant = '${CITY}';
   delete from identity.security_log_end where tenant = '${CITY}'`,
];

const TAMPERINGS: readonly Tampering[] = [
  ...Object.entries(CHANGES).flatMap(([table, changes]) =>
    changes.map(
      (change): Tampering =>
        (below) =>
          `update identity.${table} t set ${change} where ctid = (${rowOf(table as Table, below)})`,
    ),
  ),
  ...REMOVED.map(
    (table): Tampering =>
      (below) =>
        `delete from identity.${table} where ctid = (${rowOf(table, below)})`,
  ),
  ...EXCHANGED.map(([table, columns]): Tampering => (below) => {
    const places = `(${rowOf(table, below)}), (${rowOf(table, below)})`;
    const key = KEYS[table];
    return `update identity.${table} t set ${columns.map((name) => `${name} = o.${name}`).join(', ')}
          from identity.${table} o where t.ctid in (${places}) and o.ctid in (${places}) and o.${key} <> t.${key}`;
  }),
  ...ADDED.map(
    (sql): Tampering =>
      () =>
        sql,
  ),
];

function rowOf(table: Table, below: (max: number) => number): string {
  const key = KEYS[table];
  return `select ctid from identity.${table} where tenant = '${CITY}' order by ${key} offset ${below(1_000)} %
    (select count(*) from identity.${table} where tenant = '${CITY}') limit 1`;
}

/** So that a tampering that happened to change nothing is not counted as found. */
async function fingerprint(): Promise<string> {
  const tables = Object.keys(KEYS).map(
    (table) => `(select md5(string_agg(t::text, '|' order by t::text)) from identity.${table} t)`,
  );
  const { rows } = await superuser.query<{ all: string }>(`select concat_ws(' ', ${tables.join(', ')}) as all`);
  return rows[0]?.all ?? '';
}
