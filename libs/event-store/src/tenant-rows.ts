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

interface OpenTable {
  /** Quoted as need be, with its schema. */
  readonly name: string;
  readonly policies: readonly string[];
}

/** Tables of a schema that hold rows of tenants, and do not keep them apart as {@link isolateTenants} makes them. */
export async function openTables(db: pg.Pool | pg.ClientBase, schema: string): Promise<readonly OpenTable[]> {
  const { rows } = await db.query<OpenTable>(
    `select format('%I.%I', $1::text, c.relname) as name,
            array(select polname::text from pg_policy where polrelid = c.oid) as policies
       from pg_class c
      where c.relnamespace = (select oid from pg_namespace where nspname = $1)
        and c.relkind in ('r', 'p')
        and exists (select from pg_attribute a
                     where a.attrelid = c.oid and a.attname = 'tenant' and a.attnum > 0 and not a.attisdropped)
        and not (c.relrowsecurity and array[$2] = array(
              select format('%s %s for %s to %s: %s / %s', p.polname, case when p.polpermissive then 'permissive' end,
                            p.polcmd, p.polroles,
                            regexp_replace(pg_get_expr(p.polqual, p.polrelid), ' AS "?\\w+"?', '', 'g'),
                            regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), ' AS "?\\w+"?', '', 'g'))
                from pg_policy p where p.polrelid = c.oid))
      order by c.relname`,
    [schema, WANTED],
  );
  return rows;
}

/**
 * Sees to it that {@link CITY_ROLE} sees and changes, in each table of a schema that holds rows of tenants, those of the one
 * that is set for the transaction. Whoever else was granted something sees and changes all. Repeating does nothing; the tables'
 * owner runs it.
 */
export async function isolateTenants(client: pg.ClientBase, schema: string): Promise<void> {
  for (const { name, policies } of await openTables(client, schema)) {
    const statements = [
      ...policies.map((policy) => `drop policy ${client.escapeIdentifier(policy)} on ${name}`),
      `alter table ${name} enable row level security`,
      `create policy ${POLICY} on ${name} using (${ROWS}) with check (${ROWS})`,
    ];
    await client.query(statements.join(';\n'));
  }
}
