import type pg from 'pg';

/** A table to be kept, with the columns that hold what was written into it. */
export interface KeptTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
}

/** Last value that was taken; null of a sequence that was never used. */
export interface KeptSequence {
  readonly schema: string;
  readonly name: string;
  readonly last: string | null;
}

/** `off`: no trigger fires while a backup is loaded; what a trigger checks or adds was checked and added long ago. */
export interface KeptTrigger {
  readonly table: string;
  readonly name: string;
  readonly enabled: string;
}

/** A read model says what it was built from, but for an early one of `read`; what PostgreSQL and others keep is not ours. */
const KEPT_SCHEMAS = `
  select s.oid, s.nspname from pg_namespace s
   where s.nspname !~ '^pg_' and s.nspname not in ('information_schema', 'public')
     and s.nspname !~ '^read(__next|__old)?$'
     and not exists (select from pg_class t where t.relnamespace = s.oid and t.relname = 'built_from')`;

/**
 * Every table of every schema but those of read models, so that a table that a later version adds is kept as well. A
 * table stands after those that it refers to.
 */
export async function keptTables(client: pg.ClientBase): Promise<KeptTable[]> {
  const { rows } = await client.query<KeptTable & { refers_to: string[] }>(`
    with kept as (${KEPT_SCHEMAS})
    select s.nspname as schema, t.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns,
           array(select n.nspname || '.' || r.relname from pg_constraint c
                   join pg_class r on r.oid = c.confrelid join pg_namespace n on n.oid = r.relnamespace
                  where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid) as refers_to
      from pg_class t join kept s on s.oid = t.relnamespace
     where t.relkind in ('r', 'p') and not t.relispartition
     order by s.nspname, t.relname`);
  const waiting = new Map(rows.map((row) => [`${row.schema}.${row.name}`, row]));
  const ordered: KeptTable[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, row]) => !row.refers_to.some((other) => waiting.has(other)));
    if (ready.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const [key, { schema, name, columns }] of ready) {
      waiting.delete(key);
      ordered.push({ schema, name, columns });
    }
  }
  return ordered;
}

export async function keptSequences(client: pg.ClientBase): Promise<KeptSequence[]> {
  const { rows } = await client.query<KeptSequence>(`
    select schemaname as schema, sequencename as name, last_value::text as last
      from pg_sequences where schemaname in (select nspname from (${KEPT_SCHEMAS}) kept) order by 1, 2`);
  return rows;
}

export async function keptTriggers(client: pg.ClientBase): Promise<KeptTrigger[]> {
  const { rows } = await client.query<KeptTrigger>(`
    select t.oid::regclass::text as table, g.tgname as name, g.tgenabled as enabled
      from pg_trigger g join pg_class t on t.oid = g.tgrelid join (${KEPT_SCHEMAS}) kept on kept.oid = t.relnamespace
     where not g.tgisinternal and not t.relispartition order by 1, 2`);
  return rows;
}

/** Names of the schemas that a database to restore into must not have. */
export async function schemasInUse(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select nspname as name from pg_namespace
     where nspname !~ '^pg_' and nspname not in ('information_schema', 'public') order by 1`);
  return rows.map(({ name }) => name);
}

/** Which migrations were applied, by schema: each that has any keeps their names in its table `migration`. */
export async function appliedMigrations(
  client: pg.ClientBase,
  tables: readonly KeptTable[],
): Promise<Record<string, string[]>> {
  const applied: Record<string, string[]> = {};
  for (const { schema } of tables.filter(({ name, columns }) => name === 'migration' && columns.includes('name'))) {
    const { rows } = await client.query<{ name: string }>(
      `select name from ${client.escapeIdentifier(schema)}.migration order by name`,
    );
    applied[schema] = rows.map(({ name }) => name);
  }
  return applied;
}

/** `"es"."event"` */
export function qualified(client: pg.ClientBase, { schema, name }: Pick<KeptTable, 'schema' | 'name'>): string {
  return `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`;
}
