import type { CopyColumn } from '@duixian/event-store';
import type pg from 'pg';
import { column, type Columns } from './columns.js';
import type { Rows, Step } from './rows.js';
import type { TableClient } from './table-client.js';

/** A row, and the positions between which it stands; `until` is null while it does. */
interface Version {
  readonly row: object;
  readonly from: bigint;
  readonly until: bigint | null;
}

interface Versions {
  /** Rows that stood until the batch, or came and went within it. */
  readonly ended: readonly Version[];
  /** Rows that stand after it and are not in the table. */
  readonly made: readonly Version[];
  /** Rows that stand after it in place of others of their keys. */
  readonly changed: readonly Version[];
  /** Rows of the table that no others replace. */
  readonly removed: readonly object[];
}

const PAST_COLUMNS: readonly CopyColumn[] = [
  { name: 'until_position', holds: 'plain' },
  { name: 'span', holds: 'plain' },
];

/** Rows from which on COPY is the faster way. */
const COPIED_FROM = 100;

/**
 * A table whose rows say from which position of the log on they stand (`from_position`), and beside it `<name>_past`:
 * every row that stood before, with the position at which it was replaced or taken away. So any position can be asked
 * for: `<name>_at(tenant, position)` answers the rows that stood there by their keys, `<name>_then(tenant, position)`
 * those of the past among them, however few or many they are.
 *
 * `<name>_then` finds them by `span`, the smallest n with `until_position - from_position <= 2^n`: a row of span n that
 * stands at p came to stand in the 2^n positions up to p, so each span is one range of an index, and at least every
 * second row in it, on the average, is one that is looked for.
 */
export class VersionedTable {
  private columns: readonly CopyColumn[] | null = null;

  /**
   * @param key columns by which rows are told apart within a tenant.
   * @param declared its columns; left out where a `.sql` file creates the table.
   */
  constructor(
    readonly name: string,
    private readonly key: readonly string[],
    private readonly declared: Columns = {},
  ) {}

  /** The statement that creates the table. */
  get ddl(): string {
    const { name, key } = this;
    // Of the event that made a row what it is.
    const columns: Columns = { ...this.declared, from_position: column.position };
    const lines = [
      ...Object.entries(columns).map(([each, { declared }]) => `${each} ${declared}`),
      `primary key (tenant, ${key.join(', ')})`,
    ];
    return `create table ${name} (\n  ${lines.join(',\n  ')}\n);`;
  }

