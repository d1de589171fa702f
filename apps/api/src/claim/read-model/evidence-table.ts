import {
  asWrittenNow,
  EVIDENCE_KINDS,
  isEvidenceKind,
  parseEvidenceEvent,
  type EvidenceHolder,
} from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { plainTypes } from '../../database/plain-types.js';
import { sqlFile } from '../../database/sql-file.js';
import { idIn, type ReadTable } from '../../log/read-table.js';
import { Rows, type Stored } from '../../log/rows.js';
import type { TableClient } from '../../log/table-client.js';
import { VersionedTable } from '../../log/versioned-table.js';

const DOCUMENT = new RegExp(`^(${EVIDENCE_KINDS.join('|')})-(.+)$`);

/** What a document's events say of one claim: that it rests on it, no longer does, or whom it holds up no more there. */
interface Holding {
  readonly tenant: string;
  readonly kind: string;
  readonly number: string;
  readonly claim: string;
  readonly held: Omit<EvidenceHolder, 'claim'> | Pick<EvidenceHolder, 'answered'> | null;
}

const EVIDENCE_HOLDER = new VersionedTable('evidence_holder', ['kind', 'number', 'claim']);

/** `evidence_holder`. */
export const evidenceTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'evidence-table.sql'),
  versioned: [EVIDENCE_HOLDER],

  async apply(tenant, batch, client) {
    const own = batch.flatMap((recorded) => {
      const holding = holdingAfter(recorded);
      return holding === null ? [] : [{ recorded, holding }];
    });
    if (own.length === 0) return;
    const rows = new Rows(
      await load(
        client,
        tenant,
        own.map(({ holding }) => holding),
      ),
    );
    for (const { recorded, holding } of own) {
      const { held, ...key } = holding;
      rows.at(recorded.position, () => {
        const after = held === null ? null : holderAfter(rows.get(keyOf(key)), { ...key, held });
        if (after === null) rows.remove(keyOf(key));
        else rows.set(keyOf(key), after);
      });
    }
    await EVIDENCE_HOLDER.write(client, rows);
  },
};

type HolderKey = Pick<Holding, 'tenant' | 'kind' | 'number' | 'claim'>;
export type HolderRow = HolderKey & EvidenceHolder;

/** The claim as one that rests on the document, after one that may have been there. */
export function holderAfter(before: HolderRow | null, { held, ...key }: Holding): HolderRow | null {
  if (held === null) return null;
  if ('measure' in held) return { ...key, ...held };
  return before === null ? null : { ...before, ...held };
}

function keyOf({ kind, number, claim }: HolderKey): string {
  return JSON.stringify([kind, number, claim]);
}

async function load(
  client: TableClient,
  tenant: string,
  holdings: readonly HolderKey[],
): Promise<Map<string, Stored<HolderRow>>> {
  const { rows } = await client.query<HolderRow>({
    text: `select e.* from evidence_holder e
             join (select distinct * from unnest($2::text[], $3::text[], $4::text[]) x (kind, number, claim)) x
            using (kind, number, claim)
            where e.tenant = $1`,
    values: [tenant, ...(['kind', 'number', 'claim'] as const).map((name) => holdings.map((each) => each[name]))],
    types: plainTypes,
  });
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** What an event of a document says of one claim that may rest on it; null for events of other streams. */
export function holdingAfter(recorded: RecordedEvent): Holding | null {
  const [, kind, recordedNumber] = DOCUMENT.exec(idIn(recorded.stream, 'evidence-') ?? '') ?? [];
  if (kind === undefined || recordedNumber === undefined || !isEvidenceKind(kind)) return null;
  const { number } = asWrittenNow({ kind, number: recordedNumber });
  const event = parseEvidenceEvent(recorded);
  const key = { tenant: recorded.tenant, kind, number, claim: event.data.claim };
  switch (event.type) {
    case 'EvidenceClaimed':
      return { ...key, held: heldBy(event.data) };
    case 'EvidenceFreed':
      return { ...key, held: null };
    case 'EvidenceAnswered':
      return { ...key, held: { answered: event.data.claims } };
  }
}

function heldBy({ measure, uscc, matter, parties }: Omit<EvidenceHolder, 'answered'>): Omit<EvidenceHolder, 'claim'> {
  return { measure, uscc, matter, parties, answered: [] };
}
