import { entryNumber, listOfficeRefusal, type Actor, type ListHead, type PlainDate } from '@duixian/casework';
import type { OpenChange, RecognitionEntryRow, RecognitionListRow } from '../read-model/recognition-tables.js';
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
  });
}

/** Of several proposals those count that are for the official's office to answer. */
function openingOf(row: RecognitionListRow, actor: Actor, today: PlainDate) {
  const open = row.open.filter(({ opensUntil }) => opensUntil >= today);
  const ours = open.filter(({ head }) => listOfficeRefusal(keeperOf(row, head), actor) === null);
  const days = (ours.length > 0 ? ours : open).map(({ opensUntil }) => opensUntil).sort();
  return {
    isOpen: open.length > 0,
    openUntil: days[0] ?? null,
    isMine: ours.length > 0 && ours.every(({ by }) => by === actor.userId),
    isMyOffice: ours.length > 0 || listOfficeRefusal(row, actor) === null,
  };
}

/** Of a list on record its own; of another, whoever an import says will keep it. */
function keeperOf(row: RecognitionListRow, head: OpenChange['head']): Pick<ListHead, 'division' | 'department'> {
  return row.entries > 0 || head === null ? row : head;
}

function isOpen({ open_until }: RecognitionListRow, today: PlainDate): boolean {
  return open_until !== null && open_until >= today;
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
