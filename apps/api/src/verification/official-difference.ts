import {
  EVENT_COLUMNS,
  toRecordedEvent,
  type Difference,
  type EventRow,
  type RecordedEvent,
} from '@duixian/event-store';
import { foldOfficial, parseOfficialEvent, type Account } from '@duixian/office';
import type pg from 'pg';
import { idIn } from '../log/read-table.js';
import { UPCASTERS } from '../log/upcasters.js';

/** A row of `identity."user"`. */
interface Row extends Account {
  readonly id: string;
  /** Up to which event of its stream it follows; null: nothing of it is on record. */
  readonly version: number | null;
}

const ROWS = `
  select id, username, display_name as "displayName", division, department, roles, disabled, log_version as version
    from identity."user" where tenant = $1 order by id`;
// Between the prefix and the text that follows it: what begins with the prefix, by the key.
const EVENTS = `
  select ${EVENT_COLUMNS} from es.event e
   where e.tenant = $1 and e.stream > 'official-' and e.stream < 'official.' order by e.stream, e.version`;
const FIELDS = ['username', 'displayName', 'division', 'department', 'roles', 'disabled'] as const;

/**
 * The first official whose row is not what his stream makes of it: who he is, what he may do and where. A row may be
 * behind its stream while the follower of accounts has not come there.
 *
 * @param client in a transaction, REPEATABLE READ.
 */
export async function firstDifferingOfficial(client: pg.ClientBase, tenant: string): Promise<Difference | null> {
  const streams = await streamsOf(client, tenant);
  const rows = new Map((await client.query<Row>(ROWS, [tenant])).rows.map((row) => [row.id, row]));
  // Before its first start under this version a database has the accounts of the one before, and no word of them.
  if (streams.size === 0 && [...rows.values()].every(({ version }) => version === null)) return null;
  const followed = await followedPosition(client, tenant);
  for (const id of [...new Set([...streams.keys(), ...rows.keys()])].sort()) {
    const found = differenceOf(rows.get(id) ?? null, streams.get(id) ?? [], followed);
    if (found !== null) return { check: 'official', tenant, position: null, subject: id, ...found };
  }
  return null;
}

async function streamsOf(client: pg.ClientBase, tenant: string): Promise<Map<string, RecordedEvent[]>> {
  const streams = new Map<string, RecordedEvent[]>();
  const { rows } = await client.query<EventRow>(EVENTS, [tenant]);
  for (const row of rows) {
    const id = idIn(row.stream, 'official-') ?? row.stream;
    const events = streams.get(id) ?? [];
    events.push(toRecordedEvent(tenant, row, UPCASTERS));
    streams.set(id, events);
  }
  return streams;
}

/** Up to where the rows follow the log for certain. */
async function followedPosition(client: pg.ClientBase, tenant: string): Promise<bigint> {
  const { rows } = await client.query<{ position: string }>(
    `select position from follow.checkpoint where tenant = $1 and name = 'accounts'`,
    [tenant],
  );
  return rows.reduce((furthest, { position }) => (BigInt(position) > furthest ? BigInt(position) : furthest), 0n);
}

type Found = Pick<Difference, 'field' | 'stored' | 'computed'>;

function differenceOf(row: Row | null, stream: readonly RecordedEvent[], followed: bigint): Found | null {
  const due = stream.filter(({ position }) => position <= followed);
  if (row === null) {
    const account = accountAfter(due);
    return account === null ? null : { field: 'row', stored: null, computed: account.username };
  }
  const version = row.version ?? 0;
  // An account of before that goes on record at this moment.
  if (version === 0 && stream.length > 0 && due.length === 0) return null;
  if (version === 0 || version > stream.length || version < due.length) {
    return { field: 'log_version', stored: row.version?.toString() ?? null, computed: due.length.toString() };
  }
  const then = accountAfter(stream.slice(0, version));
  if (then === null) return { field: 'row', stored: row.username, computed: null };
  const field = FIELDS.find((name) => String(row[name]) !== String(then[name]));
  return field === undefined ? null : { field, stored: String(row[field]), computed: String(then[field]) };
}

/** What the events make of the account; null also where somebody rewrote them so that nobody can read them. */
function accountAfter(stream: readonly RecordedEvent[]): Account | null {
  try {
    return foldOfficial(stream.map(parseOfficialEvent)).account;
  } catch {
    return null;
  }
}