  /** Creates what stands beside the table, which exists, in the schema on the search path. */
  async create(client: pg.ClientBase): Promise<void> {
    const { name } = this;
    const { rows } = await client.query<{ columns: string }>(
      `select string_agg('t.' || quote_ident(attname), ', ' order by attnum) as columns
         from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
      [name],
    );
    const columns = rows[0]?.columns ?? '';
    await client.query(`
      create table ${name}_past (
        like ${name} including generated,
        until_position bigint not null,
        span smallint not null
      );

      create function ${name}_then(of_tenant text, at bigint) returns setof ${name} language sql stable begin atomic
        select ${columns}
          from generate_series(0, 40) s (span)
         cross join lateral (
               select *
                 from ${name}_past p
                where p.tenant = of_tenant
                  and p.span = s.span
                  and p.from_position > at - (1::bigint << s.span)
                  and p.from_position <= at
                  and p.until_position > at
               offset 0) t;
      end;

      create function ${name}_at(of_tenant text, at bigint) returns setof ${name} language sql stable begin atomic
        select ${columns} from ${name} t where t.tenant = of_tenant and t.from_position <= at
        union all
        select ${columns}
          from ${name}_past t
         where t.tenant = of_tenant and t.from_position <= at and t.until_position > at;
      end;
    `);
  }

  /** Creates what only readers need, once the tables are full. */
  async index(client: pg.ClientBase): Promise<void> {
    const { name, key } = this;
    await client.query(`alter table ${name}_past add primary key (tenant, ${key.join(', ')}, from_position)`);
    await client.query(`create index on ${name}_past (tenant, span, from_position, until_position)`);
  }

  /** Writes what a batch made of the rows, each version with the positions between which it stood. */
  async write(client: TableClient, rows: Rows<object>): Promise<void> {
    const { name, key } = this;
    const { ended, made, changed, removed } = versionsOf(rows);
    await this.insert(client, `${name}_past`, ended);
    if (removed.length > 0) {
      const keys = ['tenant', ...key];
      await client.query(
        `delete from ${name} t using json_populate_recordset(null::${name}, $1) x
          where (${keys.map((each) => `t.${each}`).join(', ')}) = (${keys.map((each) => `x.${each}`).join(', ')})`,
        [JSON.stringify(removed)],
      );
    }
    await this.insert(client, name, made);
    if (changed.length > 0) {
      const stored = changed.map(columnsOf);
      const columns = Object.keys(stored[0] ?? {});
      const changing = columns.filter((column) => column !== 'tenant' && !key.includes(column));
      await client.query(
        `insert into ${name} (${columns.join(', ')})
         select ${columns.join(', ')} from json_populate_recordset(null::${name}, $1)
         on conflict (tenant, ${key.join(', ')}) do update
           set (${changing.join(', ')}) = row (${changing.map((column) => `excluded.${column}`).join(', ')})`,
        [JSON.stringify(stored)],
      );
    }
  }

  /** Adds rows that are not there: the many of a build by COPY, which takes two more round trips, the few of a batch not. */
  private async insert(client: TableClient, table: string, versions: readonly Version[]): Promise<void> {
    if (versions.length >= COPIED_FROM) {
      await client.copy(table, await this.copied(client, table), { rows: versions, valueOf });
    } else if (versions.length > 0) {
      const rows = versions.map(columnsOf);
      const columns = Object.keys(rows[0] ?? {}).join(', ');
      await client.query(
        `insert into ${table} (${columns}) select ${columns} from json_populate_recordset(null::${table}, $1)`,
        [JSON.stringify(rows)],
      );
    }
  }

  /** They are the same in each schema that is filled. */
  private async copied(client: TableClient, table: string): Promise<readonly CopyColumn[]> {
    const { name } = this;
    this.columns ??= await client.columnsOf(name);
    return table === name ? this.columns : [...this.columns, ...PAST_COLUMNS];
  }
}

function versionsOf(rows: Rows<object>): Versions {
  const ended: Version[] = [];
  const last = new Map<string, Step<object>>();
  const removed = new Map<string, object>();
  for (const step of rows.steps()) {
    const { key, position, before, after } = step;
    const from = last.get(key)?.position ?? rows.storedFrom(key);
    if (before !== null && from !== null && from < position) ended.push({ row: before, from, until: position });
    last.set(key, step);
    if (after !== null) removed.delete(key);
    else if (before !== null && rows.storedFrom(key) !== null) removed.set(key, before);
  }
  const made: Version[] = [];
  const changed: Version[] = [];
  for (const [key, { after, position }] of last) {
    const into = rows.storedFrom(key) === null ? made : changed;
    if (after !== null) into.push({ row: after, from: position, until: null });
  }
  return { ended, made, changed, removed: [...removed.values()] };
}

/** A version as the columns of its table. */
function columnsOf({ row, from, until }: Version): Readonly<Record<string, unknown>> {
  const stands = { ...row, from_position: from.toString() };
  return until === null ? stands : { ...stands, until_position: until.toString(), span: spanOf(from, until) };
}

function valueOf({ row, from, until }: Version, column: string): unknown {
  switch (column) {
    case 'from_position':
      return from;
    case 'until_position':
      return until;
    case 'span':
      return until === null ? null : spanOf(from, until);
    default:
      return Reflect.get(row, column);
  }
}

/** The smallest n with `until - from <= 2^n`. */
function spanOf(from: bigint, until: bigint): number {
  return until - from === 1n ? 0 : (until - from - 1n).toString(2).length;
}
