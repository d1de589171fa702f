import { DatabaseProxy, testDatabase } from '@duixian/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ReadModel } from '../log/read-model.js';
import { Api } from '../spec/api.spec.js';
import type { Health } from './health.js';

let proxy: DatabaseProxy;
let worker: Api;
let api: Api;

beforeAll(async () => {
  proxy = await DatabaseProxy.before(await testDatabase());
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

  it('answers 503 on a worker whose follower has ended, and tells of it elsewhere', async () => {
    await worker.app.get(ReadModel).onApplicationShutdown();
    expect(await healthOf(worker)).toMatchObject({ code: 503, status: 'failing' });
    expect(await healthOf(api)).toMatchObject({
      code: 200,
      status: 'degraded',
      problems: ['No process follows the log: lists stay as they are. Start a worker.'],
    });
  });
});
