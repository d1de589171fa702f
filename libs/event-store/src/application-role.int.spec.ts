import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseUrl, startEmbedded, urlAs, withClient, type EmbeddedServer } from '@duixian/postgres';
import { serverFolder, testDatabase } from '@duixian/testing';
import pg from 'pg';
import { command, reservation } from '../spec/commands.js';
import { openLog, type Log } from '../spec/log.js';
import {
  assertMigrated,
  assertRights,
  ensureApplicationLogin,
  EventStore,
  findWrongLogin,
  findWrongRights,
  isOwner,
  LOG_RIGHTS,
  migrate,
  openApplicationPool,
  renewApplicationLogin,
} from './index.js';

const TABLES = ['event', 'command', 'head', 'stream', 'guard', 'migration'];

/** What a clerk of databases, or somebody who has taken over the application, would try first. */
const ATTEMPTS: readonly string[] = [
  ...TABLES.flatMap((table) => [
    `delete from es.${table}`,
    `truncate es.${table}`,
    `drop table es.${table} cascade`,
    `alter table es.${table} disable trigger all`,
    `alter table es.${table} add column hidden text`,
    `do $$ begin lock table es.${table} in exclusive mode; end $$`,
    `create trigger hidden before insert on es.${table} for each row execute function suppress_redundant_updates_trigger()`,
    `create rule hidden as on insert to es.${table} do instead nothing`,
    `select from es.${table} for update`,
    `insert into es.${table} select * from es.${table}`,
    `copy es.${table} from stdin`,
  ]),
  `update es.event set data = jsonb_set(data, '{amount}', '"1.00"')`,
  `update es.command set last = last + 1`,
  `update es.head set position = 0`,
  `update es.stream set version = 0`,
  `update es.guard set ceiling = null`,
  `update es.guard set reserved = 0, paid = 0`,
  `update es.migration set name = 'x'`,
  `merge into es.guard g using (select 1) x on true when matched then update set ceiling = null`,
  `with gone as (delete from es.event returning 1) select count(*) from gone`,
  `alter function es.append(text, jsonb) security invoker`,
  `alter function es.append(text, jsonb) set search_path = public`,
  `alter function es.append(text, jsonb) owner to duixian_app`,
  `create or replace function es.append(p_tenant text, p_group jsonb) returns jsonb language sql as $$ select null::jsonb $$`,
  `drop function es.append(text, jsonb)`,
  `create function es.mine() returns int language sql as $$ select 1 $$`,
  `create table es.mine (id int)`,
  `alter type es.append_group add attribute hidden text`,
  `drop schema es cascade`,
  `alter schema es rename to es_old`,
  `drop schema follow cascade`,
  `create table follow.mine (id int)`,
  `grant insert on es.event to duixian_app; insert into es.event select * from es.event`,
  `alter default privileges for role postgres in schema es grant all on tables to duixian_app`,
  `create role mine superuser`,
  `alter role current_user superuser`,
  `alter role duixian_app bypassrls`,
  `grant pg_write_all_data to duixian_app`,
  `copy (select 1) to program 'id'`,
  `copy (select 1) to '/tmp/duixian'`,
  `create temporary table t (x text); copy t from '/etc/passwd'`,
  `select pg_read_file('postgresql.conf')`,
  `select pg_ls_dir('.')`,
  `select lo_import('/etc/passwd')`,
  `select lo_export(1, '/tmp/duixian')`,
  `alter system set archive_command = 'id'`,
  `create extension file_fdw`,
  `create function mine() returns int language c as 'libc', 'system'`,
  `create event trigger mine on ddl_command_start execute function pg_catalog.suppress_redundant_updates_trigger()`,
  `set session authorization postgres`,
  `set session_replication_role = replica`,
  `set role postgres`,
  `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres' and pid <> pg_backend_pid() limit 1`,
];

describe('the application, signed in as a role of its own', () => {
  let log: Log;
  let client: pg.Client;

  beforeAll(async () => {
    log = await openLog(await testDatabase());
    await log.store.append(reservation([{ account: 'pool', ceiling: 10n, reserve: 10n }]));
    client = new pg.Client({ connectionString: log.url, options: '-c role=duixian_app' });
    await client.connect();
  });

  afterAll(async () => {
    await client.end();
    await log.close();
  });

  async function contents(): Promise<unknown> {
    const of = async (table: string): Promise<unknown[]> =>
      (await log.owner.query<{ row: unknown }>(`select to_jsonb(t) as row from es.${table} t order by 1`)).rows;
    return Promise.all(TABLES.map(of));
  }

  describe.each(['set role duixian_app', 'set role none', 'reset role', 'reset all'])('after "%s"', (before) => {
    it.each(ATTEMPTS)('is refused: %s', async (attempt) => {
      const unchanged = await contents();
      await client.query(before);

      await expect(client.query(attempt)).rejects.toMatchObject({ code: '42501' });

      expect(await contents()).toEqual(unchanged);
    });
  });

  it('cannot bring the function to call what is its own', async () => {
    const one = new pg.Pool({ connectionString: log.url, options: '-c role=duixian_app', max: 1 });
    await one.query('create schema mine');
    await one.query('create table mine.event (like es.event)');
    await one.query(`create function mine.array_position(text[], text) returns int language sql as $$ select 1 $$`);
    await one.query('create temporary table head (tenant text, position bigint)');
    await one.query('set search_path = mine, pg_temp, pg_catalog');

    await new EventStore(one).append(command({ tenant: 'elsewhere' }));

    expect((await one.query('select from mine.event')).rowCount).toBe(0);
    expect(await log.store.head('elsewhere')).toBe(1n);
    await one.end();
  });
});

