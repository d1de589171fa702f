import { parseEntitlementEvent } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { parsePaymentEvent } from '@duixian/treasury';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { fenText } from '../../log/fen-text.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows, type Step, type Stored } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';
import { VersionedTotals } from '../../log/versioned-totals.js';
import { totalChanges, type EntitlementLineRow, type LineChange } from './entitlement-line.js';
import { programmeChanges, programmeMonths } from './programme-total.js';
import { treasuryChanges } from './treasury-total.js';

const LINE = new VersionedTable('entitlement_line', ['claim', 'payer']);
const YEARLY_TOTAL = new VersionedTotals(
  'yearly_total',
  ['uscc', 'measure', 'year'],
  [
    ...['reserved', 'paid', 'city', 'county'],
    ...['persons_reserved', 'persons_paid', 'persons_city', 'persons_county'],
    ...['counted_reserved', 'counted_paid', 'counted_city', 'counted_county'],
  ],
);
const TREASURY_TOTAL = new VersionedTotals(
  'treasury_total',
  ['payer', 'basis'],
  [...['reserved', 'paid', 'returned', 'persons']],
);
const PROGRAMME_TOTAL = new VersionedTotals('programme_total', ['account'], ['reserved', 'paid']);
const PROGRAMME_MONTH = new VersionedTotals('programme_month', ['account', 'month'], ['used']);

const PAYER_DIGITS = 6;

/**
 * `entitlement_line`, `yearly_total`, `treasury_total`, `programme_total` and `programme_month`. A line's key is that of its
 * payment: `<claim>-<payer>`.
 */
export const entitlementTables: ReadTable = {
  ddl: sqlFile(import.meta.url, 'entitlement-tables.sql'),
  reading: sqlFile(import.meta.url, 'entitlement-reading.sql'),
  versioned: [LINE, YEARLY_TOTAL, TREASURY_TOTAL, PROGRAMME_TOTAL, PROGRAMME_MONTH],

  async apply(tenant, batch, client) {
    const before = await load(client, tenant, [...new Set(batch.flatMap(claimOf))]);
    const rows = new Rows(before);
    for (const event of batch) rows.fold(event, foldIntoLines);
    const steps = rows.steps();
    if (steps.length === 0) return;
    await LINE.write(client, rows);
    await YEARLY_TOTAL.add(client, changesBy(totalChanges, steps));
    await TREASURY_TOTAL.add(client, changesBy(treasuryChanges, steps));
    const programmes = programmeChanges(steps, before.values());
    await PROGRAMME_TOTAL.add(client, programmes);
    await PROGRAMME_MONTH.add(client, programmeMonths(programmes, batch));
  },
};

/** What each step changes in some totals. */
function changesBy<Change extends object>(
  changes: (step: readonly LineChange[]) => readonly Change[],
  steps: readonly Step<EntitlementLineRow>[],
): { position: bigint; change: Change }[] {
  return steps.flatMap(({ position, before, after }) =>
    after === null ? [] : changes([{ before, after }]).map((change) => ({ position, change })),
  );
}

/** The claim whose lines an event is about. */
function claimOf(recorded: RecordedEvent): string[] {
  const payment = idIn(recorded.stream, 'payment-');
  if (payment !== null) return [payment.slice(0, -PAYER_DIGITS - 1)];
  if (!recorded.stream.startsWith('entitlement-')) return closedOrReopened(recorded);
  const event = parseEntitlementEvent(recorded);
  switch (event.type) {
    case 'GrantReserved':
    case 'GrantReleased':
      return [event.data.claim];
    case 'EntitlementClosed':
    case 'EntitlementReopened':
    case 'EntitlementInherited':
    case 'EntitlementDisinherited':
      return [];
  }
}

/** What becomes of returned lines when their claim ends, and of those when it is open again. */
const LINES_AFTER: ReadonlyMap<string, Record<'from' | 'to', EntitlementLineRow['state']>> = new Map([
  ['ClaimWithdrawn', { from: 'returned', to: 'released' }],
  ['ClaimSettled', { from: 'returned', to: 'released' }],
  ['ClaimReopened', { from: 'released', to: 'returned' }],
]);

function closedOrReopened({ type, stream }: RecordedEvent): string[] {
  const claim = LINES_AFTER.has(type) ? idIn(stream, 'claim-') : null;
  return claim === null ? [] : [claim];
}

/** What an event makes of the lines; those of other streams leave them as they are. */
export function foldIntoLines(rows: Rows<EntitlementLineRow>, recorded: RecordedEvent): void {
  const payment = idIn(recorded.stream, 'payment-');
  const uscc = idIn(recorded.stream, 'entitlement-');
  if (payment !== null) applyPayment(rows, payment, recorded);
  if (uscc !== null) applyEntitlement(rows, uscc, recorded);
  for (const claim of closedOrReopened(recorded)) {
    const after = LINES_AFTER.get(recorded.type);
    for (const key of rows.keysOf((row) => row.claim === claim)) {
      rows.change(key, (row) => (row.state === after?.from ? { ...row, state: after.to } : row));
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
      const { claim, quota, payee } = event.data;
      for (const { payer, basis, amount, accounts } of event.data.lines) {
        const line = { tenant, claim, payer, uscc, basis, amount: fenText(amount), accounts, quota, payee };
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
    case 'EntitlementReopened':
    case 'EntitlementInherited':
    case 'EntitlementDisinherited':
      break;
  }
}

async function load(
  client: TableClient,
  tenant: string,
  claims: readonly string[],
): Promise<Map<string, Stored<EntitlementLineRow>>> {
  if (claims.length === 0) return new Map();
  const { rows } = await client.query<EntitlementLineRow>({
    text: 'select * from entitlement_line where tenant = $1 and claim = any ($2)',
    values: [tenant, claims],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [`${row.claim}-${row.payer}`, row]));
}
