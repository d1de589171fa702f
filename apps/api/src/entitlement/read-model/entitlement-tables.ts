import { parseEntitlementEvent } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { parsePaymentEvent } from '@duixian/treasury';
import type pg from 'pg';
import { sqlFile } from '../../database/sql-file.js';
import { fenText } from '../../log/fen-text.js';
import { idIn, Rows, type ReadTable } from '../../log/read-table.js';
import { treasuryChanges } from './treasury-total.js';
import { totalChanges, type EntitlementLineRow } from './entitlement-line.js';

const UPSERT = sqlFile(import.meta.url, 'line-upsert.sql');
const TOTALS = sqlFile(import.meta.url, 'total-add.sql');
const TREASURIES = sqlFile(import.meta.url, 'treasury-add.sql');

/** `entitlement_line`, `yearly_total` and `treasury_total`. A line's key is that of its payment: `<claim>-<payer>`. */
export const entitlementTables: ReadTable = {
  ddl: sqlFile(import.meta.url, 'entitlement-tables.sql'),

  async apply(tenant, batch, client) {
    const keys = [...new Set(batch.flatMap(linesOf))];
    const rows = new Rows(await load(client, tenant, keys, batch.flatMap(withdrawnClaim)));
    for (const event of batch) foldIntoLines(rows, event);
    const changes = rows.changes();
    if (changes.length === 0) return;
    await client.query(UPSERT, [JSON.stringify(changes.map(({ after }) => after))]);
    await client.query(TOTALS, [JSON.stringify(totalChanges(changes))]);
    await client.query(TREASURIES, [JSON.stringify(treasuryChanges(changes))]);
  },
};

/** Keys of the lines that an event is about. */
function linesOf(recorded: RecordedEvent): string[] {
  const payment = idIn(recorded.stream, 'payment-');
  if (payment !== null) return [payment];
  if (!recorded.stream.startsWith('entitlement-')) return [];
  const event = parseEntitlementEvent(recorded);
  switch (event.type) {
    case 'GrantReserved':
      return event.data.lines.map((line) => `${event.data.claim}-${line.payer}`);
    case 'GrantReleased':
      return [`${event.data.claim}-${event.data.payer}`];
    case 'EntitlementClosed':
    case 'EntitlementInherited':
      return [];
  }
}

function withdrawnClaim({ type, stream }: RecordedEvent): string[] {
  const claim = type === 'ClaimWithdrawn' ? idIn(stream, 'claim-') : null;
  return claim === null ? [] : [claim];
}

/** What an event makes of the lines; those of other streams leave them as they are. */
export function foldIntoLines(rows: Rows<EntitlementLineRow>, recorded: RecordedEvent): void {
  const payment = idIn(recorded.stream, 'payment-');
  const uscc = idIn(recorded.stream, 'entitlement-');
  if (payment !== null) applyPayment(rows, payment, recorded);
  if (uscc !== null) applyEntitlement(rows, uscc, recorded);
  for (const claim of withdrawnClaim(recorded)) {
    for (const key of rows.keysOf((row) => row.claim === claim)) {
      rows.change(key, (row) => (row.state === 'returned' ? { ...row, state: 'released' } : row));
    }
  }
}

function applyPayment(rows: Rows<EntitlementLineRow>, payment: string, recorded: RecordedEvent): void {
  const { type } = parsePaymentEvent(recorded);
  if (type === 'PaymentConfirmed') rows.change(payment, (row) => ({ ...row, state: 'paid' }));
  if (type === 'PaymentReturned') rows.change(payment, (row) => ({ ...row, state: 'returned' }));
}

function applyEntitlement(rows: Rows<EntitlementLineRow>, uscc: string, recorded: RecordedEvent): void {
  const event = parseEntitlementEvent(recorded);
  switch (event.type) {
    case 'GrantReserved': {
      const { tenant } = recorded;
      const { claim } = event.data;
      for (const { payer, basis, amount, accounts } of event.data.lines) {
        const line = { tenant, claim, payer, uscc, basis, amount: fenText(amount), accounts };
        rows.set(`${claim}-${payer}`, { ...line, state: 'reserved' });
      }
      break;
    }
    case 'GrantReleased':
      rows.change(`${event.data.claim}-${event.data.payer}`, (row) =>
        row.state === 'returned' ? row : { ...row, state: 'released' },
      );
      break;
    case 'EntitlementClosed':
    case 'EntitlementInherited':
      break;
  }
}

async function load(
  client: pg.ClientBase,
  tenant: string,
  keys: readonly string[],
  claims: readonly string[],
): Promise<Map<string, EntitlementLineRow>> {
  if (keys.length + claims.length === 0) return new Map();
  const { rows } = await client.query<EntitlementLineRow>(
    `select * from entitlement_line
      where tenant = $1 and (claim, payer) in (select left(key, -7), right(key, 6) from unnest($2::text[]) key)
      union all
     select * from entitlement_line where tenant = $1 and claim = any ($3)`,
    [tenant, keys, claims],
  );
  return new Map(rows.map((row) => [`${row.claim}-${row.payer}`, row]));
}
