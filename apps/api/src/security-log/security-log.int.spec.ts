import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { Clock } from '../clock/clock.js';
import { Api, type Official } from '../spec/api.spec.js';
import { ask } from '../spec/queries.spec.js';
import { firstDifferingEntry, securityEnd } from '../verification/security-difference.js';
import { SecurityLogCheck } from './security-log-check.js';
import { SecurityLogPruning } from './security-log-pruning.js';
import { SecurityLog } from './security-log.js';
import type { SecurityEvent } from './security-event.js';

const LOG = `query ($filter: SecurityLogFilter, $first: Int) {
  securityLog(filter: $filter, first: $first) { nodes { position kind username address subject times details } totalCount }
}`;

interface Entries {
  readonly nodes: readonly { readonly kind: string; readonly subject: string | null; readonly times: number }[];
  readonly totalCount: number;
}

/** Counts cities of our own: each test has one, so that none sees another's entries. */
let cities = 0;

describe('the security log', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.start();
  });

  afterAll(() => api.stop());

  it('holds a refusal for lack of permission once, however often it is repeated, and then how often', async () => {
    const clerk = await api.hire('clerk', '350500');
    const auditor = await api.hire('auditor', '350500');

    await Promise.all(Array.from({ length: 30 }, () => api.post(clerk, '{ users { nodes { id } } }', {})));
    const filter = { person: clerk.username, kind: 'PERMISSION_REFUSED' };
    const before = await entries(auditor, filter);
    await api.app.get(SecurityLog).flush();
    const after = await entries(auditor, filter);

    expect(before.nodes).toEqual([
      expect.objectContaining({ username: clerk.username, subject: 'user.read', times: 1, address: '127.0.0.1' }),
    ]);
    expect(after.nodes.map(({ times }) => times)).toEqual([29, 1]);
  });

  it('is shown by kind, person and day, and to the auditors of the city alone', async () => {
    const [here, there] = [await api.hire('auditor', newCity()), await api.hire('auditor', newCity())];
    await record(here.tenant, { kind: 'contact-read', subject: 'A', username: 'wang.wu' }, '2026-08-03T23:59:59+08:00');
    await record(here.tenant, { kind: 'contact-read', subject: 'B', username: 'li.si' }, '2026-08-04T00:00:00+08:00');
    await record(here.tenant, { kind: 'export', subject: 'C', username: 'li.si' }, '2026-08-04T23:59:59+08:00');

    const subjects = async (official: Official, filter: object) =>
      (await entries(official, filter)).nodes.flatMap(({ subject }) => (subject === null ? [] : [subject]));

    expect(await subjects(here, {})).toEqual(['C', 'B', 'A']);
    expect(await subjects(here, { kind: 'CONTACT_READ' })).toEqual(['B', 'A']);
    expect(await subjects(here, { person: 'WANG' })).toEqual(['A']);
    expect(await subjects(here, { from: '2026-08-04' })).toEqual(['C', 'B']);
    expect(await subjects(here, { until: '2026-08-03' })).toEqual(['A']);
    expect(await subjects(there, {})).toEqual([]);
  });

  it('keeps what no city has apart, and takes texts that PostgreSQL cannot hold', async () => {
    const auditor = await api.hire('auditor', newCity());
    const name = `a\u0000b\ud800${'x'.repeat(1_000)}`;

    await record(null, { kind: 'sign-in-failed', username: name }, '2026-08-05T10:00:00+08:00');

    const { nodes } = await entries(auditor, { ofNoCity: true, from: '2026-08-05', until: '2026-08-05' });
    expect(nodes).toEqual([expect.objectContaining({ username: `a\ufffdb\ufffd${'x'.repeat(196)}` })]);
  });

  it('can be added to by the application, and changed or removed by nothing that it may do', async () => {
    const tenant = await filled(3);
    for (const statement of [
      'delete from identity.security_log',
      "update identity.security_log set username = 'nobody'",
      'truncate identity.security_log',
      `insert into identity.security_log select tenant, position + 100, at, kind, user_id, username, display_name,
         address, subject, times, details, hash from identity.security_log limit 1`,
      'update identity.security_log_end set position = 0',
      'delete from identity.security_log_end',
    ]) {
      await expect(api.pool.query(statement)).rejects.toThrow(/permission denied/);
    }
    await expect(api.pool.query('select identity.prune_security_log(179)')).rejects.toThrow(/at least 180 days/);
    expect(await verify(tenant)).toEqual({ intact: true, entries: 3 });
  });

  it.each<[string, string, object]>([
    ['a changed name', "update L set username = 'nobody' where P = 3", { position: '3', problem: 'altered' }],
    ['a moment moved', "update L set at = at + interval '1 ms' where P = 2", { position: '2', problem: 'altered' }],
    ['other details', `update L set details = '{"a":2}' where P = 4`, { position: '4', problem: 'altered' }],
    ['an entry removed', 'delete from L where P = 3', { position: '3', problem: 'missing' }],
    ['the first removed', 'delete from L where P = 1', { position: '1', problem: 'missing' }],
    ['the end cut off', 'delete from L where P >= 4', { position: '4', problem: 'cut-off' }],
    [
      'an empty and a missing text exchanged',
      "update L set address = '', subject = null where P = 2",
      { position: '2', problem: 'altered' },
    ],
    ['two exchanged', 'update L set position = 9 - position where P in (4, 5)', { position: '4', problem: 'altered' }],
  ])('finds %s by its owner', async (_, statement, expected) => {
    const tenant = await filled(5);
    const sql = statement
      .replace('update L', 'update identity.security_log l')
      .replace('from L', 'from identity.security_log l')
      .replace(/P (>=|=|in)/, `tenant = '${tenant}' and position $1`)
      // Positions that are exchanged meet for a moment: the key is checked row by row.
      .replace('9 - position where', '-(9 - position) where');

    await withClient(api.database, async (owner) => {
      await owner.query(sql);
      await owner.query('update identity.security_log set position = -position where position < 0');
    });

    expect(await verify(tenant)).toEqual({ intact: false, ...expected });
  });

  it('is still whole when many write at once', async () => {
    const tenant = newCity();
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        api.app.get(SecurityLog).record({ ...nobody, tenant, kind: 'contact-read', subject: `U${index}` }),
      ),
    );

    expect(await verify(tenant)).toEqual({ intact: true, entries: 40 });
  });

  it('is pruned of what is older than its time, says so, and stays one chain', async () => {
    const tenant = newCity();
    await record(tenant, { kind: 'export', subject: 'old' }, '2020-01-01T10:00:00+08:00');
    const remembered = [await securityEnd(api.pool, tenant)];
    await record(tenant, { kind: 'export', subject: 'older' }, '2019-01-01T10:00:00+08:00');
    remembered.push(await securityEnd(api.pool, tenant));
    api.app.get(Clock).now = () => new Date();
    await api.app.get(SecurityLog).record({ ...nobody, tenant, kind: 'export', subject: 'new' });

    await api.app.get(SecurityLogPruning).prune();

    const auditor = await api.hire('auditor', tenant);
    expect((await entries(auditor, {})).nodes).toMatchObject([
      { kind: 'SIGNED_IN', username: auditor.username },
      { kind: 'CREDENTIALS_SEALED', username: auditor.username },
      { kind: 'LOG_PRUNED', details: { removed: 2, keptDays: 1096 } },
      { kind: 'EXPORT', subject: 'new' },
    ]);
    expect(await verify(tenant)).toEqual({ intact: true, entries: 4 });
    // Where it ended before is gone by the rules.
    for (const end of remembered) expect(await firstDifferingEntry(api.pool, tenant, end)).toBeNull();
    const [first, last] = remembered;
    if (first == null || last == null) throw new Error('Nothing was remembered.');
    const rewritten = { ...last, hash: first.hash };
    expect(await firstDifferingEntry(api.pool, tenant, rewritten)).toMatchObject({ stored: last.hash });
  });

  function verify(tenant: string) {
    return new SecurityLogCheck(api.pool).verify(tenant);
  }

  async function entries(official: Official, filter: object): Promise<Entries> {
    const { securityLog } = await ask(api, official, LOG, { filter });
    return securityLog as Entries;
  }

  async function record(tenant: string | null, event: Partial<SecurityEvent>, at: string): Promise<void> {
    api.app.get(Clock).now = () => new Date(at);
    await api.app.get(SecurityLog).record({ ...nobody, kind: 'export', ...event, tenant });
  }

  /** A city with so many entries; gives its code. */
  async function filled(count: number): Promise<string> {
    const tenant = newCity();
    for (let index = 1; index <= count; index++) {
      await record(tenant, { subject: `${index}`, address: null, details: { a: 1 } }, '2026-08-03T10:00:00+08:00');
    }
    return tenant;
  }

  function newCity(): string {
    return `${3600 + ++cities}00`;
  }
});

const nobody = { userId: null, username: null, displayName: null, address: null, subject: null };
