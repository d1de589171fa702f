import {
  asWrittenNow,
  EVIDENCE_KINDS,
  isEvidenceKind,
  parseEvidenceEvent,
  type EvidenceHolder,
} from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { sqlFile } from '../../database/sql-file.js';
import { idIn, type ReadTable } from '../../log/read-table.js';

const DOCUMENT = new RegExp(`^(${EVIDENCE_KINDS.join('|')})-(.+)$`);

/** A claim that rests on a document, or no longer does. */
interface Holding {
  readonly tenant: string;
  readonly kind: string;
  readonly number: string;
  readonly claim: string;
  readonly held: Omit<EvidenceHolder, 'claim'> | null;
}

/** `evidence_holder`. */
export const evidenceTable: ReadTable = {
  ddl: sqlFile(import.meta.url, 'evidence-table.sql'),

  async apply(_tenant, batch, client) {
    const holdings = new Map<string, Holding>();
    for (const recorded of batch) {
      const holding = holdingAfter(recorded);
      if (holding !== null) holdings.set(JSON.stringify([holding.kind, holding.number, holding.claim]), holding);
    }
    if (holdings.size === 0) return;
    const all = [...holdings.values()];
    await client.query(
      `delete from evidence_holder e using jsonb_populate_recordset(null::evidence_holder, $1) x
        where (e.tenant, e.kind, e.number, e.claim) = (x.tenant, x.kind, x.number, x.claim)`,
      [JSON.stringify(all)],
    );
    const held = all.flatMap(({ held, ...key }) => (held === null ? [] : [{ ...key, ...held }]));
    await client.query(
      'insert into evidence_holder select * from jsonb_populate_recordset(null::evidence_holder, $1)',
      [JSON.stringify(held)],
    );
  },
};

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
  }
}

function heldBy({ measure, uscc, matter }: EvidenceHolder): Omit<EvidenceHolder, 'claim'> {
  return { measure, uscc, matter };
}
