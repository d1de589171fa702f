import { parseAssignmentEvent, parseClaimEvent } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { parsePaymentEvent } from '@duixian/treasury';
import { exactTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';
import { assignedClaim, changedClaim, paymentChanged, submittedClaim } from './claim-fold.js';
import { CLAIM_COLUMNS, type ClaimRow } from './claim-row.js';
import { MONTH_TOTAL, monthChanges } from './month-total.js';
import { moveTally } from './tally.js';

const CLAIM = new VersionedTable('claim', ['id'], CLAIM_COLUMNS);
const PAYER_DIGITS = 6;

/** `claim`, `claim_tally` and `month_total`. */
export const claimTables: ReadTable = {
  ddl: `${CLAIM.ddl}\n${sqlFile(import.meta.url, 'claim-tables.sql')}`,
  reading: sqlFile(import.meta.url, 'claim-reading.sql'),
  versioned: [CLAIM, MONTH_TOTAL],

  async apply(tenant, batch, client) {
    const touched = new Set(batch.flatMap((event) => claimOf(event.stream) ?? []));
    if (touched.size === 0) return;
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const event of batch) rows.fold(event, foldIntoClaims);
    await CLAIM.write(client, rows);
    await moveTally(client, tenant, rows.steps());
    await MONTH_TOTAL.add(client, monthChanges(rows.steps()));
  },
};

/** The claim that a stream belongs to: its own, that of who looks after it, or a payment's, which is named `<claim>-<payer>`. */
function claimOf(stream: string): string | null {
  const payment = idIn(stream, 'payment-');
  return payment === null
    ? (idIn(stream, 'claim-') ?? idIn(stream, 'assignment-'))
    : payment.slice(0, -PAYER_DIGITS - 1);
}

/** What an event of a claim, of who looks after it, or of one of its payments, makes of the claims; others leave them as they are. */
export function foldIntoClaims(rows: Rows<ClaimRow>, recorded: RecordedEvent): void {
  const claim = claimOf(recorded.stream);
  if (claim === null) return;
  if (recorded.stream.startsWith('payment-')) {
    const payer = recorded.stream.slice(-PAYER_DIGITS);
    rows.change(claim, (row) => paymentChanged(row, payer, parsePaymentEvent(recorded), recorded));
    return;
  }
  if (recorded.stream.startsWith('assignment-')) {
    rows.change(claim, (row) => assignedClaim(row, parseAssignmentEvent(recorded), recorded));
    return;
  }
  const event = parseClaimEvent(recorded);
  if (event.type === 'ClaimSubmitted') rows.set(claim, submittedClaim(event, recorded));
  else rows.change(claim, (row) => changedClaim(row, event, recorded));
}

async function load(client: TableClient, tenant: string, ids: readonly string[]): Promise<Map<string, ClaimRow>> {
  const { rows } = await client.query<ClaimRow>({
    text: 'select * from claim where tenant = $1 and id = any ($2)',
    values: [tenant, ids],
    // Whatever connection follows the log: a day that came back as a moment would be tallied as another day.
    types: exactTypes,
  });
  return new Map(rows.map((row) => [row.id, row]));
}
