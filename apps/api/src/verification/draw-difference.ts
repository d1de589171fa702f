import { hash } from 'node:crypto';
import { drawnText, parseClaimEvent, parseSampleEvent, redraw, type SampleEvent } from '@duixian/casework';
import {
  EVENT_COLUMNS,
  toRecordedEvent,
  type Difference,
  type EventRow,
  type RecordedEvent,
} from '@duixian/event-store';
import type pg from 'pg';
import { UPCASTERS } from '../log/upcasters.js';

const CLAIM_STREAM = 'claim-';
const DRAWS = `
  select ${EVENT_COLUMNS} from es.event e
   where e.tenant = $1 and e.stream > 'sample-' and e.stream < 'sample.' and e.type = 'SampleDrawn'
   order by e.stream, e.version`;
const LINK = `
  select encode(link, 'hex') as link from es.event
   where tenant = $1 and position = $2 and position < $3`;
/** What the command that drew recorded of claims. */
const SAMPLED = `
  select ${EVENT_COLUMNS} from es.command c
    join es.event e on e.tenant = c.tenant and e.position between c.first and c.last
   where c.tenant = $1 and c.command_id = $2 and e.type = 'ClaimSampled'
   order by e.position`;

/**
 * The first draw of a city that is not what its seed makes of its lists: a seed that nobody could know is of random bytes and
 * the log's own link before it, and who was drawn follows from both, in the draw's event and in the streams of its claims.
 *
 * @param client in a transaction, REPEATABLE READ.
 */
export async function firstDifferingDraw(client: pg.ClientBase, tenant: string): Promise<Difference | null> {
  const { rows } = await client.query<EventRow>(DRAWS, [tenant]);
  for (const recorded of rows.map((row) => toRecordedEvent(tenant, row, UPCASTERS))) {
    const found = readable(recorded, parseSampleEvent);
    const wrong = found === null ? null : await wrongIn(client, recorded, found);
    if (wrong === null) continue;
    const { position, stream } = recorded;
    return { check: 'draw', tenant, position: position.toString(), subject: stream, ...wrong };
  }
  return null;
}

type Wrong = Pick<Difference, 'field' | 'stored' | 'computed'>;

async function wrongIn(
  client: pg.ClientBase,
  { tenant, position }: RecordedEvent,
  event: SampleEvent,
): Promise<Wrong | null> {
  const { seed, lists, draw } = event.data;
  const again = redraw(event, (text) => hash('sha256', text));
  const { rows } = await client.query<{ link: string }>(LINK, [tenant, seed.position, position.toString()]);
  const { rows: sampled } = await client.query<EventRow>(SAMPLED, [tenant, draw]);
  return (
    differing('seed.link', seed.link, rows[0]?.link ?? null) ??
    differing('seed.value', seed.value, again.seed) ??
    differing('drawn', listed(lists.map(({ drawn }) => drawn)), listed(again.drawn)) ??
    differing('claims', sampledOf(tenant, sampled).join(', '), again.claims.join(', '))
  );
}

function listed(lists: readonly (readonly string[])[]): string {
  return lists.map((drawn) => drawn.join(' ')).join(', ');
}

function sampledOf(tenant: string, rows: readonly EventRow[]): string[] {
  const texts = rows.flatMap((row) => {
    const recorded = toRecordedEvent(tenant, row, UPCASTERS);
    const event = readable(recorded, parseClaimEvent);
    const claim = recorded.stream.slice(CLAIM_STREAM.length);
    return event?.type === 'ClaimSampled' ? [drawnText({ claim, ...event.data })] : [];
  });
  return texts.toSorted();
}

function differing(field: string, stored: string, computed: string | null): Wrong | null {
  return stored === computed ? null : { field, stored, computed };
}

/** Null for what nobody can read, which the tables set aside and say so. */
function readable<Event>(recorded: RecordedEvent, parse: (recorded: RecordedEvent) => Event): Event | null {
  try {
    return parse(recorded);
  } catch {
    return null;
  }
}
