import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseUrl, startEmbedded, withClient } from '@duixian/postgres';
import { serverFolder, testServerUrl } from '@duixian/testing';
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
  it('where another program has the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const dataDir = join(folder, 'never');

    await expect(assertSurroundings(readConfig({ PORT: String(port), DUIXIAN_DATA_DIR: dataDir }))).rejects.toThrow(
      /占用[^]*another program/,
    );
    expect(existsSync(dataDir)).toBe(false);
    other.close();
  });

  it('where the data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');

    await expect(assertSurroundings(readConfig({ PORT: '0', DUIXIAN_DATA_DIR: join(file, 'data') }))).rejects.toThrow(
      /不能写入[^]*DUIXIAN_DATA_DIR[^]*cannot be written/,
    );
  });

  it.each(['/proc/duixian', '/proc/duixian/data'])('where no data folder can be made: %s', async (dataDir) => {
    await expect(assertSurroundings(readConfig({ PORT: '0', DUIXIAN_DATA_DIR: dataDir }))).rejects.toThrow(
      /不能写入[^]*cannot be written/,
    );
  });

  it('where the disk is full', async () => {
    await expect(assertRoom(folder, 2 ** 60)).rejects.toThrow(/只剩[^]*MiB left/);
  });

  it.each(['LATIN1', 'SQL_ASCII'])('on a database encoded in %s', async (encoding) => {
    const name = `encoded_${encoding.toLowerCase()}`;
    await withClient(testServerUrl(), (client) =>
      client.query(`create database ${name} encoding '${encoding}' locale_provider libc locale 'C' template template0`),
    );
    const url = databaseUrl(testServerUrl(), name);

    await expect(openDatabase(readConfig({ DATABASE_URL: url }))).rejects.toThrow(new RegExp(`${encoding}[^]*UTF8`));
    const schemas = await withClient(url, (client) => client.query(`select from pg_namespace where nspname = 'es'`));
    expect(schemas.rowCount).toBe(0);
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
