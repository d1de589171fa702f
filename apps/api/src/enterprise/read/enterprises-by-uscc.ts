import { enterpriseStream } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Injectable } from '@nestjs/common';
import { rowsOf } from '../../log/rows.js';
import { StreamLoader } from '../../log/stream-loader.js';
import { foldIntoEnterprises, type EnterpriseRow } from '../read-model/enterprise-table.js';

/** Enterprises by their credit code, all that a request names in one query. */
@Injectable()
export class EnterprisesByUscc extends StreamLoader<EnterpriseRow, EnterpriseRow> {
  protected readonly query = {
    name: 'read.enterprises-by-uscc',
    text: 'select * from read.enterprise_at($1, $3) where uscc = any ($2)',
  };
  protected readonly streamOf = enterpriseStream;

  protected valuesOf(rows: readonly EnterpriseRow[]): ReadonlyMap<string, EnterpriseRow> {
    return new Map(rows.map((row) => [row.uscc, row]));
  }

  /** One that was proposed and not registered yet is none. */
  protected foldOf(events: readonly RecordedEvent[]): EnterpriseRow | null {
    return rowsOf(events, foldIntoEnterprises)[0] ?? null;
  }
}
