import type pg from 'pg';
import { DatabaseNotReady } from './errors.js';
import { APPLICATION_ROLE, CITY_ROLE, isolateTenants, openTables, type OfficeRules } from './tenant-rows.js';

/** The schema of the log: whoever owns it migrates it. */
const LOG = 'es';

/** What {@link APPLICATION_ROLE} may do with the tables of a schema, beside using the schema. */
export interface SchemaRights {
  readonly schema: string;
  /** Of every table, but for `exceptions`. */
  readonly tables: readonly TablePrivilege[];
  readonly exceptions?: Readonly<Record<string, readonly TablePrivilege[]>>;
  /** Names of the functions that it may call; no others. */
  readonly functions: readonly string[];
  /** What {@link CITY_ROLE} may do with the rows of its tenant in each of these tables, as far as the application may. */
  readonly cityTables: readonly TablePrivilege[];
  /** Which of the functions it may call as well: those that the conditions of `offices` ask. */
  readonly cityFunctions?: readonly string[];
  /** Whose rows of a tenant a request sees, where that is not everybody's. */
  readonly offices?: OfficeRules;
}

export type TablePrivilege = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';

const ALL_PRIVILEGES = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];

/** The event store's own schemas. */
export const LOG_RIGHTS: readonly SchemaRights[] = [
  { schema: LOG, tables: ['SELECT'], functions: ['append'], cityTables: ['SELECT'] },
  {
    schema: 'follow',
    tables: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
    exceptions: { verification: ['SELECT', 'INSERT'] },
    functions: [],
    cityTables: ['SELECT'],
  },
];

/** Roles of PostgreSQL whose members read or write past what is granted to them. */
const ROLES_PAST_GRANTS = [
  'pg_read_all_data',
  'pg_write_all_data',
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_execute_server_program',
  'pg_maintain',
];

/**
 * Compares what {@link APPLICATION_ROLE} may do with what it shall, by the database's catalogue and not by what once ran.
 * Answers a sentence for each right that is missing or too many; none when all is well.
 *
 * @param login whose further rights count as well: the role that signs in, a member of the application's.
 */
export async function findWrongRights(
  client: pg.ClientBase,
  rights: readonly SchemaRights[],
  login: string = APPLICATION_ROLE,
): Promise<string[]> {
  const missing = await missingRoles(client);
  if (missing.length > 0) return missing.map((role) => `The role ${role} is missing on this server.`);
  const problems: string[] = [];
  for (const { schema } of rights) {
    const found = await client.query('select from pg_namespace where nspname = $1', [schema]);
    if (found.rowCount === 0) problems.push(`The schema ${schema} is missing.`);
  }
  if (problems.length > 0) return problems;
  for (const each of rights) {
    for (const [role, holder, granted] of [
      [APPLICATION_ROLE, login, each],
      [CITY_ROLE, CITY_ROLE, ofCity(each)],
    ] as const) {
      problems.push(
        ...(await wrongOnSchema(client, each.schema, role, holder)),
        ...(await wrongOnTables(client, granted, role, holder)),
        ...(await wrongOnFunctions(client, granted, role, holder)),
      );
    }
    problems.push(...(await unsafeFunctions(client, each.schema)));
    const open = await openTables(client, each.schema, each.offices);
    problems.push(
      ...open.map(({ name }) => `${name} does not keep the rows of one city or office from another's requests.`),
    );
  }
  problems.push(...(await findTriggers(client)));
  const database = await client.query<{ create: boolean }>(
    `select has_database_privilege($1, current_database(), 'CREATE') as create`,
    [APPLICATION_ROLE],
  );
  if (database.rows[0]?.create !== true) {
    problems.push(`${APPLICATION_ROLE} may not create schemas in this database, as it must to build read tables.`);
  }
  return problems;
}

/**
 * Grants {@link APPLICATION_ROLE} what it shall have and takes away whatever else it has in these schemas, as their owner.
 *
 * @throws DatabaseNotReady `WRONG_RIGHTS` when that was not enough.
 */
