import type { PlainDate } from '@duixian/casework';
import { changeFields, standingsOf } from '../../enterprise/read/change-fields.js';
import type { BankAccountChangeRow } from '../read-model/bank-account-table.js';
import { BankAccountChange, MaskedAccount } from './bank-account-change.type.js';

/** The changes of one enterprise, the newest first, as they stand on a day for one official. */
export function toBankAccountChanges(
  rows: readonly BankAccountChangeRow[],
  today: PlainDate,
  userId: string,
): BankAccountChange[] {
  const { standings, inForce } = standingsOf(rows, today);
  return rows.map((row, index) =>
    Object.assign(new BankAccountChange(), {
      ...changeFields(
        row,
        { standing: standings[index] ?? 'lapsed', inForce: index === inForce, hasOlder: inForce !== -1 },
        userId,
      ),
      account: toMaskedAccount(row.account),
      holderReason: row.holder_reason,
    }),
  );
}

export function toMaskedAccount({ proposal, bank, cnaps, mask }: BankAccountChangeRow['account']): MaskedAccount {
  return Object.assign(new MaskedAccount(), { proposal, bank, cnaps, mask });
}
