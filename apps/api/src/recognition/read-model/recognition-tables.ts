import { parseRecognitionEvent, subjectKeyOf, type ListedEntry, type RecognitionEvent } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { onlyRow, Rows, type Stored } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';

/** What is proposed for a list and was not answered yet. */
export interface OpenChange {
  readonly proposal: string;
  readonly kind: 'import' | 'revocation';
  readonly by: string;
  readonly opensUntil: string;
  /** Of a revocation: which entries, from when, why. */
  readonly revokes: { readonly entries: readonly number[]; readonly from: string; readonly reason: string } | null;
}

/** Lists of recognitions (认定名单), by the number of their document. */
const LIST_COLUMNS = {
  tenant: column.id,
  list: column.id,
  title: column.text,
  authority: column.text,
  issued_on: column.day,
  valid_from: column.day,
  // Null where its document sets no end.
  valid_until: column.orNull(column.day),
  // Whose department keeps it.
  division: column.id,
  department: column.text,
  // Entries that were agreed to, and how many of them were revoked.
  entries: column.whole,
  revoked: column.whole,
  // What nobody answered yet: its kind (import, revocation), last day, proposer and the entries that it revokes; null = nothing.
  open: column.orNull(column.json<OpenChange>()),
  // What it is looked for by: number, title and authority, a line each.
  known_as: column.text,
} as const satisfies Columns;

/** A row of `read.recognition_list`. */
export type RecognitionListRow = RowOf<typeof LIST_COLUMNS>;

/** Their entries: those proposed, until somebody answers, and those that were agreed to. */
const ENTRY_COLUMNS = {
  tenant: column.id,
  list: column.id,
  no: column.whole,
  is_agreed: column.truth,
  name: column.text,
  uscc: column.id,
  subject: column.text,
  // The canonical form of the subject, by which claims of it are found.
  subject_key: column.id,
  level: column.orNull(column.text),
  batch: column.orNull(column.text),
  certificate: column.orNull(column.id),
  valid_from: column.day,
  valid_until: column.orNull(column.day),
  // First day whose matters it covers no more, and why; null while it stands.
  revoked_from: column.orNull(column.day),
  revoked_because: column.orNull(column.text),
} as const satisfies Columns;

/** A row of `read.recognition_entry`. */
export type RecognitionEntryRow = RowOf<typeof ENTRY_COLUMNS>;

const LIST = new VersionedTable('recognition_list', ['list'], LIST_COLUMNS);
const ENTRY = new VersionedTable('recognition_entry', ['list', 'no'], ENTRY_COLUMNS);

/** `recognition_list`, `recognition_entry`. */
export const recognitionTables: ReadTable = {
  ddl: `${LIST.ddl}\n${ENTRY.ddl}`,
  reading: sqlFile(import.meta.url, 'recognition-reading.sql'),
  versioned: [LIST, ENTRY],

  async apply(tenant, batch, client) {
    const touched = [...new Set(batch.flatMap(({ stream }) => idIn(stream, 'recognition-') ?? []))];
    if (touched.length === 0) return;
    const rows: RecognitionRows = {
      lists: new Rows(await load<RecognitionListRow>(client, LIST, tenant, touched)),
      entries: new Rows(await load<RecognitionEntryRow>(client, ENTRY, tenant, touched)),
    };
    for (const event of batch) {
      rows.lists.at(event.position, () => rows.entries.at(event.position, () => foldIntoRecognitions(rows, event)));
    }
    await LIST.write(client, rows.lists);
    await ENTRY.write(client, rows.entries);
  },
};

interface RecognitionRows {
  readonly lists: Rows<RecognitionListRow>;
  readonly entries: Rows<RecognitionEntryRow>;
}

async function load<Row extends { readonly list: string; readonly no?: number }>(
  client: TableClient,
  { name }: VersionedTable,
  tenant: string,
  lists: readonly string[],
): Promise<Map<string, Stored<Row>>> {
  const { rows } = await client.query<Stored<Row>>({
    text: `select * from ${name} where tenant = $1 and list = any ($2)`,
    values: [tenant, lists],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [row.no === undefined ? row.list : entryKey(row.list, row.no), row]));
}

function entryKey(list: string, no: number): string {
  return `${list}#${no}`;
}

