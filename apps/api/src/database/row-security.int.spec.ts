import { randomBytes, randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CITY_ROLE, ROLES_SETTING, TENANT_SETTING, THE_CITY_ITSELF } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import pg from 'pg';
import { Api } from '../spec/api.spec.js';
import { APPLICATION_OPTIONS } from './database.js';
import { APPLICATION_URL } from './database.module.js';

/** Two cities of which nothing is on record. */
const OURS = '999100';
const THEIRS = '999200';
const DENIED = '42501';
const SCHEMAS = ['es', 'follow', 'identity', 'read', 'directory'];

/** What the installation keeps of itself, and guesses at sign-ins, which are made before anybody knows a city. */
const OF_NO_CITY = [
  'directory.built_from',
  'directory.made_with',
  'es.format',
  'es.migration',
  'follow.heartbeat',
  'follow.read_model',
  'follow.verification',
  'identity.attempt_lane',
  'identity.demo',
  'identity.migration',
  'identity.secret_key',
  'read.built_from',
];

interface Column {
  readonly name: string;
  readonly type: string;
}

/** A table that holds rows of cities. */
interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly checks: readonly string[];
  /** What requests were granted. */
  readonly granted: readonly string[];
}

/** What a made row holds, by the type of a column; each row's is another. */
const MADE: Readonly<Record<string, () => unknown>> = {
  text: randomUUID,
  uuid: randomUUID,
  bytea: () => randomBytes(8),
  boolean: () => false,
  date: () => '2026-01-01',
  'timestamp with time zone': () => '2026-01-01T00:00:00Z',
  'text[]': () => [],
  'uuid[]': () => [],
  json: () => '{}',
  jsonb: () => '{}',
};

function made(type: string): unknown {
  const make = MADE[type];
  return make === undefined ? 1 : make();
}

let url: string;
let tables: readonly Table[];

beforeAll(async () => {
  const ownerUrl = await testDatabase();
  const api = await Api.on(ownerUrl, 'both', { DUIXIAN_START_SECONDS: '600' });
  url = api.app.get<string>(APPLICATION_URL);
  // It is built beside all that is asked, after the start.
  while (!(await isThere(api.pool, 'directory.entry'))) await setImmediate();
  await api.stop();
  tables = await withClient(ownerUrl, async (owner) => {
    const found = await tablesOfCities(owner);
    // What a row says, and what others say of it, is not what this is about.
    await owner.query('set session_replication_role = replica');
    for (const { name, checks } of found) {
      for (const check of checks) await owner.query(`alter table ${name} drop constraint ${check}`);
    }
    for (const table of found) for (const tenant of [OURS, THEIRS, '']) await fill(owner, table, tenant);
    return found;
  });
});

async function isThere(pool: pg.Pool, table: string): Promise<boolean> {
  const { rows } = await pool.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table]);
  return rows[0]?.there === true;
}

async function tablesOfCities(owner: pg.ClientBase): Promise<Table[]> {
  const { rows } = await owner.query<Table>(
    `select c.oid::regclass::text as name,
            (select json_agg(json_build_object('name', quote_ident(attname), 'type', format_type(atttypid, null)))
               from pg_attribute
              where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
                and attnotnull) as columns,
            array(select quote_ident(conname) from pg_constraint where conrelid = c.oid and contype = 'c') as checks,
            array(select p from unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) p
                   where has_table_privilege('duixian_city', c.oid, p)) as granted
       from pg_class c
      where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('r', 'p')
        and exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant' and not attisdropped)
      order by 1`,
    [SCHEMAS],
  );
  return rows;
}

/** A row of the city, with a value of its own in every column that must have one. */
async function fill(client: pg.ClientBase, { name, columns }: Table, tenant: string): Promise<void> {
  const values = columns.map(({ name: column, type }) => (column === 'tenant' ? tenant : made(type)));
  const names = columns.map((column) => column.name).join(', ');
  const places = columns.map((_, index) => `$${index + 1}`).join(', ');
  await client.query(`insert into ${name} (${names}) values (${places})`, values);
}

