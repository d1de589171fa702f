import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { ensureApplicationLogin } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import { readConfig } from '../config/config.js';
import { Api } from '../spec/api.spec.js';
import { shapesOfThisVersion } from '../spec/event-shapes.spec.js';
import { openDatabase } from './database.js';

const MIGRATE = fileURLToPath(new URL('../../dist/commands/migrate-main.js', import.meta.url));

function open(url: string): ReturnType<typeof openDatabase> {
  return openDatabase(readConfig({ DATABASE_URL: url }));
}

function migrate(url: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [MIGRATE, ...args], {
    env: { ...process.env, DATABASE_URL: url, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
}

describe('a start with the address of the owner', () => {
  it('goes on as a role of the application, and leaves no connection of the owner', async () => {
    const owner = await testDatabase();

    const api = await Api.on(owner);
    const { rows } = await api.pool.query<{ login: string; owner: boolean }>(
      `select distinct usename as login, usesuper as owner
         from pg_stat_activity join pg_user using (usename) where datname = current_database()`,
    );
    await api.stop();

    expect(rows).toEqual([{ login: `duixian_app_${new URL(owner).pathname.slice(1)}`, owner: false }]);
  });

  it('leads two processes to the same role and password', async () => {
    const owner = await testDatabase();

    const [one, other] = await Promise.all([open(owner), open(owner)]);

    expect(one.url).toBe(other.url);
    expect(one.url).not.toContain(decodeURIComponent(new URL(owner).password));
    await withClient(one.url, (client) => client.query('select from es.head'));
  });

  it('puts rights in order that a restored dump or a hand left otherwise', async () => {
    const owner = await testDatabase();
    await open(owner);
    await withClient(owner, (client) =>
      client.query('revoke all on identity.session from duixian_app; grant delete on es.event to duixian_app'),
    );

    const { url } = await open(owner);

    await withClient(url, async (client) => {
      await client.query('select from identity.session');
      await expect(client.query('delete from es.event')).rejects.toMatchObject({ code: '42501' });
    });
  });
});

describe('a start with the address of the application', () => {
  it('works once "duixian migrate" has run, and says so before', async () => {
    const owner = await testDatabase();
    await withClient(owner, (client) => client.query('create role early login password $$early$$').catch(() => null));
    const early = new URL(owner);
    early.username = 'early';
    early.password = 'early';
    await withClient(owner, (client) => client.query('grant duixian_app to early'));
    await expect(open(early.href)).rejects.toThrow('Run "duixian migrate"');

    const migrated = migrate(owner, '--login', 'bureau_application');

    expect(migrated.status).toBe(0);
    const url = migrated.stdout.trim();
    expect(new URL(url).username).toBe('bureau_application');
    expect((await open(url)).url).toBe(url);
    expect((await open(early.href)).url).toBe(early.href);
  });

  it('refuses a role that may do more, and one that may do less', async () => {
    const owner = await testDatabase();
    await open(owner);
    const url = await ensureApplicationLogin(owner);
    const login = `"${new URL(url).username}"`;

    await withClient(owner, (client) => client.query(`grant update on es.guard to ${login}`));
    await expect(open(url)).rejects.toThrow('must not have UPDATE on es.guard.');
    await withClient(owner, (client) => client.query(`revoke update on es.guard from ${login}`));
    await withClient(owner, (client) =>
      client.query('revoke insert on identity.contact from duixian_app, duixian_city'),
    );
    await expect(open(url)).rejects.toThrow('duixian_app lacks INSERT on identity.contact.');

    expect(migrate(owner).status).toBe(0);
    expect((await open(url)).url).toBe(url);
  });

  it('works beside a later version that declared itself readable, and not beside one that did not', async () => {
    const owner = await testDatabase();
    const { url } = await open(owner);
    await withClient(owner, async (client) => {
      await client.query(`insert into es.migration (name) values ('9999-adds-a-table.sql')`);
      await client.query('create function es.of_later() returns int language sql as $$ select 1 $$');
      await client.query('grant execute on function es.of_later to duixian_app');
      await client.query('update es.format set written = written + 1');
    });

    expect((await open(url)).url).toBe(url);
    expect((await open(owner)).url).toBe(url);
    const { rows } = await withClient(owner, (client) =>
      client.query(`select has_function_privilege('duixian_app', 'es.of_later()', 'execute') as kept`),
    );
    expect(rows).toEqual([{ kept: true }]);
    await withClient(owner, (client) => client.query('update es.format set oldest_reader = written'));
    await expect(open(url)).rejects.toMatchObject({ code: 'NEWER_DATABASE' });
    await expect(open(owner)).rejects.toMatchObject({ code: 'NEWER_DATABASE' });
  });

  it('lets no version work on that cannot read the shapes of its events', async () => {
    const owner = await testDatabase();
    await open(owner);

    const { rows } = await withClient(owner, (client) => client.query('select oldest_reader from es.format'));

    // A shape is added here together with a migration that raises the number.
    expect({ rows, shapes: shapesOfThisVersion().filter((shape) => !shape.endsWith(' 1')) }).toEqual({
      rows: [{ oldest_reader: 5 }],
      shapes: [
        'AccountDisabled 2',
        'AccountEnabled 2',
        'ClaimResubmitted 2',
        'ClaimReturned 2',
        'ClaimReviewed 2',
        'ClaimSubmitted 2',
        'DeterminationPublicised 2',
        'EvidenceClaimed 2',
        'GrantReserved 2',
        'PaymentInstructed 2',
        'PaymentReinstructed 3',
        'PaymentReturned 2',
      ],
    });
  });

  it.each(['es.migration', 'identity.migration'])('refuses a newer database by %s, as the owner too', async (table) => {
    const owner = await testDatabase();
    const { url } = await open(owner);
    await withClient(owner, (client) =>
      client.query(
        table === 'es.migration'
          ? `insert into es.migration (name) values ('9999-later.sql')`
          : `insert into identity.migration (timestamp, name) values (9999999999999, 'Later9999999999999')`,
      ),
    );

    await expect(open(url)).rejects.toMatchObject({ code: 'NEWER_DATABASE' });
    await expect(open(owner)).rejects.toMatchObject({ code: 'NEWER_DATABASE' });
  });
});
