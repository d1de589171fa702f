import type { PlainDate } from '@duixian/casework';
import type { ContactMask } from '@duixian/registry';
import type { ContactChangeRow } from '../read-model/contact-table.js';
import { changeFields, standingsOf } from './change-fields.js';
import { ContactChange, MaskedContact } from './contact-change.type.js';

/** The changes of one enterprise's contact, the newest first, as they stand on a day for one official. */
export function toContactChanges(rows: readonly ContactChangeRow[], today: PlainDate, userId: string): ContactChange[] {
  const { standings, inForce } = standingsOf(rows, today);
  const holds = rows[inForce]?.erased === false;
  return rows.map((row, index) =>
    Object.assign(new ContactChange(), {
      ...changeFields(
        row,
        { standing: standings[index] ?? 'lapsed', inForce: holds && index === inForce, hasOlder: holds },
        userId,
      ),
      was: row.was === null ? null : toMaskedContact(row.was),
      now: toMaskedContact(row.now),
      erased: row.erased,
    }),
  );
}

export function toMaskedContact(mask: ContactMask): MaskedContact {
  return Object.assign(new MaskedContact(), mask);
}
