import {
  evolveEnterprise,
  lastDivision,
  lookOf,
  normaliseProperName,
  parseEnterpriseEvent,
  parseRecordedUscc,
  type ChangeProposal,
  type Closure,
  type Enterprise,
  type FormerName,
  type Move,
  type MoveProposal,
  type Proposal,
  type Uscc,
} from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { column, type Columns, type RowOf } from '../../log/columns.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';

const ENTERPRISE_COLUMNS = {
  tenant: column.id,
  uscc: column.id,
  name: column.text,
  // What is left of the name when all that a reader overlooks is taken away; null when nothing is.
  look: column.orNull(column.id),
  // Where it belongs after its last move, and where it was when it was registered.
  division: column.id,
  first_division: column.text,
  registered_on: column.day,
  // In order: objects of division and on.
  moves: column.json<readonly Move[]>(),
  // What was proposed, in order, with what was said of it.
  move_proposals: column.json<readonly MoveProposal[]>(),
  has_open_move: column.truth,
  // In order: objects of name and until.
  former_names: column.json<readonly FormerName[]>(),
  // How, on and successors; null while it lives.
  closure: column.orNull(column.json<Closure>()),
  // Codes of those in whose place it goes on.
  predecessors: column.json<readonly Uscc[]>(),
  // What was proposed of its life, in order, with what was said of it.
  changes: column.json<readonly ChangeProposal[]>(),
  has_open_change: column.truth,
  // All its names and the codes of its predecessors, a line each: what it is looked for by.
  known_as: column.text,
} as const satisfies Columns;

/** A row of `read.enterprise`. */
export type EnterpriseRow = RowOf<typeof ENTERPRISE_COLUMNS>;

const ENTERPRISE = new VersionedTable('enterprise', ['uscc'], ENTERPRISE_COLUMNS);

/** `enterprise`. */
export const enterpriseTable: ReadTable = {
  ddl: ENTERPRISE.ddl,
  reading: sqlFile(import.meta.url, 'enterprise-reading.sql'),
  versioned: [ENTERPRISE],

  async apply(tenant, batch, client) {
    const touched = new Set(batch.flatMap((event) => idIn(event.stream, 'enterprise-') ?? []));
    if (touched.size === 0) return;
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const event of batch) rows.fold(event, foldIntoEnterprises);
    await ENTERPRISE.write(client, rows);
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
        former_names: [],
        closure: null,
        predecessors: [],
        changes: [],
        has_open_change: false,
        known_as: normaliseProperName(name),
      });
      break;
    }
    case 'RegistrationProposed':
    case 'RegistrationAgreed':
    case 'RegistrationRefused':
    case 'RegistrationWithdrawn':
      break;
    case 'EnterpriseMoved':
    case 'MoveCorrected':
    case 'MoveProposed':
    case 'MoveAgreed':
    case 'MoveRefused':
    case 'MoveWithdrawn':
    case 'EnterpriseChangeProposed':
    case 'EnterpriseChangeAgreed':
    case 'EnterpriseChangeRefused':
    case 'EnterpriseChangeWithdrawn':
    case 'EnterpriseRenamed':
    case 'EnterpriseClosed':
    case 'EnterpriseSucceeded':
    case 'ChangeCorrectionProposed':
    case 'EnterpriseChangeCorrected':
    case 'SuccessionCorrected':
      rows.change(uscc, (row) => {
        const after = evolveEnterprise(enterpriseOf(row), event);
        const { name, moves, proposals, formerNames, closure, predecessors, changes } = after;
        return {
          ...row,
          name,
          look: lookOf(name),
          division: lastDivision(after),
          moves,
          move_proposals: proposals,
          has_open_move: proposals.some(isUnanswered),
          former_names: formerNames,
          closure,
          predecessors,
          changes,
          has_open_change: changes.some(isUnanswered),
          known_as: [name, ...formerNames.map((former) => former.name), ...predecessors].join('\n'),
        };
      });
      break;
  }
}

function isUnanswered({ proposal }: { readonly proposal: Proposal }): boolean {
  return proposal.answer === null;
}

/** The row as the deciders know an enterprise: there is one way to fold its life. */
function enterpriseOf(row: EnterpriseRow): Enterprise {
  const code = parseRecordedUscc(row.uscc);
  if (!code.ok) throw new Error(`The read model holds ${row.uscc}, which is no code.`);
  const { name, first_division: firstDivision, registered_on: registeredOn, moves, move_proposals: proposals } = row;
  const { former_names: formerNames, closure, predecessors, changes } = row;
  const lived = { moves, proposals, formerNames, closure, predecessors, changes };
  return { uscc: code.uscc, name, firstDivision, registeredOn, ...lived };
}

async function load(client: TableClient, tenant: string, usccs: string[]): Promise<Map<string, EnterpriseRow>> {
  const { rows } = await client.query<EnterpriseRow>({
    text: 'select * from enterprise where tenant = $1 and uscc = any ($2)',
    values: [tenant, usccs],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [row.uscc, row]));
}
