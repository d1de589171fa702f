import { randomBytes } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@duixian/postgres';
import { Clock } from '../clock/clock.js';
import { APPLICATION_URL } from '../database/database.module.js';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';
import { HealthController } from '../health/health.controller.js';
import { NightlyVerification } from './nightly-verification.js';
import { VERIFICATION_LOCK } from './verifications.js';
import { verifyRecord } from './verify.js';

const VERIFY = fileURLToPath(new URL('../../dist/commands/verify-main.js', import.meta.url));
/** Each spec starts several processes, which a busy machine takes its time for. */
const TIMEOUT_MS = 300_000;
const QUERY = '{ verification { intact position link differences { check position subject field stored computed } } }';

describe('verification', () => {
  let api: Api;
  let auditor: Official;

  beforeAll(async () => {
    api = await Api.start();
    const bureau = await Bureau.open(api);
    auditor = await api.hire('auditor', CITY);
    const uscc = await bureau.enterprise();
    await bureau.submitted({ uscc, evidence: [{ kind: 'INVOICE', number: '25352000000000000001' }] });
    await bureau.instructed({ uscc });
    await bureau.determined({ uscc, year: 2025 });
    // While a check runs, this process does nothing else: tables that are behind would stay so.
    await api.caughtUp(CITY);
    await directoryCaughtUp();
  }, TIMEOUT_MS);

  afterAll(() => api.stop());

  function verify(secretKey = api.config.secretKey?.toString('base64') ?? ''): {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  } {
    const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', DUIXIAN_SECRET_KEY: secretKey };
    return spawnSync(process.execPath, [VERIFY, '--database', api.database], { env, encoding: 'utf8' });
  }

  async function directoryCaughtUp(): Promise<void> {
    const behind = `select from es.head h where not exists (
      select from follow.checkpoint c where c.tenant = h.tenant and c.name = 'directory' and c.position = h.position)`;
    while ((await api.pool.query(behind)).rowCount !== 0) await setImmediate();
  }

  async function rewritten(change: string, undo: string): Promise<ReturnType<typeof verify>> {
    return withClient(api.database, async (superuser) => {
      await superuser.query(change);
      const found = verify();
      await superuser.query(undo);
      return found;
    });
  }

  it(
    'finds a record that nobody touched intact, and says how far it read',
    async () => {
      const { status, stdout } = verify();

      expect(stdout).toContain(`${CITY}: ${await api.store.head(CITY)} events, last link `);
      expect(status).toBe(0);
    },
    TIMEOUT_MS,
  );

  it(
    'names a read table that is not there, and says to start first where none is built yet, as after a restore',
    async () => {
      const lacking = await rewritten(
        'alter table read.enterprise rename to away',
        'alter table read.away rename to enterprise',
      );
      expect(lacking.stdout).toMatch(
        /DIFFERENCE {2}: read-table read\.enterprise, columns: stored nothing, computed .*uscc/,
      );
      expect(lacking.status).toBe(1);

      const { status, stderr } = await rewritten(
        'alter schema read rename to away',
        'alter schema away rename to read',
      );

      expect([status, stderr]).toEqual([78, expect.stringMatching(/请先启动一次系统.*\n.*start the system once/)]);
    },
    TIMEOUT_MS,
  );

  it.each([
    [
      `read-table read.claim tenant=${CITY} id=[^ ]+, requested: stored (\\d+)1, computed \\1[0]`,
      `update read.claim set requested = requested + 1`,
      `update read.claim set requested = requested - 1`,
    ],
    [
      `read-table read.enterprise tenant=${CITY} [^ ]+, row: stored nothing, computed .*`,
      `create table kept as table read.enterprise; delete from read.enterprise`,
      `insert into read.enterprise select * from kept; drop table kept`,
    ],
    [
      `directory.entry.*stored nothing`,
      `create table kept as table directory.entry; delete from directory.entry`,
      `insert into directory.entry select * from kept; drop table kept`,
    ],
    [
      `directory.entry.*stored`,
      `update directory.entry set since = since - 1`,
      `update directory.entry set since = since + 1`,
    ],
    [
      `head es.head, recorded_at`,
      `update es.head set recorded_at = recorded_at + interval '1 hour'`,
      `update es.head set recorded_at = recorded_at - interval '1 hour'`,
    ],
    [
      `guard .*ceiling`,
      `create table kept as table es.guard; update es.guard set ceiling = null`,
      `update es.guard g set ceiling = k.ceiling from kept k where (k.tenant, k.account) = (g.tenant, g.account);
       drop table kept`,
    ],
    [
      `official .*roles: stored clerk,finance, computed clerk`,
      `update identity."user" set roles = roles || '{finance}' where roles = '{clerk}'`,
      `update identity."user" set roles = '{clerk}' where roles = '{clerk,finance}'`,
    ],
    [
      `credentials .*seal`,
      `create table kept as table identity."user"; update identity."user" set password = 'another' where roles = '{finance}'`,
      `update identity."user" u set password = k.password from kept k where k.id = u.id; drop table kept`,
    ],
    [
      `position 2: event .*link`,
      `create table kept as table es.event;
       update es.event set meta = meta || '{"added": true}' where position = 2`,
      `update es.event e set meta = k.meta from kept k where (k.tenant, k.position) = (e.tenant, e.position);
       drop table kept`,
    ],
    [
      `personal-data identity.bank_account .*hash`,
      `update identity.bank_account set number = number || '7'`,
      `update identity.bank_account set number = left(number, -1)`,
    ],
    [
      `personal-data identity.contact .*event: stored a row, computed nothing`,
      `insert into identity.contact (tenant, id, uscc, name, phone, salt, kept_at)
       values ('${CITY}', gen_random_uuid(), 'x', 'x', 'x', '', now() - interval '3 days')`,
      `delete from identity.contact where uscc = 'x'`,
    ],
    [
      `personal-data identity.bank_account .*row: stored nothing, computed a row`,
      `create table kept as table identity.bank_account; delete from identity.bank_account`,
      `insert into identity.bank_account select * from kept; drop table kept`,
    ],
  ])(
    'names what a superuser changed: %s',
    async (sentence, change, undo) => {
      const { status, stdout } = await rewritten(change, undo);

      expect(stdout).toMatch(new RegExp(`DIFFERENCE  ${CITY}.*${sentence}`));
      expect(status).toBe(1);
    },
    TIMEOUT_MS,
  );

  it.each([
    ['changed', `update follow.verification set result = jsonb_set(result, '{differences}', '[{}]')`],
    ['moved', `update follow.verification set finished_at = finished_at + interval '1 second'`],
    ['removed', `delete from follow.verification`],
    [
      'added',
      `insert into follow.verification select started_at + interval '1 ms', finished_at, result from kept limit 1`,
    ],
  ])(
    'finds that what an earlier verification came to was %s',
    async (_, change) => {
      const { status, stdout } = await rewritten(
        `create table kept as table follow.verification; ${change}`,
        `delete from follow.verification v
        where started_at <= (select max(started_at) + interval '1 ms' from kept);
       insert into follow.verification select * from kept; drop table kept`,
      );

      expect(stdout).toMatch(/DIFFERENCE {2}: verification \d{4}-\d\d-\d\dT[^,]*Z, outcome: /);
      expect(status).toBe(1);
    },
    TIMEOUT_MS,
  );

  it(
    'says that it compares no directory where the key of the installation is another',
    () => {
      const { status, stdout } = verify(randomBytes(32).toString('base64'));

      expect(stdout).toContain('The directory of all cities was not compared');
      expect(status).toBe(0);
    },
    TIMEOUT_MS,
  );

  it(
    'goes on behind a log that differs, and names its first difference before the others',
    async () => {
      const { stdout } = await rewritten(
        `create table kept as table es.event;
       update es.event set meta = meta || '{"added": true}' where position = 2;
       update es.guard set reserved = reserved + 1, ceiling = ceiling + 1;
       update read.claim set requested = requested + 1;
       update identity."user" set disabled = true where roles = '{auditor}'`,
        `update es.event e set meta = k.meta from kept k where (k.tenant, k.position) = (e.tenant, e.position);
       update es.guard set reserved = reserved - 1, ceiling = ceiling - 1;
       update read.claim set requested = requested - 1;
       update identity."user" set disabled = false;
       drop table kept`,
      );

      const found = stdout.split('\n').filter((line) => line.startsWith('DIFFERENCE'));
      expect(found[0]).toMatch(/position 2: event/);
      expect(found.join('\n')).toMatch(/guard [^]*read\.claim[^]*entitlement [^]*official /);
      // Nor has any of the changes before left something behind.
      expect(verify().status).toBe(0);
    },
    TIMEOUT_MS,
  );

  it('says in health and to the auditor whether it ever ran, and that it runs', async () => {
    const fresh = await Api.start();
    try {
      const somebody = await fresh.hire('auditor', CITY);
      const health = () => fresh.app.get(HealthController).ready();
      const state = '{ verification { startedAt } verificationUnderWay }';
      expect(await health()).toMatchObject({ status: 'ready', verification: null, verifyingSince: null });
      expect(await ask(fresh, somebody, state)).toEqual({ verification: null, verificationUnderWay: null });

      const lease = await fresh.pool.connect();
      await lease.query('select pg_advisory_lock(hashtext($1))', [VERIFICATION_LOCK]);
      const since = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
      expect(await health()).toMatchObject({ verification: null, verifyingSince: since });
      expect(await ask(fresh, somebody, state)).toEqual({ verification: null, verificationUnderWay: since });
      await lease.query('select pg_advisory_unlock_all()');
      lease.release();

      await verifyRecord(fresh.app.get<string>(APPLICATION_URL), fresh.config);
      expect(await health()).toMatchObject({ status: 'ready', verification: { differences: 0 }, verifyingSince: null });

      fresh.app.get(Clock).now = () => new Date(Date.now() + 3 * 24 * 3_600_000);
      expect(await health()).toMatchObject({
        status: 'degraded',
        problems: [expect.stringContaining('The record was last verified on')],
      });
    } finally {
      await fresh.stop();
    }
  });

  it('runs once a night in the worker, and the auditor is told; so is who asks for health', async () => {
    const nightly = api.app.get(NightlyVerification);
    const clock = api.app.get(Clock);
    const now = clock.now.bind(clock);
    const inTwoDays = new Date(Date.now() + 48 * 3_600_000);
    clock.now = () => inTwoDays;
    await withClient(api.database, (superuser) => superuser.query(`update es.guard set version = version + 1`));

    await nightly.look();
    clock.now = now;

    const { verification } = await ask(api, auditor, QUERY);
    expect(verification).toMatchObject({
      intact: false,
      position: (await api.store.head(CITY)).toString(),
      differences: [{ check: 'GUARD', field: 'reserved, paid, ceiling, version' }],
    });
    const health = await fetch(`${await api.app.getUrl()}/health/ready`);
    expect(await health.json()).toMatchObject({
      status: 'degraded',
      problems: [expect.stringContaining('found that the record was changed')],
    });
  });
});
