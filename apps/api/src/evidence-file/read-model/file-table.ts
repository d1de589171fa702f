import {
  parseFileEvent,
  type EventMeta,
  type EvidenceRef,
  type FileType,
  type ReadInvoice,
  type ScanOutcome,
} from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { foldById } from '../../log/fold-by-id.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import type { Rows } from '../../log/rows.js';
import { VersionedTable } from '../../log/versioned-table.js';

/** Who withdrew a file, when and why. */
export interface FileWithdrawal {
  readonly by: EventMeta['actor'];
  readonly on: string;
  readonly reason: string;
}

/** What a scanner found in it last. */
export interface FileScan {
  readonly outcome: ScanOutcome;
  readonly finding: string | null;
  readonly at: string;
}

/** That an official found a stated fact in it. */
export interface RecordedCheck {
  readonly id: string;
  readonly fact: string;
  readonly stated: string;
  readonly page: number | null;
  readonly by: EventMeta['actor'];
  readonly on: string;
}

const FILE_COLUMNS = {
  tenant: column.id,
  // The command that attached it.
  id: column.id,
  claim: column.id,
  name: column.text,
  sha256: column.id,
  bytes: column.whole,
  file_type: column.oneOf<FileType>(),
  proves: column.json<readonly EvidenceRef[]>(),
  supersedes: column.orNull(column.id),
  reason: column.orNull(column.text),
  attached_by: column.json<EventMeta['actor']>(),
  attached_on: column.day,
  attached_at: column.moment,
  withdrawal: column.orNull(column.json<FileWithdrawal>()),
  scan: column.orNull(column.json<FileScan>()),
  // Those that were not taken back, in the order of their recording.
  checks: column.json<readonly RecordedCheck[]>(),
  invoices: column.json<readonly ReadInvoice[]>(),
  position: column.position,
} as const satisfies Columns;

/** A row of `read.evidence_file`. */
export type FileRow = RowOf<typeof FILE_COLUMNS>;

const FILE = new VersionedTable('evidence_file', ['id'], FILE_COLUMNS);

/** `evidence_file`. */
export const fileTable: ReadTable = {
  ddl: FILE.ddl,
  reading: sqlFile(import.meta.url, 'file-reading.sql'),
  versioned: [FILE],

  async apply(tenant, batch, client) {
    const recorded = batch.filter(({ stream }) => idIn(stream, 'files-') !== null);
    await foldById(client, tenant, recorded, {
      table: FILE,
      touched: (each) => [parseFileEvent(each).data.file],
      fold: foldIntoFiles,
    });
  },
};

/** What an event of a claim's files makes of them. */
export function foldIntoFiles(rows: Rows<FileRow>, recorded: RecordedEvent): void {
  const event = parseFileEvent(recorded);
  const { occurredOn: on } = event;
  const { actor } = event.meta;
  const { recordedAt: at, tenant } = recorded;
  switch (event.type) {
    case 'FileAttached': {
      const { claim, file: id, name, sha256, bytes, fileType, proves, supersedes, reason, invoices } = event.data;
      rows.set(id, {
        ...{ tenant, id, claim, name, sha256, bytes, file_type: fileType, proves, supersedes, reason },
        ...{ attached_by: actor, attached_on: on, attached_at: at, withdrawal: null, scan: null, checks: [], invoices },
        position: recorded.position.toString(),
      });
      return;
    }
    case 'FileWithdrawn': {
      const { file, reason } = event.data;
      rows.change(file, (row) => ({ ...row, withdrawal: { by: actor, on, reason } }));
      return;
    }
    case 'FileScanned': {
      const { file, outcome, finding } = event.data;
      rows.change(file, (row) => ({ ...row, scan: { outcome, finding, at } }));
      return;
    }
    case 'FactChecked': {
      const { check: id, fact, stated, file, page } = event.data;
      rows.change(file, (row) => ({ ...row, checks: [...row.checks, { id, fact, stated, page, by: actor, on }] }));
      return;
    }
    case 'FactCheckWithdrawn': {
      const { check, file } = event.data;
      rows.change(file, (row) => ({ ...row, checks: row.checks.filter(({ id }) => id !== check) }));
    }
  }
}
