import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateSync } from 'otplib';
import { checkBackup } from '@duixian/event-store';
import { ensureDatabase, startEmbedded, withClient } from '@duixian/postgres';
import { serverFolder, testDatabase } from '@duixian/testing';
import { Clock } from '../clock/clock.js';
import { readConfig } from '../config/config.js';
import { SecondFactors } from '../identity/second-factor/second-factors.js';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, submission } from '../spec/bureau.spec.js';
import { backup } from './backup.js';
import { restore } from './restore.js';

const PASSPHRASE = 'eleven otters below the weir';
/** The system makes a key of its own, in its data folder. */
const KEY_IN_FILE = { DUIXIAN_SECRET_KEY: '', DUIXIAN_SECOND_FACTOR: 'off' };
const STEP_MS = 30_000;

let folder: string;
let home: string;
let api: Api;
let bureau: Bureau;
let treasurer: Official;
let secret: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-key-'));
  home = join(folder, 'home');
  api = await Api.start({ ...KEY_IN_FILE, DUIXIAN_DATA_DIR: home });
  bureau = await Bureau.open(api);
  treasurer = await api.hire('treasury', CITY);
  const { tenant, id, username } = treasurer;
  const factors = api.app.get(SecondFactors);
  ({ secret } = await factors.offer(tenant, id, username));
  if ((await factors.enrol(tenant, id, randomUUID(), codeAt(now()))) === null) throw new Error('Nobody was enrolled.');
});

afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true });
});

const now = () => api.app.get(Clock).now().getTime();
const codeAt = (ms: number) => generateSync({ secret, epoch: Math.floor(ms / 1000) });
const fresh = () => join(folder, `${randomUUID()}.backup`);
const config = (databaseUrl: string, dataDir: string, settings: Readonly<Record<string, string>> = {}) =>
  readConfig({
    DATABASE_URL: databaseUrl,
    DUIXIAN_DATA_DIR: dataDir,
    DUIXIAN_BACKUP_PASSPHRASE: PASSPHRASE,
    ...settings,
  });

describe('the key of second factors', () => {
  it('comes back with an encrypted backup that was taken under load: a second factor works elsewhere', async () => {
    const path = fresh();
    const uscc = await bureau.enterprise();
    let isTaken = false;
    const write = async (): Promise<void> => {
      while (!isTaken) await bureau.done(bureau.clerk, 'submitClaim', submission({ uscc }));
    };
    const writers = [write(), write(), write()];
    const said = await backup(config(api.database, home), path);
    isTaken = true;
    await Promise.all(writers);
    const elsewhere = await startEmbedded({ dataDir: join(await serverFolder(), 'postgres') });
    const target = await ensureDatabase(elsewhere.adminUrl, 'duixian');
    const away = join(folder, 'away');

    const restored = await restore(config(target, away), path);

    expect(said).toMatch(/密钥已一并加密写入[^]*second factors is in it, encrypted as well/);
    expect(restored).toContain(`written to ${join(away, 'secret.key')}`);
    expect(await readFile(join(away, 'secret.key'))).toEqual(await readFile(join(home, 'secret.key')));
    expect((await stat(join(away, 'secret.key'))).mode & 0o777).toBe(0o600);
    const there = await Api.on(target, 'both', { ...KEY_IN_FILE, DUIXIAN_DATA_DIR: away });
    try {
      const later = now() + 2 * STEP_MS;
      there.app.get(Clock).now = () => new Date(later);
      const { tenant, id } = treasurer;
      expect(await there.app.get(SecondFactors).prove(tenant, id, codeAt(later))).toBe('code');
    } finally {
      await there.stop();
      await elsewhere.stop();
    }
  }, 120_000);

  it('never stands in a file that everybody can read, and the person is warned', async () => {
    const path = fresh();

    const said = await backup(config(api.database, home, { DUIXIAN_BACKUP_PASSPHRASE: '' }), path);

    expect(said).toMatch(/警告：动态口令的密钥不写入未加密的备份[^]*WARNING: the key of second factors does not go/);
    expect((await checkBackup(path, null)).secretKey).toBeNull();
    const target = await testDatabase();
    const restored = await restore(config(target, join(folder, 'without')), path);
    expect(restored).toMatch(/备份中没有动态口令的密钥[^]*is not in the backup/);
  });

  it('is not in the backup where it is a setting, or where it is not at hand, and that is said', async () => {
    const key = (await readFile(join(home, 'secret.key'), 'utf8')).trim();
    const [fromSetting, fromElsewhere, strange] = [fresh(), fresh(), fresh()];
    const stranger = join(folder, 'stranger');
    await (await Api.start({ ...KEY_IN_FILE, DUIXIAN_DATA_DIR: stranger })).stop();

    expect(await backup(config(api.database, home, { DUIXIAN_SECRET_KEY: key }), fromSetting)).toMatch(
      /由 DUIXIAN_SECRET_KEY 给出[^]*comes from DUIXIAN_SECRET_KEY/,
    );
    expect(await backup(config(api.database, join(folder, 'nowhere')), fromElsewhere)).toMatch(
      /未找到动态口令的密钥[^]*was not found/,
    );
    expect(await backup(config(api.database, stranger), strange)).toMatch(/不是此数据库所用的密钥[^]*is not the key/);
    for (const path of [fromSetting, fromElsewhere, strange]) {
      expect((await checkBackup(path, PASSPHRASE)).secretKey).toBeNull();
    }
  });

  it('replaces no other key, in a file or a setting: then nothing is restored', async () => {
    const path = fresh();
    await backup(config(api.database, home), path);
    const taken = join(folder, 'taken');
    const another = Buffer.alloc(32, 9).toString('base64');
    const target = await testDatabase();
    await (await Api.start({ ...KEY_IN_FILE, DUIXIAN_DATA_DIR: taken })).stop();
    await writeFile(join(taken, 'secret.key'), another);

    await expect(restore(config(target, taken), path)).rejects.toMatchObject({
      code: 'OTHER_KEY',
      message: expect.stringMatching(/另一个动态口令密钥[^]*another key/),
    });
    await expect(restore(config(target, home, { DUIXIAN_SECRET_KEY: another }), path)).rejects.toMatchObject({
      code: 'OTHER_KEY',
    });
    expect(await readFile(join(taken, 'secret.key'), 'utf8')).toBe(another);

    // The database was left empty, so that the right folder does.
    expect(await restore(config(target, home), path)).toMatch(/已是备份中的动态口令密钥[^]*holds the key/);
  });

  it('is taken back where the rest cannot be restored', async () => {
    const path = fresh();
    await backup(config(api.database, home), path);
    const [target, left] = [await testDatabase(), join(folder, 'left')];
    await withClient(target, (client) =>
      client.query(
        `create function public.refuse() returns event_trigger language plpgsql as
           $$ begin raise exception 'No table is made here.'; end $$;
         create event trigger refuse on ddl_command_start when tag in ('CREATE TABLE') execute function public.refuse()`,
      ),
    );

    await expect(restore(config(target, left), path)).rejects.toThrow('No table is made here.');

    expect(await readdir(left)).not.toContain('secret.key');
  });
});
