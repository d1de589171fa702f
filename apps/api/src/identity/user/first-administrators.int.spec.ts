import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '@duixian/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type pg from 'pg';
import { createApp } from '../../app.js';
import { Clock } from '../../clock/clock.js';
import { ConfigError, readConfig } from '../../config/config.js';
import { openDatabase } from '../../database/database.js';
import { POOL } from '../../database/database.module.js';
import { Login } from '../login/login.js';
import { Passwords } from '../password/passwords.js';
import { FirstAdministrators } from './first-administrators.js';

const ORIGIN = { address: '127.0.0.1', agent: null, device: null };

const SHOWN_ELSEWHERE =
  /^zhang\.san、li\.si、wang\.wu 的初始密码已由同时启动的其他进程.+ of zhang\.san, li\.si, wang\.wu were shown by another process/;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** An installation that names the three of Quanzhou. */
async function installed(use: (app: NestFastifyApplication) => Promise<void>): Promise<void> {
  const config = readConfig({
    DATABASE_URL: await testDatabase(),
    DUIXIAN_ADMINISTRATORS: '350500:system:zhang.san, 350500:security:li.si, 350500:audit:wang.wu',
    DUIXIAN_LOG_LEVEL: 'fatal',
    // A busy machine may take long to answer, which is not what this is about.
    DUIXIAN_CONNECT_SECONDS: '60',
    DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  });
  const database = await openDatabase(config);
  const app = await createApp(config, database.url);
  await app.init();
  try {
    await use(app);
  } finally {
    await app.close();
    await database.stop();
  }
}

/** Whom a line is for, in English, as it names him in Chinese as well. */
function personIn(line: string): string {
  const [, zh, en] = /^泉州市(.+)，初始密码 .+（只显示这一次.+）。 (.+), password/.exec(line) ?? [];
  expect(zh).toMatch(/^\p{Script=Han}+ [a-z.]+$/u);
  return en ?? line;
}

function passwordIn(line: string | undefined): string {
  return /password (\S+)/.exec(line ?? '')?.[1] ?? '';
}

describe('the first administrator of a city', () => {
  it('is created once, and signs in with the password that was shown', async () => {
    await installed(async (app) => {
      const administrators = app.get(FirstAdministrators);
      const lines = await administrators.ensure();
      expect(lines.map(personIn)).toEqual([
        'system administrator of 泉州市 (350500): zhang.san',
        'security administrator of 泉州市 (350500): li.si',
        'audit administrator of 泉州市 (350500): wang.wu',
      ]);
      // Whoever starts beside it, or later, is told that others have shown them.
      expect(await administrators.ensure()).toEqual([expect.stringMatching(SHOWN_ELSEWHERE)]);
      expect(await app.get(Login).login('zhang.san', passwordIn(lines[0]), ORIGIN)).toMatchObject({
        outcome: 'begun',
        user: { tenant: '350500', roles: ['system-administrator'] },
      });
    });
  });

  it('signs in no more with a printed password that is a week old, and gets another with the next start', async () => {
    await installed(async (app) => {
      const [administrators, login, clock] = [app.get(FirstAdministrators), app.get(Login), app.get(Clock)];
      const printed = (await administrators.ensure()).map(passwordIn);
      const [system = '', security = '', audit = ''] = printed;
      const begun = await login.login('wang.wu', audit, ORIGIN);
      if (begun.outcome !== 'begun') throw new Error(begun.outcome);
      const { user } = begun;
      const owner = { username: user.username, displayName: user.displayName };
      const current = await app.get(Passwords).current(user.tenant, user.id);
      if (current === null) throw new Error('There is no such user.');
      await app.get(Passwords).change(user.tenant, user.id, owner, current, 'seven herons over the estuary');

      const start = Date.now();
      clock.now = () => new Date(start + 7 * DAY_MS - HOUR_MS);
      expect(await administrators.ensure()).toEqual([expect.stringContaining(' zhang.san, li.si were shown')]);
      expect(await login.login('zhang.san', system, ORIGIN)).toMatchObject({ outcome: 'begun' });

      clock.now = () => new Date(start + 7 * DAY_MS + HOUR_MS);
      expect(await login.login('zhang.san', system, ORIGIN)).toEqual({ outcome: 'password-expired' });
      // Two processes that start at once print it once.
      const starts = await Promise.all([administrators.ensure(), administrators.ensure()]);
      const lines = starts.flat().filter((line) => line.includes('password '));
      expect(lines.map(personIn).sort()).toEqual([
        'security administrator of 泉州市 (350500): li.si',
        'system administrator of 泉州市 (350500): zhang.san',
      ]);
      const anew = passwordIn(lines.find((line) => line.includes('li.si')));
      expect(await login.login('li.si', security, ORIGIN)).toEqual({ outcome: 'bad-credentials' });
      expect(await login.login('li.si', anew, ORIGIN)).toMatchObject({ outcome: 'begun' });
      // Whoever has put his own in its place keeps it.
      expect(await login.login('wang.wu', 'seven herons over the estuary', ORIGIN)).toMatchObject({ outcome: 'begun' });
      expect(await administrators.ensure()).toEqual([expect.stringContaining(' zhang.san, li.si were shown')]);
      const { rows } = await app
        .get<pg.Pool>(POOL)
        .query(`select subject from identity.security_log where kind = 'password-printed' order by subject`);
      expect(rows).toEqual([{ subject: 'li.si' }, { subject: 'zhang.san' }]);
    });
  });

  it('is refused at the start when the setting cannot be understood', () => {
    expect(() => readConfig({ DUIXIAN_ADMINISTRATORS: 'zhang.san' })).toThrow(ConfigError);
  });
});