export async function assertRights(client: pg.ClientBase, rights: readonly SchemaRights[]): Promise<void> {
  if ((await findWrongRights(client, rights)).length === 0) return;
  await client.query('begin');
  for (const each of rights) {
    await client.query(`revoke all on schema ${each.schema} from public`);
    await client.query(`revoke all on all tables in schema ${each.schema} from public`);
    await client.query(`revoke all on all functions in schema ${each.schema} from public`);
    await grantInSchema(client, each, APPLICATION_ROLE);
    await grantInSchema(client, ofCity(each), CITY_ROLE);
    await isolateTenants(client, each.schema, each.offices);
  }
  const { rows } = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`grant create on database ${rows[0]?.name ?? ''} to ${APPLICATION_ROLE}`);
  await client.query('commit');
  const problems = await findWrongRights(client, rights);
  if (problems.length > 0) throw wrongRights(problems);
}

/** Whether who is signed in owns the log, or would if there were one yet. */
export async function isOwner(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ owner: boolean }>(
    `select coalesce((select pg_has_role(session_user, nspowner, 'MEMBER') from pg_namespace where nspname = $1),
                     has_database_privilege(session_user, current_database(), 'CREATE')) as owner`,
    [LOG],
  );
  return rows[0]?.owner === true;
}

/** What is wrong with the role that is signed in as the application's: a sentence each. */
export async function findWrongLogin(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<Record<'login' | 'grants', string> & Record<'member' | 'mighty', boolean>>(
    `select session_user as login,
            coalesce(pg_has_role(session_user, (select oid from pg_roles where rolname = $1), 'MEMBER'), false) as member,
            (select rolsuper or rolcreaterole or rolbypassrls or rolreplication
               from pg_roles where rolname = session_user) as mighty,
            (select string_agg(rolname, ', ') from pg_roles
              where rolname = any ($2) and pg_has_role(session_user, oid, 'MEMBER')) as grants`,
    [APPLICATION_ROLE, ROLES_PAST_GRANTS],
  );
  const [found] = rows;
  if (found === undefined) return [];
  const problems: string[] = [];
  if (!found.member) {
    problems.push(`${found.login} is no member of ${APPLICATION_ROLE}: grant ${APPLICATION_ROLE} to "${found.login}".`);
  }
  if (found.mighty) {
    problems.push(`${found.login} may create roles, replicate or pass row security: take that from it.`);
  }
  if (found.grants) problems.push(`${found.login} is a member of ${found.grants}: take that from it.`);
  return problems;
}

