import type { RecordedEvent } from '@duixian/event-store';
import {
  parseAccountEvent,
  type AccountEvent,
  type AccountRef,
  type NoticeWay,
  type WaitingCount,
} from '@duixian/registry';
import type pg from 'pg';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { idIn, Rows, type ReadTable } from '../../log/read-table.js';

/** A row of `read.bank_account_change`. */
export interface BankAccountChangeRow {
  readonly tenant: string;
  readonly uscc: string;
  readonly proposal: string;
  readonly position: string;
  readonly account: AccountRef;
  readonly holder_reason: string | null;
  readonly shared_with: readonly string[];
  readonly proposed_on: string;
  readonly proposed_by: string;
  readonly proposed_by_name: string;
  readonly opens_until: string;
  readonly notice: { readonly how: NoticeWay; readonly note: string; readonly on: string; readonly by: string } | null;
  readonly answer: 'agreed' | 'refused' | 'withdrawn' | null;
  readonly answered_on: string | null;
  readonly answered_by: string | null;
  readonly answered_by_name: string | null;
  readonly reason: string | null;
  readonly effective_from: string | null;
  readonly waiting: WaitingCount | null;
}

const UPSERT = sqlFile(import.meta.url, 'bank-account-upsert.sql');

/** `bank_account_change`. */
export const bankAccountTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'bank-account-table.sql'),

  async apply(tenant, batch, client) {
    const own = batch.filter((event) => idIn(event.stream, 'account-') !== null);
    if (own.length === 0) return;
    const touched = new Set(own.map((recorded) => parseAccountEvent(recorded).data.proposal));
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const recorded of own) foldIntoAccounts(rows, recorded);
    await client.query(UPSERT, [JSON.stringify(rows.changes().map(({ after }) => after))]);
  },
};

/** What an event makes of the changes of accounts; those of other streams leave them as they are. */
export function foldIntoAccounts(rows: Rows<BankAccountChangeRow>, recorded: RecordedEvent): void {
  if (idIn(recorded.stream, 'account-') === null) return;
  const event = parseAccountEvent(recorded);
  const { proposal } = event.data;
  if (event.type === 'AccountChangeProposed') rows.set(proposal, proposed(recorded, event));
  else rows.change(proposal, (row) => ({ ...row, ...change(event) }));
}

function proposed(
  { tenant, position }: RecordedEvent,
  { data, meta, occurredOn }: Extract<AccountEvent, { type: 'AccountChangeProposed' }>,
): BankAccountChangeRow {
  return {
    tenant,
    uscc: data.uscc,
    proposal: data.proposal,
    position: position.toString(),
    account: data.account,
    holder_reason: data.holderReason,
    shared_with: data.sharedWith,
    proposed_on: occurredOn,
    proposed_by: meta.actor.userId,
    proposed_by_name: meta.actor.displayName,
    opens_until: data.opensUntil,
    notice: null,
    answer: null,
    answered_on: null,
    answered_by: null,
    answered_by_name: null,
    reason: null,
    effective_from: null,
    waiting: null,
  };
}

function change(event: Exclude<AccountEvent, { type: 'AccountChangeProposed' }>): Partial<BankAccountChangeRow> {
  const { occurredOn, meta } = event;
  const answered = {
    answered_on: occurredOn,
    answered_by: meta.actor.userId,
    answered_by_name: meta.actor.displayName,
  };
  switch (event.type) {
    case 'AccountNoticeGiven': {
      const { how, note } = event.data;
      return { notice: { how, note, on: occurredOn, by: meta.actor.displayName } };
    }
    case 'AccountChangeAgreed': {
      const { effectiveFrom, waiting } = event.data;
      return { ...answered, answer: 'agreed', effective_from: effectiveFrom, waiting };
    }
    case 'AccountChangeRefused':
      return { ...answered, answer: 'refused', reason: event.data.reason };
    case 'AccountChangeWithdrawn':
      return { ...answered, answer: 'withdrawn' };
  }
}

async function load(
  client: pg.ClientBase,
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
