import { entryNumber, listOfficeRefusal, type Actor, type PlainDate } from '@duixian/casework';
import type { RecognitionEntryRow, RecognitionListRow } from '../read-model/recognition-tables.js';
import { RecognitionEntry, RecognitionList, type EntryStanding, type ListStanding } from './recognition.type.js';

/** A list as GraphQL shows it to an official; what takes further queries is left to its resolver. */
export function toRecognitionList(row: RecognitionListRow, actor: Actor, today: PlainDate): RecognitionList {
  const { list: id, title, authority, department, entries, revoked } = row;
  return Object.assign(new RecognitionList(), {
    ...{ id, title, authority, department, entries, revoked, row },
    issuedOn: row.issued_on,
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    standing: listStanding(row, today),
    ...openingOf(row, actor, today),
    isMyOffice: listOfficeRefusal(row, actor) === null,
  });
}

function openingOf(row: RecognitionListRow, { userId }: Actor, today: PlainDate) {
  const open = isOpen(row, today) ? row.open : null;
  return { isOpen: open !== null, openUntil: open?.opensUntil ?? null, isMine: open?.by === userId };
}

function isOpen({ open }: RecognitionListRow, today: PlainDate): boolean {
  return open !== null && open.opensUntil >= today;
}

function listStanding(row: RecognitionListRow, today: PlainDate): ListStanding {
  if (row.entries > 0) return row.revoked < row.entries ? 'in-force' : 'revoked';
  return isOpen(row, today) ? 'proposed' : 'not-agreed';
}

export function toRecognitionEntry(row: RecognitionEntryRow): RecognitionEntry {
  const { no, name, uscc, subject, level, batch, certificate } = row;
  return Object.assign(new RecognitionEntry(), {
    id: entryNumber(row),
    ...{ no, name, uscc, subject, level, batch, certificate, row },
    standing: entryStanding(row),
    validFrom: row.valid_from,
    validUntil: row.valid_until,
    revokedFrom: row.revoked_from,
    revokedBecause: row.revoked_because,
  });
}

function entryStanding({ is_agreed, revoked_from }: RecognitionEntryRow): EntryStanding {
  if (!is_agreed) return 'proposed';
  return revoked_from === null ? 'in-force' : 'revoked';
}
