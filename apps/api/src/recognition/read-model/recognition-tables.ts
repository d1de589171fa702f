import {
  parseRecognitionEvent,
  subjectKeyOf,
  type ListedEntry,
  type ListHead,
  type PlainDate,
  type RecognitionEvent,
} from '@duixian/casework';
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
  readonly by: string;
  readonly opensUntil: string;
  /** Of an import: the head that the list would have. */
  readonly head: ListHead | null;
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
  // What nobody answered yet: last day, proposer, and its head or the entries that it revokes; and the last of these days.
  open: column.json<readonly OpenChange[]>(),
  open_until: column.orNull(column.day),
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
  // The import that brought it.
  proposal: column.id,
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
      removeLapsed(rows, list, event.occurredOn);
      addOpen(rows, list, openOf(event, { head: null, revokes: { entries, from, reason } }));
      return;
    }
    case 'RecognitionAgreed':
      agree(rows, list, event.data.proposal);
      return;
    case 'RecognitionRefused':
    case 'RecognitionWithdrawn':
      removeProposed(rows, list, event.data.proposal);
  }
}

type EventOf<Type extends RecognitionEvent['type']> = Extract<RecognitionEvent, { type: Type }>;
type Proposed = EventOf<'RecognitionListProposed' | 'RecognitionRevocationProposed'>;

function openOf({ data, meta }: Proposed, of: Pick<OpenChange, 'head' | 'revokes'>): OpenChange {
  return { proposal: data.proposal, by: meta.actor.userId, opensUntil: data.opensUntil, ...of };
}

function propose(rows: RecognitionRows, tenant: string, event: EventOf<'RecognitionListProposed'>): void {
  const { proposal, opensUntil: _, file: __, refused: ___, entries, ...head } = event.data;
  const { list, validFrom, validUntil } = head;
  removeLapsed(rows, list, event.occurredOn);
  const before = rows.lists.get(list);
  const known = before ?? { entries: 0, revoked: 0, open: [], open_until: null };
  rows.lists.set(list, {
    ...known,
    ...(before === null || before.entries === 0 ? headColumns(tenant, head) : before),
  });
  addOpen(rows, list, openOf(event, { head, revokes: null }));
  for (const entry of entries) {
    const stands = { tenant, list, proposal, valid_from: validFrom, valid_until: validUntil };
    rows.entries.set(entryKey(list, entry.no), { ...stands, ...columnsOf(entry) });
  }
}

function headColumns(tenant: string, { list, title, authority, division, department, ...days }: ListHead) {
  return {
    ...{ tenant, list, title, authority, division, department },
    issued_on: days.issuedOn,
    valid_from: days.validFrom,
    valid_until: days.validUntil,
    known_as: [list, title, authority].join('\n'),
  };
}

function columnsOf({ no, name, uscc, subject, level, batch, certificate }: ListedEntry) {
  return {
    ...{ no, is_agreed: false, name, uscc, subject },
    subject_key: subjectKeyOf(subject),
    ...{ level, batch, certificate, revoked_from: null, revoked_because: null },
  };
}

function addOpen({ lists }: RecognitionRows, list: string, open: OpenChange): void {
  lists.change(list, (row) => withOpen(row, [...row.open, open]));
}

function withOpen(row: RecognitionListRow, open: readonly OpenChange[]): RecognitionListRow {
  const days = open.map(({ opensUntil }) => opensUntil).sort();
  return { ...row, open, open_until: days.at(-1) ?? null };
}

/** What lapsed before the day stands no more once something else is proposed. */
function removeLapsed(rows: RecognitionRows, list: string, on: PlainDate): void {
  for (const { proposal, opensUntil } of rows.lists.get(list)?.open ?? []) {
    if (opensUntil < on) removeProposed(rows, list, proposal);
  }
}

/** What was refused, taken back or lapsed stands no more. */
function removeProposed({ lists, entries }: RecognitionRows, list: string, proposal: string): void {
  const proposed = entries.keysOf((row) => row.list === list && row.proposal === proposal && !row.is_agreed);
  for (const key of proposed) entries.remove(key);
  lists.change(list, (row) => withOpen(row, withoutProposal(row, proposal)));
}

function withoutProposal({ open }: RecognitionListRow, proposal: string): OpenChange[] {
  return open.filter((each) => each.proposal !== proposal);
}

function agree({ lists, entries }: RecognitionRows, list: string, proposal: string): void {
  const row = lists.get(list);
  const agreed = row?.open.find((each) => each.proposal === proposal);
  if (row === null || agreed === undefined) throw new Error(`${list} is agreed to before it is proposed.`);
  const { head, revokes } = agreed;
  const after = withOpen(row, withoutProposal(row, proposal));
  if (revokes !== null) {
    const { from, reason } = revokes;
    for (const no of revokes.entries) {
      entries.change(entryKey(list, no), (entry) => ({ ...entry, revoked_from: from, revoked_because: reason }));
    }
    lists.set(list, { ...after, revoked: row.revoked + revokes.entries.length });
    return;
  }
  const added = entries.keysOf((entry) => entry.list === list && entry.proposal === proposal);
  for (const key of added) entries.change(key, (entry) => ({ ...entry, is_agreed: true }));
  const kept = row.entries === 0 && head !== null ? headColumns(row.tenant, head) : {};
  lists.set(list, { ...after, ...kept, entries: row.entries + added.length });
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