describe('the rights', () => {
  let ownerUrl: string;
  let owner: pg.Client;

  beforeAll(async () => {
    ownerUrl = await testDatabase();
    await migrate(ownerUrl);
    owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
  });

  afterEach(() => assertRights(owner, LOG_RIGHTS));
  afterAll(() => owner.end());

  it.each([
    [
      'revoke select on es.guard from duixian_app, duixian_city',
      ['duixian_app lacks SELECT on es.guard.', 'duixian_city lacks SELECT on es.guard.'],
    ],
    ['revoke insert on follow.checkpoint from duixian_app', ['duixian_app lacks INSERT on follow.checkpoint.']],
    ['grant update (ceiling) on es.guard to duixian_app', ['duixian_app must not have UPDATE on es.guard.']],
    ['grant insert on follow.checkpoint to duixian_city', ['duixian_city must not have INSERT on follow.checkpoint.']],
    [
      'grant delete on es.event to public',
      ['duixian_app must not have DELETE on es.event.', 'duixian_city must not have DELETE on es.event.'],
    ],
    ['revoke execute on function es.append from duixian_app', ['duixian_app may not call es.append.']],
    ['grant execute on function es.append to duixian_city', ['duixian_city must not call es.append.']],
    [
      'revoke usage on schema follow from duixian_app, duixian_city',
      ['duixian_app may not use the schema follow.', 'duixian_city may not use the schema follow.'],
    ],
    [
      'grant create on schema es to public',
      [
        'duixian_app must not create anything in the schema es.',
        'duixian_city must not create anything in the schema es.',
      ],
    ],
    ...[
      'alter table es.event disable row level security',
      'drop policy city on es.event',
      'alter policy city on es.event using (true)',
      'alter policy city on es.event to duixian_app',
      'create policy hidden on es.event to duixian_city using (true)',
    ].map((change): [string, string[]] => [
      change,
      [`es.event does not keep the rows of one city or office from another's requests.`],
    ]),
  ])('are seen to be wrong after "%s", and put in order', async (change, sentences) => {
    await owner.query(change);

    expect(await findWrongRights(owner, LOG_RIGHTS)).toEqual(sentences);
    await migrate(ownerUrl);

    expect(await findWrongRights(owner, LOG_RIGHTS)).toEqual([]);
  });

  it('are seen to be wrong when what runs as the owner trusts its caller', async () => {
    await owner.query('alter function es.append reset search_path');

    await expect(migrate(ownerUrl)).rejects.toMatchObject({ code: 'WRONG_RIGHTS' });

    await owner.query('alter function es.append set search_path = pg_catalog, pg_temp');
  });

  it('are seen to be wrong when somebody put a trigger on the log', async () => {
    await owner.query(
      'create trigger mine before insert on es.event for each row execute function suppress_redundant_updates_trigger()',
    );

    await expect(migrate(ownerUrl)).rejects.toThrow('The trigger mine on es.event does not belong there');

    await owner.query('drop trigger mine on es.event');
  });

  it('of the role that signs in are seen as well', async () => {
    const url = await renewApplicationLogin(ownerUrl, 'too_mighty');
    await owner.query('grant insert on es.event to too_mighty; grant pg_read_server_files to too_mighty');

    await withClient(url, async (client) => {
      expect(await isOwner(client)).toBe(false);
      expect(await findWrongRights(client, LOG_RIGHTS, 'too_mighty')).toEqual([
        'too_mighty must not have INSERT on es.event.',
      ]);
      expect(await findWrongLogin(client)).toEqual([
        'too_mighty is a member of pg_read_server_files: take that from it.',
      ]);
    });
  });

  it('are wrong for a role that is no member', async () => {
    await owner.query(`create role stranger login password 'stranger'`);

    await withClient(urlAs(ownerUrl, 'stranger', 'stranger'), async (client) => {
      expect(await findWrongLogin(client)).toEqual([
        'stranger is no member of duixian_app: grant duixian_app to "stranger".',
      ]);
    });
  });
});

