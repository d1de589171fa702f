import { filesStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { rowsOf } from '../log/rows.js';
import { StreamLoader } from '../log/stream-loader.js';
import { foldIntoFiles, type FileRow } from './read-model/file-table.js';

/** The files of claims, by the claims' numbers, in the order in which they were attached. */
@Injectable()
export class FileRows extends StreamLoader<FileRow, readonly FileRow[]> {
  protected readonly query = {
    name: 'read.files-by-claim',
    text: 'select * from read.evidence_file_at($1, $3) where claim = any ($2) order by position',
  };
  protected readonly streamOf = filesStream;

  protected valuesOf(rows: readonly FileRow[]): ReadonlyMap<string, readonly FileRow[]> {
    const found = new Map<string, FileRow[]>();
    for (const row of rows) found.set(row.claim, [...(found.get(row.claim) ?? []), row]);
    return found;
  }

  protected foldOf(events: readonly RecordedEvent[]): readonly FileRow[] {
    return rowsOf(events, foldIntoFiles);
  }
}
