import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmbedded } from '@duixian/postgres';
import { serverFolder } from '@duixian/testing';
import { readConfig } from './config/config.js';
import { openDatabase } from './database/database.js';
import { assertRoom, assertSurroundings } from './surroundings.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duixian-surroundings-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('a start is refused, in both languages and before anything is written,', () => {
  it.each(['/proc/duixian', '/proc/duixian/data'])('where no data folder can be made: %s', async (dataDir) => {
    await expect(assertSurroundings(readConfig({ PORT: '0', DUIXIAN_DATA_DIR: dataDir }))).rejects.toThrow(
      /不能写入[^]*cannot be written/,
    );
  });

  it('where the disk is full', async () => {
    await expect(assertRoom(folder, 2 ** 60)).rejects.toThrow(/只剩[^]*MiB left/);
  });

  it('on a standby', async () => {
    const dataDir = join(await serverFolder(), 'postgres');
    await (await startEmbedded({ dataDir })).stop();
    await writeFile(join(dataDir, 'standby.signal'), '');
    const standby = await startEmbedded({ dataDir });
    try {
      await expect(openDatabase(readConfig({ DATABASE_URL: standby.adminUrl }))).rejects.toThrow(/备库[^]*standby/);
    } finally {
      await standby.stop();
    }
  });
});
