import { withClient } from '@duixian/postgres';
import { DatabaseProxy, testDatabase } from '@duixian/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadModel } from '../log/read-model.js';
import { Api, usccOf } from '../spec/api.spec.js';
import type { Health } from './health.js';

let database: string;
let proxy: DatabaseProxy;
let worker: Api;
let api: Api;

beforeAll(async () => {
  database = await testDatabase();
  proxy = await DatabaseProxy.before(database);
  worker = await Api.on(proxy.url, 'worker');
  api = await Api.on(proxy.url, 'api');
});

afterAll(async () => {
  await api.stop();
  await worker.stop();
  await proxy.stop();
});

async function healthOf(process: Api): Promise<{ code: number } & Health> {
  const response = await fetch(`${await process.app.getUrl()}/health/ready`);
  return { code: response.status, ...((await response.json()) as Health) };
}

describe('GET /health/ready', () => {
  it('answers 503 while the database is away, and 200 when it is back', async () => {
    proxy.goAway();
    for (const process of [api, worker]) {
      const away = await healthOf(process);
      expect(away).toMatchObject({ code: 503, status: 'failing' });
      expect(away.problems[0]).toMatch('The database does not answer');
    }
    proxy.open();
    for (const process of [api, worker]) expect(await healthOf(process)).toMatchObject({ code: 200, status: 'ready' });
  });

  it('says who holds the head of a city that cannot record anything', async () => {
    const clerk = await api.hire('clerk', '350500');
    const register = (number: number) =>
      api.send(clerk, 'registerEnterprise', {
        uscc: usccOf('350582', number),
        name: '青石（虚构）',
        division: '350582',
      });
    await register(1);
    await withClient(database, async (client) => {
      await client.query('begin');
      await client.query(`select from es.head where tenant = '350500' for update`);
      const waiting = Promise.allSettled([register(2)]);
      let health = await healthOf(api);
      while (health.status === 'ready') health = await healthOf(api);
      expect(health).toMatchObject({ code: 200, status: 'degraded', waits: [{ on: 'transactionid' }] });
      expect(health.problems).toHaveLength(1);
      // Whoever waited was told that nothing was recorded, and nobody waits any more: it is still held.
      await waiting;
      expect(await healthOf(api)).toMatchObject({
        code: 200,
        status: 'degraded',
        problems: [expect.stringContaining('Requests were just given up')],
        waits: [],
      });
      await client.query('rollback');
    });
  });

  it('answers 503 on a worker whose follower has ended, and tells of it elsewhere', async () => {
    await worker.app.get(ReadModel).onApplicationShutdown();
    expect(await healthOf(worker)).toMatchObject({ code: 503, status: 'failing' });
    expect(await healthOf(api)).toMatchObject({
      code: 200,
      status: 'degraded',
      problems: expect.arrayContaining(['No process follows the log: lists stay as they are. Start a worker.']),
    });
  });
});