/** @param problems a sentence each, with the names that the database has for what it is about. */
export function wrongRights(problems: readonly string[]): DatabaseNotReady {
  return new DatabaseNotReady(
    'WRONG_RIGHTS',
    '数据库的权限与要求不符，逐项列在最后。请在 DATABASE_URL 中给出属主的地址并运行“duixian migrate”，由其恢复。',
    'The rights in the database are not as they must be. Run "duixian migrate" with the address of the owner in ' +
      `DATABASE_URL; it puts them in order:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}

/** Those of the application's roles that the server does not have. */
export async function missingRoles(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ role: string }>(
    'select role from unnest($1::text[]) role where not exists (select from pg_roles where rolname = role)',
    [[APPLICATION_ROLE, CITY_ROLE]],
  );
  return rows.map(({ role }) => role);
}

/** The rights of {@link CITY_ROLE}, which are never more than the application's. */
function ofCity({ schema, tables, exceptions = {}, cityTables, cityFunctions = [] }: SchemaRights): SchemaRights {
  const within = (granted: readonly TablePrivilege[]): TablePrivilege[] =>
    granted.filter((privilege) => cityTables.includes(privilege));
  return {
    schema,
    tables: within(tables),
    exceptions: Object.fromEntries(Object.entries(exceptions).map(([table, granted]) => [table, within(granted)])),
    functions: cityFunctions,
    cityTables,
  };
}

async function wrongOnSchema(client: pg.ClientBase, schema: string, role: string, login: string): Promise<string[]> {
  const { rows } = await client.query<{ use: boolean; create: boolean }>(
    `select has_schema_privilege($1, $3, 'USAGE') as use, has_schema_privilege($2, $3, 'CREATE') as create`,
    [role, login, schema],
  );
  return rows.flatMap(({ use, create }) => [
    ...(use ? [] : [`${role} may not use the schema ${schema}.`]),
    ...(create ? [`${login} must not create anything in the schema ${schema}.`] : []),
  ]);
}

async function wrongOnTables(
  client: pg.ClientBase,
  rights: SchemaRights,
  role: string,
  login: string,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string; granted: string[]; held: string[] }>(
    `select c.relname as name,
            array(select p from unnest($4::text[]) p where has_table_privilege($1, c.oid, p)) as granted,
            array(select p from unnest($4::text[]) p
                   where has_table_privilege($2, c.oid, p)
                      or p in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                         and has_any_column_privilege($2, c.oid, p)) as held
       from pg_class c
      where c.relnamespace = $3::regnamespace and c.relkind = any ('{r,p,v,m,f}')
      order by 1`,
    [role, login, rights.schema, ALL_PRIVILEGES],
  );
  return rows.flatMap(({ name, granted, held }) => {
    const wanted: readonly string[] = wantedOn(rights, name);
    const missing = wanted.filter((privilege) => !granted.includes(privilege));
    const tooMany = held.filter((privilege) => !wanted.includes(privilege));
    return [
      ...(missing.length > 0 ? [`${role} lacks ${missing.join(', ')} on ${rights.schema}.${name}.`] : []),
      ...(tooMany.length > 0 ? [`${login} must not have ${tooMany.join(', ')} on ${rights.schema}.${name}.`] : []),
    ];
  });
}

async function wrongOnFunctions(
  client: pg.ClientBase,
  { schema, functions }: SchemaRights,
  role: string,
  login: string,
): Promise<string[]> {
  const { rows } = await client.query<Record<'name', string> & Record<'granted' | 'callable', boolean>>(
    `select p.proname as name,
            has_function_privilege($1, p.oid, 'EXECUTE') as granted,
            has_function_privilege($2, p.oid, 'EXECUTE') as callable
       from pg_proc p where p.pronamespace = $3::regnamespace`,
    [role, login, schema],
  );
  return [
    ...functions
      .filter((wanted) => !rows.some(({ name, granted }) => name === wanted && granted))
      .map((name) => `${role} may not call ${schema}.${name}.`),
    ...rows
      .filter(({ name, callable }) => callable && !functions.includes(name))
      .map(({ name }) => `${login} must not call ${schema}.${name}.`),
  ];
}

async function unsafeFunctions(client: pg.ClientBase, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select p.proname as name from pg_proc p
      where p.pronamespace = $1::regnamespace
        and p.prosecdef and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)`,
    [schema],
  );
  return rows.map(({ name }) => `${schema}.${name} runs as its owner on its caller's search path.`);
}

/** None belongs to the log: one could change what is recorded, as whoever records it. */
async function findTriggers(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `select format('The trigger %I on %s', t.tgname, t.tgrelid::regclass) as what
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and not t.tgisinternal
      union all
     select format('The rule %I on %s', r.rulename, r.ev_class::regclass)
       from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = $1 and c.relkind in ('r', 'p')`,
    [LOG],
  );
  return rows.map(({ what }) => `${what} does not belong there: find out who made it, and drop it.`);
}

async function grantInSchema(client: pg.ClientBase, rights: SchemaRights, role: string): Promise<void> {
  const { schema } = rights;
  await client.query(`revoke all on schema ${schema} from ${role}`);
  await client.query(`revoke all on all tables in schema ${schema} from ${role}`);
  await client.query(`revoke all on all functions in schema ${schema} from ${role}`);
  await client.query(`grant usage on schema ${schema} to ${role}`);
  const { rows } = await client.query<{ name: string; quoted: string }>(
    `select relname as name, quote_ident(relname) as quoted from pg_class
      where relnamespace = $1::regnamespace and relkind = any ('{r,p,v,m,f}')`,
    [schema],
  );
  for (const { name, quoted } of rows) {
    const wanted = wantedOn(rights, name);
    if (wanted.length === 0) continue;
    await client.query(`grant ${wanted.join(', ')} on ${schema}.${quoted} to ${role}`);
  }
  for (const name of rights.functions) {
    await client.query(`grant execute on function ${schema}.${name} to ${role}`);
  }
}

function wantedOn({ tables, exceptions }: SchemaRights, table: string): readonly TablePrivilege[] {
  return exceptions?.[table] ?? tables;
}
