import { EVENT_COLUMNS, EventStore, toRecordedEvent, type EventRow } from '@duixian/event-store';
import { foldMachine, machineStream, parseMachineEvent, type Machine } from '@duixian/office';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { POOL } from '../../database/database.module.js';
import type { KeysetOrder, KeysetTemplate } from '../../database/keyset.js';
import { readPage } from '../../database/read-page.js';
import { sqlFile } from '../../database/sql-file.js';
import { UPCASTERS } from '../../log/upcasters.js';
import { pageRequest, type Page, type PageArgs } from '../../graphql/pagination.js';

/** When a key of an account was used last. */
export interface MachineUse {
  readonly usedAt: string | null;
  readonly usedKey: string | null;
}

/** An account as the log has it, and its last use. */
export interface KnownMachine extends MachineUse {
  readonly id: string;
  readonly machine: Machine;
}

interface MachineRow extends MachineUse {
  readonly id: string;
  readonly proposedOn: string;
}

const TEMPLATE: KeysetTemplate = { parts: [sqlFile(import.meta.url, 'machine-list.sql')], table: null, alias: 'm' };
const NEWEST_FIRST: KeysetOrder = {
  list: 'machineAccounts',
  name: 'newest',
  key: [
    { sql: 'm.proposed_on', type: 'date' },
    { sql: 'm.id', type: 'text' },
  ],
  descending: true,
};
const STREAMS = `select ${EVENT_COLUMNS} from es.event e where e.tenant = $1 and e.stream = any ($2) order by e.stream, e.version`;

/** The accounts of a city's machines, as their streams have made them. */
@Injectable()
export class MachineAccounts {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly store: EventStore,
  ) {}

  async page(tenant: string, args: PageArgs): Promise<Page<KnownMachine & MachineRow>> {
    const request = pageRequest(args, NEWEST_FIRST);
    const question = { template: TEMPLATE, values: [tenant], at: null };
    const page = await readPage<MachineRow>(this.pool, question, request, keyOf);
    const { rows } = await this.pool.query<EventRow>(STREAMS, [tenant, page.found.map(({ id }) => machineStream(id))]);
    const events = rows.map((row) => toRecordedEvent(tenant, row, UPCASTERS));
    const found = page.found.map((row) => {
      const own = events.filter(({ stream }) => stream === machineStream(row.id));
      return { ...row, machine: foldMachine(own.map(parseMachineEvent)) };
    });
    return { ...page, found, keyOf };
  }

  /** Null where there is none. */
  async find(tenant: string, id: string): Promise<KnownMachine | null> {
    const { events } = await this.store.readStream(tenant, machineStream(id));
    if (events.length === 0) return null;
    const { rows } = await this.pool.query<MachineUse>(
      'select used_at as "usedAt", used_key as "usedKey" from identity.machine_account where tenant = $1 and id = $2',
      [tenant, id],
    );
    const use = rows[0] ?? { usedAt: null, usedKey: null };
    return { id, machine: foldMachine(events.map(parseMachineEvent)), ...use };
  }

  /** Lets the list find an account whose first event is about to be recorded. */
  async expect(tenant: string, id: string, on: string): Promise<void> {
    await this.pool.query(
      'insert into identity.machine_account (tenant, id, proposed_on) values ($1, $2, $3) on conflict do nothing',
      [tenant, id, on],
    );
  }
}

function keyOf({ proposedOn, id }: MachineRow): readonly string[] {
  return [proposedOn, id];
}
