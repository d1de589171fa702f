import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseProxy, testDatabase } from '@duixian/testing';
import pg from 'pg';
import { Api, usccOf, type Official } from '../spec/api.spec.js';
import { readWaits, type Wait } from './waits.js';

const LIST = '{ enterprises { nodes { uscc } } }';
/** Short limits, so that the spec need not wait; that for a connection is long enough for a busy machine. */
const SHORT = {
  DUIXIAN_CONNECT_SECONDS: '10',
  DUIXIAN_STATEMENT_SECONDS: '2',
  DUIXIAN_LOCK_SECONDS: '1',
  DUIXIAN_APPEND_SECONDS: '2',
};

describe('waiting for the database', () => {
  let api: Api;
  let database: string;
  let proxy: DatabaseProxy;
  let clerk: Official;
  let other: Official;
  let auditor: Official;
  let number = 0;

  beforeAll(async () => {
    database = await testDatabase();
    proxy = await DatabaseProxy.before(database);
    api = await Api.on(proxy.url, 'both', SHORT);
    clerk = await api.hire('clerk', '350500');
    other = await api.hire('clerk', '350200');
    auditor = await api.hire('auditor', '350500');
  });

  afterAll(async () => {
    await api.stop();
    await proxy.stop();
  });

  it('ends with 503 and Retry-After where somebody forgot a transaction on the head, and is no matter to others', async () => {
    await register(clerk, '350582');
    await whileHeld(`select 1 from es.head where tenant = '350500' for update`, async () => {
      const waiting = register(clerk, '350582');
      const elsewhere = await register(other, '350212');

      expect(elsewhere).toMatchObject({
        status: 200,
        body: { data: { registerEnterprise: { __typename: 'Enterprise' } } },
      });
      expect(await waiting).toMatchObject({ status: 503, retryAfter: '5', code: 'NOT_RECORDED' });
    });

    expect((await register(clerk, '350582')).status).toBe(200);
  });

  it('is for so many commands as the queue holds: the others are told at once that nothing of theirs was recorded', async () => {
    const patient = { DUIXIAN_LOCK_SECONDS: '60', DUIXIAN_STATEMENT_SECONDS: '60', DUIXIAN_APPEND_SECONDS: '60' };
    const narrow = await Api.on(database, 'both', { ...patient, DUIXIAN_APPEND_QUEUE: '2' });
    const answered: Awaited<ReturnType<typeof ask>>[] = [];
    let all: Promise<unknown> = Promise.resolve();
    await whileHeld(`select 1 from es.head where tenant = '350500' for update`, async () => {
      const sent = Array.from({ length: 10 }, () => register(clerk, '350582', narrow));
      const refusedAtOnce = new Promise<void>((resolve) => {
        for (const each of sent) void each.then((answer) => answered.push(answer) === 7 && resolve());
      });
      all = Promise.all(sent);
      await refusedAtOnce;
      expect(answered).toHaveLength(7);
    });
    await all;
    await narrow.stop();

    const turned = answered.map(({ status, code, retryAfter }) => [status, code, retryAfter]);
    expect(turned.slice(0, 7)).toEqual(turned.slice(0, 7).map(() => [503, 'NOT_RECORDED', '5']));
    expect(turned.slice(7)).toEqual(turned.slice(7).map(() => [200, null, null]));
  });

  it('can be seen: who waits, for whom, and for how long', async () => {
    await whileHeld(`lock table read.enterprise in access exclusive mode`, async () => {
      const waiting = ask(clerk, LIST);
      const seen = await seenWaiting();
      const shown = await ask(auditor, '{ databaseWaits { on heldBy { pid role openSeconds } } }');

      expect(shown.body).toMatchObject({
        data: { databaseWaits: [{ on: 'relation', heldBy: [{ pid: seen[0]?.heldBy[0]?.pid }] }] },
      });
      expect(seen[0]).toMatchObject({ on: 'relation', heldBy: [{ pid: expect.any(Number) }] });
      expect(await waiting).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    });
  });

  it('ends with QUERY_TIMEOUT where a statement takes too long', async () => {
    const slow = await Api.on(database, 'api', {
      ...SHORT,
      DUIXIAN_STATEMENT_SECONDS: '1',
      DUIXIAN_LOCK_SECONDS: '30',
    });
    await whileHeld('lock table read.enterprise in access exclusive mode', async () => {
      expect(await ask(clerk, LIST, slow)).toMatchObject({ status: 504, code: 'QUERY_TIMEOUT' });
    });
    await slow.stop();
  });

  it('ends where this process forgot a transaction of its own: the database ends that', async () => {
    const patient = { DUIXIAN_LOCK_SECONDS: '60', DUIXIAN_STATEMENT_SECONDS: '60' };
    const forgetful = await Api.on(database, 'api', { ...patient, DUIXIAN_IDLE_TRANSACTION_SECONDS: '1' });
    const forgotten = await forgetful.pool.connect();
    forgotten.on('error', () => undefined);
    await forgotten.query('begin');
    await forgotten.query('lock table read.enterprise in access exclusive mode');

    expect(await ask(clerk, LIST, forgetful)).toMatchObject({ status: 200, code: null });
    await expect(forgotten.query('commit')).rejects.toThrow();
    forgotten.release(true);
    await forgetful.stop();
  });

  it('ends when connections go silent without a reset, and goes on when new ones can be made', async () => {
    await Promise.all(Array.from({ length: 8 }, () => ask(clerk, LIST)));
    proxy.fallSilent();

    const during = await ask(clerk, LIST);
    proxy.open();

    expect(during).toMatchObject({ status: 503, retryAfter: '5', code: 'SERVICE_UNAVAILABLE' });
    expect(await ask(clerk, LIST)).toMatchObject({ status: 200, code: null });
    expect((await register(clerk, '350582')).status).toBe(200);
  });

  it('ends with 503 while nothing can be reached, and is over when it can', async () => {
    proxy.goAway();

    const first = await ask(clerk, LIST);
    const second = await ask(clerk, LIST);
    proxy.open();

    expect(first).toMatchObject({ status: 503, retryAfter: '5', code: 'SERVICE_UNAVAILABLE' });
    expect(second).toMatchObject({ status: 503, code: 'SERVICE_UNAVAILABLE' });
    expect(await ask(clerk, LIST)).toMatchObject({ status: 200, code: null });
  });

  it('needs no more than the four connections that are the least', async () => {
    const small = await Api.on(database, 'both', { DUIXIAN_DATABASE_CONNECTIONS: '4' });
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(clerk, LIST, small)));

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    await small.stop();
  });

  /** Holds what `sql` takes, in a transaction of somebody else, while `work` goes on. */
  async function whileHeld(sql: string, work: () => Promise<void>): Promise<void> {
    const holder = new pg.Client({ connectionString: database });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query(sql);
      await work();
    } finally {
      await holder.end();
    }
  }

  /** Looks until somebody waits; it ends with the limit that the spec is about, if nobody ever does. */
  async function seenWaiting(): Promise<Wait[]> {
    const owner = new pg.Pool({ connectionString: database, max: 1 });
    try {
      for (let looked = 0; looked < 2_000; looked += 1) {
        const waits = await readWaits(owner);
        if (waits.length > 0) return waits;
      }
      return [];
    } finally {
      await owner.end();
    }
  }

  function register(official: Official, division: string, at = api) {
    const input = { uscc: usccOf(division, ++number), name: `青石智算${number}号有限公司（虚构）`, division };
    const text = `mutation ($input: RegisterEnterpriseInput!) { registerEnterprise(input: $input) { __typename } }`;
    return ask(official, text, at, { input: { commandId: randomUUID(), ...input } });
  }

  async function ask(official: Official, query: string, at = api, variables: object = {}) {
    const response = await fetch(`${await at.app.getUrl()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${official.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as { errors?: { extensions: { code: string } }[] };
    const code = body.errors?.[0]?.extensions.code ?? null;
    return { status: response.status, retryAfter: response.headers.get('retry-after'), code, body };
  }
});
