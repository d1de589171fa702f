import type pg from 'pg';
import type { Difference } from './difference.js';

// All in SQL, which spills to disk: a city has more streams and guards than a process should hold.

const STREAMS = `
  select stream, s.version::text as stored, e.version::text as computed
    from (select stream, count(*)::int as version, max(version) as highest
            from es.event where tenant = $1 group by stream) e
    full join (select stream, version from es.stream where tenant = $1) s using (stream)
   where s.version is distinct from e.version or e.version <> e.highest
   order by stream limit 1`;

/** The first stream whose version is not the number of its events. */
export async function firstDifferingStream(client: pg.ClientBase, tenant: string): Promise<Difference | null> {
  const { rows } = await client.query<{ stream: string; stored: string | null; computed: string | null }>(STREAMS, [
    tenant,
  ]);
  const [found] = rows;
  if (found === undefined) return null;
  const { stream, stored, computed } = found;
  return { check: 'stream', tenant, position: null, subject: stream, field: 'version', stored, computed };
}

// The moves have been read as part of the chain: they are what the commands did, in their order.
const GUARDS = `
  with moved as (
    select m.value ->> 0 as account, (m.value ->> 1)::numeric as reserve, (m.value ->> 2)::numeric as paid,
           jsonb_array_length(m.value) = 4 as sets, m.value ->> 3 as ceiling, c.first, m.n, 1::numeric as changes
      from es.command c, jsonb_array_elements(c.moves::jsonb) with ordinality m(value, n)
     where c.tenant = $1 and c.moves like '[%'
    union all
    select m.value ->> 0, (m.value ->> 1)::numeric, (m.value ->> 2)::numeric, true, m.value ->> 3, c.first, m.n,
           (m.value ->> 4)::numeric
      from es.command c, jsonb_array_elements(c.moves::jsonb -> 'guards') with ordinality m(value, n)
     where c.tenant = $1 and c.moves like '{%'
  ), folded as (
    select account, sum(reserve) as reserved, sum(paid) as paid, sum(changes) as version,
           (array_agg(ceiling order by first desc, n desc) filter (where sets))[1] as ceiling
      from moved group by account
  )
  select account,
         concat_ws(' ', g.reserved, g.paid, coalesce(g.ceiling::text, '-'), g.version) as stored,
         concat_ws(' ', f.reserved, f.paid, coalesce(f.ceiling, '-'), f.version) as computed
    from folded f full join (select * from es.guard where tenant = $1) g using (account)
   where (g.reserved, g.paid, g.ceiling::text, g.version) is distinct from
         (f.reserved, f.paid, f.ceiling, f.version)
   order by account collate "C" limit 1`;

/** The first guard that does not hold what the commands moved. */
export async function firstDifferingGuard(client: pg.ClientBase, tenant: string): Promise<Difference | null> {
  const { rows } = await client.query<{ account: string; stored: string; computed: string }>(GUARDS, [tenant]);
  const [found] = rows;
  if (found === undefined) return null;
  const { account, stored, computed } = found;
  const field = 'reserved, paid, ceiling, version';
  return { check: 'guard', tenant, position: null, subject: account, field, stored, computed };
}

/** How far followers have come: they cannot have read what was never there. */
export async function furthestTrace(
  client: pg.ClientBase,
  tenant: string,
): Promise<{ readonly position: bigint; readonly subject: string } | null> {
  const { rows } = await client.query<{ name: string; position: string }>(
    'select name, position from follow.checkpoint where tenant = $1 order by position desc limit 1',
    [tenant],
  );
  const [found] = rows;
  return found === undefined ? null : { position: BigInt(found.position), subject: `checkpoint of ${found.name}` };
}
