import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseUrl, startEmbedded, urlAs, withClient, type EmbeddedServer } from '@duixian/postgres';
import { reservation } from '../spec/commands.js';
import { EventStore, migrate, openApplicationPool } from './index.js';

const PASSWORD = 'as-a-managed-server-has-it';

/** On a managed server nobody is a superuser: the database's owner may create roles, and that is all. */
describe('An owner who is no superuser', () => {
  let folder: string;
  let server: EmbeddedServer;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duixian-owner-'));
    await chmod(folder, 0o755);
    server = await startEmbedded({ dataDir: join(folder, 'postgres') });
    await withClient(server.adminUrl, async (client) => {
      await client.query(`create role bureau login createrole password '${PASSWORD}'`);
      await client.query('create database bureau owner bureau');
    });
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('migrates, and works under the role that may only add events', async () => {
    const owner = urlAs(databaseUrl(server.adminUrl, 'bureau'), 'bureau', PASSWORD);

    await migrate(owner);
    await migrate(owner);

    const pool = openApplicationPool(owner, { max: 2 });
    const result = await new EventStore(pool).append(reservation([{ account: 'pool', reserve: 1n }]));
    await expect(pool.query('delete from es.event')).rejects.toThrow('permission denied');
    await pool.end();
    expect(result).toEqual({ outcome: 'appended', first: 1n, last: 1n });
  });
});
