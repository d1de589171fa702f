import { enterpriseStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { rowsOf } from '../../log/rows.js';
import { StreamLoader } from '../../log/stream-loader.js';
import { foldIntoRegistrations, type RegistrationRow } from './registration-table.js';

/** What was proposed to register under each code, all that a request names in one query. */
@Injectable()
export class RegistrationsByUscc extends StreamLoader<RegistrationRow, RegistrationRow> {
  protected readonly query = {
    name: 'read.registrations-by-uscc',
    text: 'select * from read.registration_at($1, $3) where uscc = any ($2)',
  };
  protected readonly streamOf = enterpriseStream;

  protected valuesOf(rows: readonly RegistrationRow[]): ReadonlyMap<string, RegistrationRow> {
    return new Map(rows.map((row) => [row.uscc, row]));
  }

  protected foldOf(events: readonly RecordedEvent[]): RegistrationRow | null {
    return rowsOf(events, foldIntoRegistrations)[0] ?? null;
  }
}