describe('a database of another version', () => {
  it('is refused by a process that may not migrate it, and by an older version', async () => {
    const ownerUrl = await testDatabase();
    await withClient(ownerUrl, async (client) => {
      await expect(assertMigrated(client)).rejects.toMatchObject({ code: 'NOT_MIGRATED' });
      await migrate(ownerUrl);
      await assertMigrated(client);

      await client.query(`insert into es.migration (name) values ('9999-later.sql')`);

      await expect(assertMigrated(client)).rejects.toMatchObject({ code: 'NEWER_DATABASE' });
    });
    await expect(migrate(ownerUrl)).rejects.toThrow('9999-later.sql');
  });
});

/** On a managed server nobody is a superuser: the database's owner may create roles, and that is all. */
describe('an owner who is no superuser', () => {
  const password = 'as-a-managed-server-has-it';
  let folder: string;
  let server: EmbeddedServer;

  beforeAll(async () => {
    folder = await serverFolder();
    server = await startEmbedded({ dataDir: join(folder, 'postgres') });
    await withClient(server.adminUrl, async (client) => {
      await client.query(`create role bureau login createrole password '${password}'`);
      await client.query('create database bureau owner bureau');
    });
  });

  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('migrates, and makes a role for the application that may only add events', async () => {
    const owner = urlAs(databaseUrl(server.adminUrl, 'bureau'), 'bureau', password);
    await migrate(owner);
    await migrate(owner);

    const url = await ensureApplicationLogin(owner);

    expect(await ensureApplicationLogin(owner)).toBe(url);
    const pool = openApplicationPool(url, { max: 2 });
    const result = await new EventStore(pool).append(reservation([{ account: 'pool', reserve: 1n }]));
    await expect(pool.query('delete from es.event')).rejects.toThrow('permission denied');
    await pool.end();
    expect(result).toEqual({ outcome: 'appended', first: 1n, last: 1n });
    await withClient(url, async (client) => expect(await isOwner(client)).toBe(false));
  });

  it('is told what to ask of the administrator when he may not make roles', async () => {
    await withClient(server.adminUrl, async (client) => {
      await client.query(`create role modest login password '${password}'`);
      await client.query('create database modest owner modest');
    });
    const owner = urlAs(databaseUrl(server.adminUrl, 'modest'), 'modest', password);

    await migrate(owner);
    await expect(ensureApplicationLogin(owner)).rejects.toMatchObject({
      code: 'NO_LOGIN',
      message: expect.stringContaining('create role "duixian_app_modest" login'),
    });

    await withClient(server.adminUrl, (client) =>
      client.query(`create role "duixian_app_modest" login password '${password}' in role duixian_app`),
    );
    await withClient(urlAs(owner, 'duixian_app_modest', password), async (client) => {
      expect(await findWrongLogin(client)).toEqual([]);
      expect(await findWrongRights(client, LOG_RIGHTS, 'duixian_app_modest')).toEqual([]);
    });
  });

  it('is told the same when he may make roles, and not give them the rights of one that another made', async () => {
    await withClient(server.adminUrl, async (client) => {
      await client.query('do $$ begin create role duixian_app; exception when duplicate_object then null; end $$');
      await client.query(`create role second login createrole password '${password}'`);
      await client.query('create database second owner second');
    });
    const owner = urlAs(databaseUrl(server.adminUrl, 'second'), 'second', password);

    await migrate(owner);
    await expect(ensureApplicationLogin(owner)).rejects.toMatchObject({
      code: 'NO_LOGIN',
      message: expect.stringMatching(
        /管理员执行“create role[^]*administrator run\n {2}create role "duixian_app_second" login/,
      ),
    });

    // What he was told to ask for can be done as it is written: nothing half made is in the way.
    const asked = `create role "duixian_app_second" login password '${password}' in role duixian_app`;
    await withClient(server.adminUrl, (client) => client.query(asked));
    await withClient(urlAs(owner, 'duixian_app_second', password), async (client) => {
      expect(await findWrongLogin(client)).toEqual([]);
    });
  });

  it('is told so when the role that all share is not there either', async () => {
    const folderOfItsOwn = await serverFolder();
    const empty = await startEmbedded({ dataDir: join(folderOfItsOwn, 'postgres') });
    await withClient(empty.adminUrl, async (client) => {
      await client.query(`create role modest login password '${password}'`);
      await client.query('create database modest owner modest');
    });

    await expect(migrate(urlAs(databaseUrl(empty.adminUrl, 'modest'), 'modest', password))).rejects.toMatchObject({
      code: 'NO_LOGIN',
      message: expect.stringContaining('create role duixian_app'),
    });

    await empty.stop();
    await rm(folderOfItsOwn, { recursive: true, force: true });
  });
});
