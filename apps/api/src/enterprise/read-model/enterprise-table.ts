import {
  evolveEnterprise,
  lastDivision,
  lookOf,
  normaliseProperName,
  parseEnterpriseEvent,
  parseUscc,
  type Enterprise,
  type Move,
  type MoveProposal,
} from '@duixian/casework';
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
  readonly move_proposals: readonly MoveProposal[];
  /** Whether nobody answered one of them yet. */
  readonly has_open_move: boolean;
}

/** `enterprise`. */
export const enterpriseTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'enterprise-table.sql'),

  async apply(tenant, batch, client) {
    const touched = new Set(batch.flatMap((event) => idIn(event.stream, 'enterprise-') ?? []));
    if (touched.size === 0) return;
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const event of batch) foldIntoEnterprises(rows, event);
    await client.query(
      `insert into enterprise select * from jsonb_populate_recordset(null::enterprise, $1)
       on conflict (tenant, uscc) do update set division = excluded.division, moves = excluded.moves, 
              move_proposals = excluded.move_proposals, has_open_move = excluded.has_open_move`,
      [JSON.stringify(rows.changes().map(({ after }) => after))],
    );
  },
};

/** What an event makes of the enterprises; those of other streams leave them as they are. */
export function foldIntoEnterprises(rows: Rows<EnterpriseRow>, recorded: RecordedEvent): void {
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
        move_proposals: [],
        has_open_move: false,
      });
      break;
    }
    case 'EnterpriseMoved':
    case 'MoveCorrected':
    case 'MoveProposed':
    case 'MoveAgreed':
    case 'MoveRefused':
    case 'MoveWithdrawn':
      rows.change(uscc, (row) => {
        const { moves, proposals, ...after } = evolveEnterprise(enterpriseOf(row), event);
        const division = lastDivision({ ...after, moves, proposals });
        const has_open_move = proposals.some(({ proposal }) => proposal.answer === null);
        return { ...row, division, moves, move_proposals: proposals, has_open_move };
      });
      break;
  }
}

/** The row as the deciders know an enterprise: there is one way to fold its moves. */
function enterpriseOf(row: EnterpriseRow): Enterprise {
  const code = parseUscc(row.uscc);
  if (!code.ok) throw new Error(`The read model holds ${row.uscc}, which is no code.`);
  const { name, first_division: firstDivision, registered_on: registeredOn, moves, move_proposals: proposals } = row;
  return { uscc: code.uscc, name, firstDivision, registeredOn, moves, proposals };
}

async function load(client: pg.ClientBase, tenant: string, usccs: string[]): Promise<Map<string, EnterpriseRow>> {
  const { rows } = await client.query<EnterpriseRow>('select * from enterprise where tenant = $1 and uscc = any ($2)', [
    tenant,
    usccs,
  ]);
  return new Map(rows.map((row) => [row.uscc, row]));
}
