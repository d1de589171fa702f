import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import { createApp } from '../../app.js';
import { ConfigError, readConfig } from '../../config/config.js';
import { openDatabase } from '../../database/database.js';
import { Login } from '../login/login.js';
import { FirstAdministrators } from './first-administrators.js';

describe('the first administrator of a city', () => {
  it('is created once, and signs in with the password that was shown', async () => {
    const config = readConfig({
      DATABASE_URL: await testDatabase(),
      DUIXIAN_ADMINISTRATORS: '350500:zhang.san, 350200:li.si',
      DUIXIAN_LOG_LEVEL: 'fatal',
    });
    const database = await openDatabase(config);
    const app = await createApp(config, database.url);
    await app.init();
    try {
      const administrators = app.get(FirstAdministrators);
      const lines = await administrators.ensure();
      expect(lines.map((line) => line.split(',')[0])).toEqual([
        'Administrator of 350500: zhang.san',
        'Administrator of 350200: li.si',
      ]);
      expect(await administrators.ensure()).toEqual([]);
      const password = /password (\S+)/.exec(lines[0] ?? '')?.[1] ?? '';
      expect(await app.get(Login).login('zhang.san', password, '127.0.0.1')).toMatchObject({
        outcome: 'begun',
        user: { tenant: '350500', roles: ['administrator'] },
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
