import type pg from 'pg';

/** How a superuser rewrites one tenant's record: a statement each, on rows that the numbers choose. */
interface Tampering {
  readonly name: string;
  readonly sql: (pick: Pick) => string;
}

interface Pick {
  readonly tenant: string;
  /** A whole number from 1 to `max`. */
  readonly upTo: (max: number) => number;
  readonly head: number;
}

const EVENT_CHANGES = [
  `stream = stream || 'x'`,
  `stream = 'claim:none'`,
  `version = version + 1000`,
  `event_id = md5(random()::text)`,
  `type = type || 'Later'`,
  `schema_version = schema_version + 1`,
  `occurred_on = occurred_on - 1`,
  `recorded_at = recorded_at - interval '1 microsecond'`,
  `recorded_at = recorded_at + interval '1 day'`,
  `data = data || '{"amount": "0.01"}'`,
  `data = '{}'`,
  `data = data || '{"added": null}'`,
  `data = jsonb_set(data, '{list}', '[2, 1]')`,
  `meta = meta || '{"user": "somebody else"}'`,
  `nonce = decode(md5(random()::text), 'hex')`,
  `link = sha256(link)`,
  `link = null`,
  `nonce = null`,
];

const OTHER_CHANGES: Readonly<Record<string, readonly string[]>> = {
  command: [
    `command_id = command_id || 'x'`,
    `request_hash = 'another request'`,
    `first = first + 1`,
    `last = last + 1`,
    `last = last - 1`,
    `moves = moves || ' '`,
    `moves = ''`,
  ],
  stream: [`version = version + 1`, `version = version - 1`, `stream = stream || 'x'`],
  guard: [
    `ceiling = null`,
    `ceiling = ceiling + 1000`,
    `reserved = reserved + 1`,
    `reserved = 0, paid = reserved + paid`,
    `version = version + 1`,
    `account = account || 'x'`,
  ],
  head: [
    `position = position - 1`,
    `position = position + 1`,
    `link = sha256(link)`,
    `tenant = tenant || 'x'`,
    `recorded_at = recorded_at + interval '1 hour'`,
  ],
};

/** What a row of a swap exchanges with another. */
const SWAPPED = [
  'data',
  'meta',
  'event_id',
  'recorded_at',
  'nonce, link',
  'data, meta, nonce, link',
  'stream, version',
];

