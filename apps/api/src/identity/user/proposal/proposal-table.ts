import type { EventMeta } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { parseOfficialEvent, type AccountChange, type OfficialEvent, type ProposingOffice } from '@duixian/office';
import { plainTypes } from '../../../database/plain-types.js';
import { sqlFile } from '../../../database/sql-file.js';
import { idIn, type ReadTable } from '../../../log/read-table.js';
import { Rows } from '../../../log/rows.js';
import type { TableClient } from '../../../log/table-client.js';
import { VersionedTable } from '../../../log/versioned-table.js';

/** Who proposed or answered, as the event names him. */
export interface NamedOfficial {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly division: string;
  readonly department: string | null;
}

/** A row of `read.account_proposal`. */
export interface ProposalRow {
  readonly tenant: string;
  readonly id: string;
  readonly official: string;
  readonly username: string;
  readonly display_name: string;
  readonly change: AccountChange;
  readonly reason: string;
  readonly lookalikes: readonly string[];
  readonly proposed_as: ProposingOffice;
  readonly proposed_by: NamedOfficial;
  readonly proposed_on: string;
  readonly opens_until: string;
  readonly answer: 'agreed' | 'refused' | 'withdrawn' | null;
  readonly answered_by: NamedOfficial | null;
  readonly answered_on: string | null;
  readonly answer_reason: string | null;
  readonly position: string;
}

const ACCOUNT_PROPOSAL = new VersionedTable('account_proposal', ['id']);

/** `account_proposal`. */
export const proposalTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'proposal-table.sql'),
  reading: sqlFile(import.meta.url, 'proposal-reading.sql'),
  versioned: [ACCOUNT_PROPOSAL],

  async apply(tenant, batch, client) {
    const recorded = batch.filter(({ stream }) => idIn(stream, 'official-') !== null);
    if (recorded.length === 0) return;
    const touched = new Set(recorded.flatMap((each) => proposalOf(parseOfficialEvent(each)) ?? []));
    const rows = new Rows(await load(client, tenant, [...touched]));
    for (const each of recorded) rows.fold(each, foldIntoProposals);
    await ACCOUNT_PROPOSAL.write(client, rows);
  },
};

function proposalOf({ data }: OfficialEvent): string | null {
  return 'proposal' in data ? data.proposal : null;
}

/** What an event makes of the proposals; those of other streams leave them as they are. */
export function foldIntoProposals(rows: Rows<ProposalRow>, recorded: RecordedEvent): void {
  const { tenant, stream, position } = recorded;
  if (idIn(stream, 'official-') === null) return;
  const event = parseOfficialEvent(recorded);
  const id = proposalOf(event);
  if (id === null) return;
  if (event.type === 'OfficialChangeProposed') {
    const { username, displayName, change, reason, lookalikes, proposedAs, opensUntil } = event.data;
    rows.set(id, {
      tenant,
      id,
      official: idIn(stream, 'official-') ?? '',
      username,
      display_name: displayName,
      change,
      reason,
      lookalikes,
      proposed_as: proposedAs,
      proposed_by: event.meta.actor,
      proposed_on: event.occurredOn,
      opens_until: opensUntil,
      position: position.toString(),
      ...UNANSWERED,
    });
    return;
  }
  rows.change(id, (row) => ({ ...row, ...answerOf(event.type, event.meta, event.occurredOn), ...reasonOf(event) }));
}

const UNANSWERED = { answer: null, answered_by: null, answered_on: null, answer_reason: null };

function answerOf(type: OfficialEvent['type'], { actor }: EventMeta, answered_on: string) {
  const answered = { answered_by: actor, answered_on };
  if (type === 'OfficialChangeRefused') return { ...answered, answer: 'refused' as const };
  if (type === 'OfficialChangeWithdrawn') return { ...answered, answer: 'withdrawn' as const };
  return { ...answered, answer: 'agreed' as const };
}

function reasonOf(event: OfficialEvent): Pick<ProposalRow, 'answer_reason'> {
  return { answer_reason: event.type === 'OfficialChangeRefused' ? event.data.reason : null };
}

async function load(client: TableClient, tenant: string, ids: readonly string[]): Promise<Map<string, ProposalRow>> {
  const { rows } = await client.query<ProposalRow>({
    text: 'select * from account_proposal where tenant = $1 and id = any ($2)',
    values: [tenant, ids],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [row.id, row]));
}
