import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { readConfig } from '../config/config.js';
import { openDatabase } from '../database/database.js';
import { StartRefused } from '../start-refused.js';
import { DemoAccounts } from './demo-accounts.js';
import { DemoState } from './demo-state.js';
import { StartCheck } from './start-check.js';

const NAMED = { DUIXIAN_ADMINISTRATORS: '350500:system:zhang.san,350500:security:li.si,350500:audit:wang.wu' };

describe('a start with the demo', () => {
  let app: NestFastifyApplication | null = null;

  afterEach(async () => {
    await app?.close();
    app = null;
  });

  it.each<[string, boolean, Record<string, string>]>([
    ['here, on loopback', true, {}],
    ['here, on ::1', true, { HOST: '::1' }],
    ['asked for and empty', false, { DUIXIAN_DEMO: '1' }],
    ['nowhere, reachable and with administrators', false, { ...NAMED, HOST: '0.0.0.0' }],
  ])('is allowed: %s', async (_, isHere, settings) => {
    await expect(check(isHere, settings)).resolves.toBeUndefined();
  });

  it.each<[string, boolean, Record<string, string>, RegExp]>([
    ['here, beside administrators who are named', true, NAMED, /never stand beside/],
    ['asked for, beside administrators who are named', false, { ...NAMED, DUIXIAN_DEMO: '1' }, /never stand beside/],
    ['here, where others reach it', true, { HOST: '0.0.0.0' }, /this machine alone/],
    ['here, on an address of the network', true, { HOST: '10.0.0.5' }, /this machine alone/],
    ['here, behind a proxy', true, { DUIXIAN_TRUST_PROXY: '1' }, /this machine alone/],
    ['asked for, where others reach it', false, { DUIXIAN_DEMO: '1', HOST: '::' }, /this machine alone/],
  ])('is refused in both languages: %s', async (_, isHere, settings, says) => {
    const refusal = check(isHere, settings);

    await expect(refusal).rejects.toThrow(StartRefused);
    await expect(refusal).rejects.toThrow(says);
    await expect(refusal).rejects.toThrow(/演示/);
  });

  it('is refused when it is asked for in a database with accounts', async () => {
    const database = await testDatabase();
    const before = await start(database, {});
    await before.get(DemoAccounts, { strict: false }).ensure();
    await before.close();
    const started = await start(database, { DUIXIAN_DEMO: '1' });

    await expect(started.get(StartCheck, { strict: false }).assertAllowed()).rejects.toThrow(/accounts or claims/);
  });

  async function check(isHere: boolean, settings: Record<string, string>): Promise<void> {
    const started = await start(await testDatabase(), settings);
    if (isHere) await started.get(DemoState, { strict: false }).begin(new Date());
    await started.get(StartCheck, { strict: false }).assertAllowed();
  }

  async function start(database: string, settings: Record<string, string>): Promise<NestFastifyApplication> {
    const config = readConfig({
      DATABASE_URL: database,
      DUIXIAN_LOG_LEVEL: 'fatal',
      DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...settings,
    });
    const { url } = await openDatabase(config);
    app = await createApp(config, url);
    await app.init();
    return app;
  }
});
