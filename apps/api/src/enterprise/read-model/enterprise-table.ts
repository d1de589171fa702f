import { lookOf, normaliseProperName, parseEnterpriseEvent, type Move } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import type pg from 'pg';
import { sqlFile } from '../../database/sql-file.js';
import { idIn, Rows, type ReadTable } from '../../log/read-table.js';

/** A row of `read.enterprise`. */
export interface EnterpriseRow {
  readonly tenant: string;
  readonly uscc: string;
  readonly name: string;
  /** As `lookOf` gives it. */
  readonly look: string | null;
  readonly division: string;
  readonly first_division: string;
  readonly registered_on: string;
  readonly moves: readonly Move[];
}

/** `enterprise`. */
export const enterpriseTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'enterprise-table.sql'),

  async apply(tenant, batch, client) {
    const touched = new Set(batch.flatMap((event) => idIn(event.stream, 'enterprise-') ?? []));
    if (touched.size === 0) return;
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const event of batch) applyEvent(rows, event);
    await client.query(
      `insert into enterprise select * from jsonb_populate_recordset(null::enterprise, $1)
       on conflict (tenant, uscc) do update set division = excluded.division, moves = excluded.moves`,
      [JSON.stringify(rows.changes().map(({ after }) => after))],
    );
  },
};

function applyEvent(rows: Rows<EnterpriseRow>, recorded: RecordedEvent): void {
  const uscc = idIn(recorded.stream, 'enterprise-');
  if (uscc === null) return;
  const event = parseEnterpriseEvent(recorded);
  switch (event.type) {
    case 'EnterpriseRegistered': {
      const { name, division } = event.data;
      const { tenant } = recorded;
      rows.set(uscc, {
        tenant,
        uscc,
        name: normaliseProperName(name),
        look: lookOf(name),
        division,
        first_division: division,
        registered_on: event.occurredOn,
        moves: [],
      });
      break;
    }
    case 'EnterpriseMoved': {
      const { division, on } = event.data;
      rows.change(uscc, (row) => ({ ...row, division, moves: [...row.moves, { division, on }] }));
      break;
    }
  }
}

async function load(client: pg.ClientBase, tenant: string, usccs: string[]): Promise<Map<string, EnterpriseRow>> {
  const { rows } = await client.query<EnterpriseRow>('select * from enterprise where tenant = $1 and uscc = any ($2)', [
    tenant,
    usccs,
  ]);
  return new Map(rows.map((row) => [row.uscc, row]));
}
