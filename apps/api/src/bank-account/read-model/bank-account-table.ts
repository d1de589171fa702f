import { addDays } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { parseAccountEvent, type AccountRef } from '@duixian/registry';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { begunRow, CHANGE_COLUMNS, stepColumns } from '../../enterprise/read-model/change-row.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';

/** What was proposed for enterprises' bank accounts, and how it came out; numbers stand masked. */
const BANK_ACCOUNT_CHANGE_COLUMNS = {
  ...CHANGE_COLUMNS,
  account: column.json<AccountRef>(),
  holder_reason: column.orNull(column.text),
  shared_with: column.texts,
} as const satisfies Columns;

/** A row of `read.bank_account_change`. */
export type BankAccountChangeRow = RowOf<typeof BANK_ACCOUNT_CHANGE_COLUMNS>;

const BANK_ACCOUNT_CHANGE = new VersionedTable('bank_account_change', ['proposal'], BANK_ACCOUNT_CHANGE_COLUMNS);

/** `bank_account_change`. */
export const bankAccountTable: ReadTable = {
  ddl: BANK_ACCOUNT_CHANGE.ddl,
  reading: sqlFile(import.meta.url, 'bank-account-reading.sql'),
  versioned: [BANK_ACCOUNT_CHANGE],

  async apply(tenant, batch, client) {
    const own = batch.filter((event) => idIn(event.stream, 'account-') !== null);
    if (own.length === 0) return;
    const touched = new Set(own.map((recorded) => parseAccountEvent(recorded).data.proposal));
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const recorded of own) rows.fold(recorded, foldIntoAccounts);
    await BANK_ACCOUNT_CHANGE.write(client, rows);
  },
};

/** What an event makes of the changes of accounts; those of other streams leave them as they are. */
export function foldIntoAccounts(rows: Rows<BankAccountChangeRow>, recorded: RecordedEvent): void {
  if (idIn(recorded.stream, 'account-') === null) return;
  const event = parseAccountEvent(recorded);
  const { proposal } = event.data;
  switch (event.type) {
    case 'AccountChangeProposed': {
      const { uscc, opensUntil: opens_until, account, holderReason: holder_reason, sharedWith } = event.data;
      const begun = begunRow(recorded, event, { uscc, proposal, opens_until });
      rows.set(proposal, { ...begun, account, holder_reason, shared_with: sharedWith });
      break;
    }
    case 'BankAccountTakenOver': {
      const { uscc, account } = event.data;
      const begun = begunRow(recorded, event, { uscc, proposal, opens_until: addDays(event.occurredOn, -1) });
      rows.set(proposal, { ...begun, is_found: true, account, holder_reason: null, shared_with: [] });
      break;
    }
    case 'AccountNoticeGiven':
    case 'AccountChangeAgreed':
    case 'AccountChangeRefused':
    case 'AccountChangeWithdrawn':
      rows.change(proposal, (row) => ({ ...row, ...stepColumns(event) }));
  }
}

async function load(
  client: TableClient,
  tenant: string,
  proposals: readonly string[],
): Promise<Map<string, BankAccountChangeRow>> {
  const { rows } = await client.query<BankAccountChangeRow>({
    text: 'select * from bank_account_change where tenant = $1 and proposal = any ($2)',
    values: [tenant, proposals],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [row.proposal, row]));
}
