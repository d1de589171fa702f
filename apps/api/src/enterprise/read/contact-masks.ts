import { contactStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { rowsOf } from '../../log/rows.js';
import { byEnterprise, StreamLoader } from '../../log/stream-loader.js';
import { foldIntoContacts, type ContactChangeRow } from '../read-model/contact-table.js';

/** Changes of contacts by the enterprise's code, masked, the newest first. */
@Injectable()
export class ContactMasks extends StreamLoader<ContactChangeRow, readonly ContactChangeRow[]> {
  protected readonly query = {
    name: 'read.contact-changes',
    text: 'select * from read.contact_change_at($1, $3) where uscc = any ($2) order by position desc',
  };
  protected readonly streamOf = contactStream;

  protected valuesOf(rows: readonly ContactChangeRow[]): ReadonlyMap<string, readonly ContactChangeRow[]> {
    return byEnterprise(rows);
  }

  /** As the query orders them: one that was found stands before all others, wherever its event is. */
  protected foldOf(events: readonly RecordedEvent[]): readonly ContactChangeRow[] {
    return rowsOf(events, foldIntoContacts).toSorted((a, b) => Number(BigInt(b.position) - BigInt(a.position)));
  }
}
