import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { createApp } from '../../app.js';
import { ConfigError, readConfig } from '../../config/config.js';
import { openDatabase } from '../../database/database.js';
import { Login } from '../login/login.js';
import { FirstAdministrators } from './first-administrators.js';

const ORIGIN = { address: '127.0.0.1', agent: null, device: null };

describe('the first administrator of a city', () => {
  it('is created once, and signs in with the password that was shown', async () => {
    const config = readConfig({
      DATABASE_URL: await testDatabase(),
      DUIXIAN_ADMINISTRATORS: '350500:system:zhang.san, 350500:security:li.si, 350500:audit:wang.wu',
      DUIXIAN_LOG_LEVEL: 'fatal',
      DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    });
    const database = await openDatabase(config);
    const app = await createApp(config, database.url);
    await app.init();
    try {
      const administrators = app.get(FirstAdministrators);
      const lines = await administrators.ensure();
      expect(lines.map((line) => line.split(',')[0])).toEqual([
        'system administrator of 350500: zhang.san',
        'security administrator of 350500: li.si',
        'audit administrator of 350500: wang.wu',
      ]);
      expect(await administrators.ensure()).toEqual([]);
      const password = /password (\S+)/.exec(lines[0] ?? '')?.[1] ?? '';
      expect(await app.get(Login).login('zhang.san', password, ORIGIN)).toMatchObject({
        outcome: 'begun',
        user: { tenant: '350500', roles: ['system-administrator'] },
      });
    } finally {
      await app.close();
      await database.stop();
    }
  });

  it('is refused at the start when the setting cannot be understood', () => {
    expect(() => readConfig({ DUIXIAN_ADMINISTRATORS: 'zhang.san' })).toThrow(ConfigError);
  });
});
