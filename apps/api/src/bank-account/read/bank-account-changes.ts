import { accountStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { rowsOf } from '../../log/rows.js';
import { byEnterprise, StreamLoader } from '../../log/stream-loader.js';
import { foldIntoAccounts, type BankAccountChangeRow } from '../read-model/bank-account-table.js';

/** Changes of accounts by the enterprise's code, the newest first. */
@Injectable()
export class BankAccountChanges extends StreamLoader<BankAccountChangeRow, readonly BankAccountChangeRow[]> {
  protected readonly query = {
    name: 'read.bank-account-changes',
    text: 'select * from read.bank_account_change_at($1, $3) where uscc = any ($2) order by position desc',
  };
  protected readonly streamOf = accountStream;

  protected valuesOf(rows: readonly BankAccountChangeRow[]): ReadonlyMap<string, readonly BankAccountChangeRow[]> {
    return byEnterprise(rows);
  }

  protected foldOf(events: readonly RecordedEvent[]): readonly BankAccountChangeRow[] {
    return rowsOf(events, foldIntoAccounts).toReversed();
  }
}