export const TAMPERINGS: readonly Tampering[] = [
  ...EVENT_CHANGES.map((change) => ({
    name: `an event: ${change}`,
    sql: ({ tenant, head, upTo }: Pick): string =>
      `update es.event set ${change} where tenant = '${tenant}' and position = ${upTo(head)}`,
  })),
  ...Object.entries(OTHER_CHANGES).flatMap(([table, changes]) =>
    changes.map((change) => ({
      name: `a ${table}: ${change}`,
      sql: ({ tenant, upTo }: Pick): string =>
        `update es.${table} set ${change} where ctid = (${rowOf(table, tenant, upTo)})`,
    })),
  ),
  ...['event', 'command', 'stream', 'guard', 'head'].map((table) => ({
    name: `a ${table} removed`,
    sql: ({ tenant, upTo }: Pick): string => `delete from es.${table} where ctid = (${rowOf(table, tenant, upTo)})`,
  })),
  ...SWAPPED.map((columns) => ({
    name: `${columns} of two events exchanged`,
    sql: ({ tenant, head, upTo }: Pick): string => {
      const one = upTo(head);
      const other = ((one - 1 + upTo(head - 1)) % head) + 1;
      const names = columns.split(', ');
      const places = `(${one}, ${other})`;
      return `
        alter table es.event drop constraint event_tenant_stream_version_key;
        update es.event e set ${names.map((name) => `${name} = o.${name}`).join(', ')}
          from es.event o
         where e.tenant = '${tenant}' and o.tenant = e.tenant and e.position in ${places} and o.position in ${places}
           and o.position <> e.position`;
    },
  })),
  {
    name: 'two events in each other’s place',
    sql: ({ tenant, head, upTo }: Pick): string => {
      const one = upTo(head - 1);
      return `
        update es.event set position = -position where tenant = '${tenant}' and position in (${one}, ${one + 1});
        update es.event set position = ${2 * one + 1} + position where tenant = '${tenant}' and position < 0`;
    },
  },
  {
    name: 'an event put in the middle, the others moved on',
    sql: ({ tenant, head, upTo }: Pick): string => {
      const at = upTo(head);
      return `
        update es.event set position = -position where tenant = '${tenant}' and position >= ${at};
        update es.event set position = 1 - position where tenant = '${tenant}' and position < 0;
        insert into es.event select tenant, ${at}, 'claim:forged', 1, 'forged', type, schema_version, occurred_on,
          recorded_at, data, meta, nonce, link from es.event where tenant = '${tenant}' and position = ${at} + 1;
        insert into es.stream values ('${tenant}', 'claim:forged', 1);
        update es.command set first = first + 1 where tenant = '${tenant}' and first > ${at};
        update es.command set last = last + 1 where tenant = '${tenant}' and last >= ${at};
        update es.head set position = position + 1 where tenant = '${tenant}'`;
    },
  },
  {
    name: 'an event added past the append',
    sql: ({ tenant, head }: Pick): string => `
      insert into es.event select tenant, ${head} + 1, 'claim:forged', 1, 'forged', type, schema_version, occurred_on,
        now(), data, meta, nonce, sha256(link) from es.event where tenant = '${tenant}' and position = ${head};
      insert into es.stream values ('${tenant}', 'claim:forged', 1);
      insert into es.command values ('${tenant}', 'forged', 'request', ${head} + 1, ${head} + 1, '');
      update es.head set position = ${head} + 1, link = (select sha256(link) from es.head where tenant = '${tenant}')
       where tenant = '${tenant}'`,
  },
  {
    name: 'a guard, a stream or a command put in',
    sql: ({ tenant, head, upTo }: Pick): string =>
      [
        `insert into es.guard values ('${tenant}', 'pool:forged', null, 1, 0, 1)`,
        `insert into es.stream values ('${tenant}', 'claim:forged', 1)`,
        `insert into es.command values ('${tenant}', 'forged', 'request', ${head}, ${head}, '')`,
        `insert into es.command values ('${tenant}', 'forged', 'request', ${head + 1}, ${head}, '')`,
      ][upTo(4) - 1] ?? '',
  },
  {
    name: 'the end cut off, and all that is kept beside set back',
    sql: ({ tenant, head, upTo }: Pick): string => {
      const end = head - upTo(head - 1);
      return `
        delete from es.event where tenant = '${tenant}' and position > ${end};
        delete from es.command where tenant = '${tenant}' and first > ${end};
        update es.command set last = ${end} where tenant = '${tenant}' and last > ${end};
        delete from es.stream s where tenant = '${tenant}'
          and not exists (select from es.event e where e.tenant = s.tenant and e.stream = s.stream);
        update es.stream s set version = (select max(version) from es.event e
                                           where e.tenant = s.tenant and e.stream = s.stream) where tenant = '${tenant}';
        update es.head set position = ${end},
               link = (select link from es.event where tenant = '${tenant}' and position = ${end})
         where tenant = '${tenant}'`;
    },
  },
  {
    name: 'everything of a city removed',
    sql: ({ tenant }: Pick): string =>
      ['event', 'command', 'stream', 'guard', 'head']
        .map((table) => `delete from es.${table} where tenant = '${tenant}'`)
        .join('; '),
  },
];

function rowOf(table: string, tenant: string, upTo: (max: number) => number): string {
  const key = { event: 'position', command: 'first', stream: 'stream', guard: 'account', head: 'tenant' }[table];
  return `select ctid from es.${table} where tenant = '${tenant}' order by ${key ?? ''} offset ${
    table === 'head' ? 0 : upTo(20) - 1
  } limit 1`;
}

/** Carries out the `n`-th tampering in the client's transaction; says which, and whether it changed any row. */
export async function tamper(
  client: pg.ClientBase,
  n: number,
  random: () => number,
  tenant: string,
  head: number,
): Promise<string> {
  const tampering = TAMPERINGS[n % TAMPERINGS.length];
  if (tampering === undefined) throw new Error('There is no tampering.');
  const pick = { tenant, head, upTo: (max: number) => 1 + Math.floor(random() * max) };
  const sql = tampering.sql(pick);
  await client.query(sql);
  return `${tampering.name}\n${sql}`;
}