function foldIntoRecognitions(rows: RecognitionRows, recorded: RecordedEvent): void {
  const { tenant, stream } = recorded;
  if (idIn(stream, 'recognition-') === null) return;
  const event = parseRecognitionEvent(recorded);
  const { list } = event.data;
  switch (event.type) {
    case 'RecognitionListProposed':
      propose(rows, tenant, event);
      return;
    case 'RecognitionRevocationProposed': {
      const { entries, from, reason } = event.data;
      const open = openOf(event, 'revocation', { entries, from, reason });
      removeProposed(rows, list);
      rows.lists.change(list, (row) => ({ ...row, open }));
      return;
    }
    case 'RecognitionAgreed':
      agree(rows, list);
      return;
    case 'RecognitionRefused':
    case 'RecognitionWithdrawn':
      removeProposed(rows, list);
      rows.lists.change(list, (row) => ({ ...row, open: null }));
  }
}

type EventOf<Type extends RecognitionEvent['type']> = Extract<RecognitionEvent, { type: Type }>;
type Proposed = EventOf<'RecognitionListProposed' | 'RecognitionRevocationProposed'>;

function openOf({ data, meta }: Proposed, kind: OpenChange['kind'], revokes: OpenChange['revokes']): OpenChange {
  return { proposal: data.proposal, kind, by: meta.actor.userId, opensUntil: data.opensUntil, revokes };
}

function propose(rows: RecognitionRows, tenant: string, event: EventOf<'RecognitionListProposed'>): void {
  const { list, title, authority, issuedOn, validFrom, validUntil, division, department, entries } = event.data;
  removeProposed(rows, list);
  const head = {
    ...{ tenant, list, title, authority, division, department },
    issued_on: issuedOn,
    valid_from: validFrom,
    valid_until: validUntil,
    known_as: [list, title, authority].join('\n'),
  };
  const before = rows.lists.get(list);
  const counts = { entries: before?.entries ?? 0, revoked: before?.revoked ?? 0 };
  const open = openOf(event, 'import', null);
  rows.lists.set(list, { ...(before === null || before.entries === 0 ? head : before), ...counts, open });
  for (const entry of entries) {
    const stands = { tenant, list, valid_from: validFrom, valid_until: validUntil };
    rows.entries.set(entryKey(list, entry.no), { ...stands, ...columnsOf(entry) });
  }
}

function columnsOf({ no, name, uscc, subject, level, batch, certificate }: ListedEntry) {
  return {
    ...{ no, is_agreed: false, name, uscc, subject },
    subject_key: subjectKeyOf(subject),
    ...{ level, batch, certificate, revoked_from: null, revoked_because: null },
  };
}

/** What was proposed before and lapsed, was refused or taken back stands no more. */
function removeProposed({ entries }: RecognitionRows, list: string): void {
  for (const key of entries.keysOf((row) => row.list === list && !row.is_agreed)) entries.remove(key);
}

function agree({ lists, entries }: RecognitionRows, list: string): void {
  const row = lists.get(list);
  if (row?.open == null) throw new Error(`${list} is agreed to before it is proposed.`);
  const { revokes } = row.open;
  if (revokes === null) {
    const added = entries.keysOf((entry) => entry.list === list && !entry.is_agreed);
    for (const key of added) entries.change(key, (entry) => ({ ...entry, is_agreed: true }));
    lists.set(list, { ...row, open: null, entries: row.entries + added.length });
    return;
  }
  const { from, reason } = revokes;
  for (const no of revokes.entries) {
    entries.change(entryKey(list, no), (entry) => ({ ...entry, revoked_from: from, revoked_because: reason }));
  }
  lists.set(list, { ...row, open: null, revoked: row.revoked + revokes.entries.length });
}

/** The rows that a list's whole stream makes. */
export function rowsOfRecognition(events: readonly RecordedEvent[]): {
  readonly list: RecognitionListRow;
  readonly entries: readonly RecognitionEntryRow[];
} {
  const rows: RecognitionRows = {
    lists: new Rows<RecognitionListRow>(new Map()),
    entries: new Rows<RecognitionEntryRow>(new Map()),
  };
  for (const event of events) {
    rows.lists.at(event.position, () => rows.entries.at(event.position, () => foldIntoRecognitions(rows, event)));
  }
  return {
    list: onlyRow(rows.lists.changes().map(({ after }) => after)),
    entries: rows.entries.changes().map(({ after }) => after),
  };
}