describe('a request, as PostgreSQL sees it,', () => {
  let client: pg.Client;

  beforeAll(async () => {
    client = new pg.Client({ connectionString: url, options: APPLICATION_OPTIONS });
    await client.connect();
  });

  afterAll(() => client.end());

  /** Runs one statement as a request of this city would, undoes it, and answers what it came to, or the error's code. */
  async function asRequestOf(tenant: string | null, text: string): Promise<string | number> {
    await client.query('begin');
    await client.query(`set local role ${CITY_ROLE}`);
    // Whose office it is within the city is another spec's matter.
    await client.query(`select set_config('${ROLES_SETTING}', '${THE_CITY_ITSELF}', true)`);
    if (tenant !== null) await client.query(`select set_config('${TENANT_SETTING}', $1, true)`, [tenant]);
    try {
      const { rowCount } = await client.query(text);
      return rowCount ?? 0;
    } catch (error) {
      return error instanceof pg.DatabaseError ? (error.code ?? '') : String(error);
    } finally {
      await client.query('rollback');
    }
  }

  /** What a statement may come to on a table: refused outright where its kind was not granted. */
  function orDenied({ granted }: Table, privilege: string, otherwise: string | number): string | number {
    return granted.includes(privilege) ? otherwise : DENIED;
  }

  it('finds the tables of all schemas that hold rows of cities', () => {
    const schemas = new Set(tables.map(({ name }) => name.split('.')[0]));
    expect([...schemas].toSorted()).toEqual(SCHEMAS.toSorted());
    expect(tables.length).toBeGreaterThan(60);
  });

  it('knows each table that holds none: whoever adds one says why it is nobody’s', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
        where c.relnamespace::regnamespace::text = any ($1) and c.relkind in ('r', 'p', 'v', 'm', 'f')
          and not exists (select from pg_attribute where attrelid = c.oid and attname = 'tenant' and not attisdropped)`,
      [SCHEMAS],
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(OF_NO_CITY.toSorted());
  });

  it('sees in every table the row of its city, and none of another or of no city', async () => {
    for (const table of tables) {
      const read = `select from ${table.name}`;
      const answers = [
        await asRequestOf(OURS, read),
        await asRequestOf(OURS, `${read} where tenant = '${OURS}'`),
        await asRequestOf(OURS, `${read} where tenant <> '${OURS}'`),
      ];
      expect([table.name, ...answers]).toEqual([
        table.name,
        ...[1, 1, 0].map((rows) => orDenied(table, 'SELECT', rows)),
      ]);
    }
  });

  it('sees nothing before it is set whose it is, also where a transaction of before had set it', async () => {
    for (const table of tables) {
      const answers = [
        await asRequestOf(null, `select from ${table.name}`),
        await asRequestOf('', `select from ${table.name}`),
      ];
      expect([table.name, ...answers]).toEqual([
        table.name,
        orDenied(table, 'SELECT', 0),
        orDenied(table, 'SELECT', 0),
      ]);
    }
  });

  it('changes and removes rows of its city alone, and gives none away', async () => {
    for (const table of tables) {
      const answers = [
        await asRequestOf(OURS, `update ${table.name} set tenant = tenant`),
        await asRequestOf(OURS, `update ${table.name} set tenant = '${THEIRS}'`),
        await asRequestOf(OURS, `delete from ${table.name} where tenant = '${THEIRS}'`),
        await asRequestOf(null, `update ${table.name} set tenant = tenant`),
        await asRequestOf(null, `delete from ${table.name}`),
      ];
      expect([table.name, ...answers]).toEqual([
        table.name,
        orDenied(table, 'UPDATE', 1),
        orDenied(table, 'UPDATE', DENIED),
        orDenied(table, 'DELETE', 0),
        orDenied(table, 'UPDATE', 0),
        orDenied(table, 'DELETE', 0),
      ]);
    }
  });

  it('adds no row to another city', async () => {
    for (const table of tables) {
      const names = table.columns.map(({ name }) => name).join(', ');
      const values = (tenant: string): string =>
        table.columns
          .map(({ name, type }) => `${pg.escapeLiteral(name === 'tenant' ? tenant : literalOf(type))}::${type}`)
          .join(', ');
      const add = (tenant: string): string => `insert into ${table.name} (${names}) values (${values(tenant)})`;
      expect([table.name, await asRequestOf(OURS, add(THEIRS))]).toEqual([table.name, DENIED]);
      expect([table.name, await asRequestOf(null, add(OURS))]).toEqual([table.name, DENIED]);
    }
  });

  it('calls nothing that works as the owner of the log, for whatever city', async () => {
    const calls = [
      `select es.append('${THEIRS}', '[]')`,
      `select identity.record_security('${THEIRS}', now(), 'x', null, null, null, null, null, 1, '{}')`,
      'select identity.prune_security_log(1096)',
    ];
    for (const call of calls) expect([call, await asRequestOf(OURS, call)]).toEqual([call, DENIED]);
  });

  it('finds by a function of the read tables’ owner what it finds itself', async () => {
    await client.query(`update read.claim set participants = array['stage:somebody']`);

    const whose = `select read.claims_of_participants('%', '{stage:somebody}')`;
    expect(await asRequestOf(OURS, whose.replace('%', OURS))).toBe(1);
    expect(await asRequestOf(OURS, whose.replace('%', THEIRS))).toBe(0);
    expect(await asRequestOf(null, whose.replace('%', OURS))).toBe(0);
    expect(await asRequestOf('', whose.replace('%', ''))).toBe(0);
  });

  it('is looked up in no index by what is not leak-proof: only such a function uses one', async () => {
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name
         from pg_class c join pg_am a on a.oid = c.relam
        where c.relkind in ('i', 'I') and c.relnamespace::regnamespace::text = any ($1) and a.amname <> 'btree'`,
      [SCHEMAS],
    );
    expect(rows.map(({ name }) => name)).toEqual(['claim_participants_idx']);
  });

  it('makes nothing, and takes away nothing, of what keeps cities apart', async () => {
    const attempts = [
      'alter table read.claim disable row level security',
      'drop policy city on identity."user"',
      'alter policy city on es.event using (true)',
      'drop policy office on identity.contact',
      'create policy mine on es.event to duixian_city using (true)',
      'alter role duixian_city bypassrls',
      'truncate identity."user"',
      'create table read.mine (id int)',
    ];
    for (const attempt of attempts) expect([attempt, await asRequestOf(OURS, attempt)]).toEqual([attempt, DENIED]);
  });
});

/** As text, for a statement that is written out. */
function literalOf(type: string): string {
  const value = made(type);
  if (Array.isArray(value)) return '{}';
  return Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : String(value);
}
