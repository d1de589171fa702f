import type pg from 'pg';

/** The role whose rights the application has: it may call `es.append` and read the log, and never change it. */
export const APPLICATION_ROLE = 'duixian_app';

/** The role that requests work as: of what the application has, the rows of one tenant. The application is a member of it. */
export const CITY_ROLE = 'duixian_city';

/** Says, for a transaction, of which tenant {@link CITY_ROLE} sees and changes rows. Where it is not set there are none. */
export const TENANT_SETTING = 'duixian.tenant';

/** Of each table. It names no role that a server must have before a dump can be restored on it. */
const POLICY = 'city';

// Sub-selects are looked at once for a statement, and not for each row. The setting is empty where an earlier transaction of
// the connection had it; what belongs to no tenant is not shown then either.
const ROWS = `tenant = (select nullif(current_setting('${TENANT_SETTING}', true), ''))
  or (select current_user) <> '${CITY_ROLE}'`;

/** The same as the catalogue writes it, without the names that it gives to columns. */
const ROWS_STORED =
  `((tenant = ( SELECT NULLIF(current_setting('${TENANT_SETTING}'::text, true), ''::text))) ` +
  `OR (( SELECT CURRENT_USER) <> '${CITY_ROLE}'::name))`;
const WANTED = `${POLICY} permissive for * to {0}: ${ROWS_STORED} / ${ROWS_STORED}`;

/** Says, for a transaction, what {@link CITY_ROLE} is within its tenant, by names with commas between them. */
export const ROLES_SETTING = 'duixian.roles';
/** In its place, where the application works for the tenant itself and shows nobody what it finds. */
export const THE_CITY_ITSELF = 'city';

/** Within a tenant, whose rows of one table a request sees and changes. */
export interface OfficeRule {
  /**
   * A condition on the columns, as `pg_get_expr` writes it but for the names of columns of sub-selects: it is compared with
   * what is there. A sub-select is looked at once for a statement.
   */
  readonly sees: string;
  /** Whether what is seen is changed as well; else only the tenant itself adds, changes and removes. */
  readonly changes: boolean;
}

/** By the name of the table. */
export type OfficeRules = Readonly<Record<string, OfficeRule>>;

interface RowPolicy {
  readonly name: string;
  readonly command: 'all' | 'delete';
  readonly using: string;
  /** Null: not asked of rows that are removed. */
  readonly check: string | null;
}

const ITSELF =
  `(( SELECT CURRENT_USER) <> '${CITY_ROLE}'::name) ` +
  `OR (( SELECT current_setting('${ROLES_SETTING}'::text, true)) = '${THE_CITY_ITSELF}'::text)`;

/** They restrict what {@link POLICY} shows, and show nothing by themselves. */
function policiesOf({ sees, changes }: OfficeRule): readonly RowPolicy[] {
  const seen = `(${ITSELF} OR ${sees})`;
  if (changes) return [{ name: 'office', command: 'all', using: seen, check: seen }];
  return [
    { name: 'office', command: 'all', using: seen, check: `(${ITSELF})` },
    { name: 'office_removal', command: 'delete', using: `(${ITSELF})`, check: null },
  ];
}

function storedOf({ name, command, using, check }: RowPolicy): string {
  return `${name} restrictive for ${command === 'all' ? '*' : 'd'} to {0}: ${using} / ${check ?? ''}`;
}

function statementOf({ name, command, using, check }: RowPolicy, table: string): string {
  const checks = check === null ? '' : ` with check ${check}`;
  return `create policy ${name} on ${table} as restrictive for ${command} using ${using}${checks}`;
}

interface OpenTable {
  /** Quoted as need be, with its schema. */
  readonly name: string;
  readonly table: string;
  readonly policies: readonly string[];
}

/** Tables of a schema that hold rows of tenants, and do not keep them apart as {@link isolateTenants} makes them. */
export async function openTables(
  db: pg.Pool | pg.ClientBase,
  schema: string,
  offices: OfficeRules = {},
): Promise<readonly OpenTable[]> {
  const wanted = Object.entries(offices).map(([table, rule]) => ({ table, policies: policiesOf(rule).map(storedOf) }));
  const { rows } = await db.query<OpenTable>(
    `select format('%I.%I', $1::text, c.relname) as name, c.relname as "table",
            array(select polname::text from pg_policy where polrelid = c.oid) as policies
       from pg_class c
      where c.relnamespace = (select oid from pg_namespace where nspname = $1)
        and c.relkind in ('r', 'p')
        and exists (select from pg_attribute a
                     where a.attrelid = c.oid and a.attname = 'tenant' and a.attnum > 0 and not a.attisdropped)
        and not (c.relrowsecurity
             and array(select $2
                        union all
                       select jsonb_array_elements_text(w.of -> 'policies')
                         from jsonb_array_elements($3::jsonb) w (of)
                        where w.of ->> 'table' = c.relname)
               = array(
              select format('%s %s for %s to %s: %s / %s', p.polname,
                            case when p.polpermissive then 'permissive' else 'restrictive' end, p.polcmd, p.polroles,
                            regexp_replace(pg_get_expr(p.polqual, p.polrelid), ' AS "?[\\w?]+"?', '', 'g'),
                            regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), ' AS "?[\\w?]+"?', '', 'g'))
                from pg_policy p where p.polrelid = c.oid order by p.polname))
      order by c.relname`,
    [schema, WANTED, JSON.stringify(wanted)],
  );
  return rows;
}

/**
 * Sees to it that {@link CITY_ROLE} sees and changes, in each table of a schema that holds rows of tenants, those of the one
 * that is set for the transaction, and of them what is its office's where a rule says so. Whoever else was granted something
 * sees and changes all. Repeating does nothing; the tables' owner runs it.
 */
export async function isolateTenants(client: pg.ClientBase, schema: string, offices: OfficeRules = {}): Promise<void> {
  for (const { name, table, policies } of await openTables(client, schema, offices)) {
    const rule = offices[table];
    const statements = [
      ...policies.map((policy) => `drop policy ${client.escapeIdentifier(policy)} on ${name}`),
      `alter table ${name} enable row level security`,
      `create policy ${POLICY} on ${name} using (${ROWS}) with check (${ROWS})`,
      ...(rule === undefined ? [] : policiesOf(rule).map((policy) => statementOf(policy, name))),
    ];
    await client.query(statements.join(';\n'));
  }
}
