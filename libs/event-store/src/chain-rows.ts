import type pg from 'pg';
import { linkOf, sealOf, type LinkedCommand } from './chain.js';
import type { EventRow } from './event-row.js';
import { EVENT_COLUMNS } from './event-row.js';

/** Read at a time: hashing a page keeps the process for some milliseconds. */
const PAGE = 250;

/** An event as it is stored: in the shape that it was recorded in, whatever upcasters make of it. */
export interface ChainRow extends EventRow {
  readonly nonce: Buffer | null;
  readonly link: Buffer | null;
}

/** A command that took effect, as it is stored. */
export interface CommandRow extends LinkedCommand {
  readonly first: bigint;
  readonly last: bigint;
}

/** A tenant's events after a position, in order, a page at a time. */
export async function* readChainRows(client: pg.ClientBase, tenant: string, after: bigint): AsyncGenerator<ChainRow[]> {
  for (let from = after; ;) {
    const { rows } = await client.query<ChainRow>(
      `select ${EVENT_COLUMNS}, e.nonce, e.link from es.event e
        where e.tenant = $1 and e.position > $2 order by e.position limit $3`,
      [tenant, from.toString(), PAGE],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    from = BigInt(last.position);
  }
}

/** A tenant's commands whose events reach beyond a position, in the order of their first events; sorted once. */
export async function* readCommands(client: pg.ClientBase, tenant: string, after: bigint): AsyncGenerator<CommandRow> {
  await client.query('close all');
  await client.query(
    `declare commands no scroll cursor with hold for
     select command_id as "commandId", request_hash as "requestHash", moves, first, last
       from es.command
      where tenant = ${client.escapeLiteral(tenant)} and last > ${after.toString()}
      order by first, command_id`,
  );
  for (;;) {
    const { rows } = await client.query<LinkedCommand & Record<'first' | 'last', string>>(
      `fetch ${PAGE} from commands`,
    );
    if (rows.length === 0) break;
    for (const row of rows) yield { ...row, first: BigInt(row.first), last: BigInt(row.last) };
  }
  await client.query('close commands');
}

/** The link that a stored event must have, after the one before. */
export function linkOfRow(
  tenant: string,
  previous: Buffer,
  row: ChainRow,
  nonce: Buffer,
  command: LinkedCommand,
): Buffer {
  const { leaf } = sealOf(tenant, row.stream, nonce.toString('hex'), {
    eventId: row.event_id,
    type: row.type,
    schemaVersion: row.schema_version,
    occurredOn: row.occurred_on,
    data: row.data,
    meta: row.meta,
  });
  const place = { position: BigInt(row.position), version: row.version, recordedAt: row.recorded_at };
  return linkOf(previous, leaf, place, command);
}
