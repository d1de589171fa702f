import {
  parseClaimEvent,
  redetermine,
  type ClaimEvent,
  type DeterminedMatter,
  type Determination,
} from '@duixian/casework';
import {
  EVENT_COLUMNS,
  toRecordedEvent,
  type Difference,
  type EventRow,
  type RecordedEvent,
} from '@duixian/event-store';
import { isFailure } from '@duixian/policy';
import type pg from 'pg';
import { UPCASTERS } from '../log/upcasters.js';
import { RecordedLaw } from '../policy/law/recorded-law.js';
import { UnreadableVersion } from '../policy/law/versions.js';

/** Events read at a time. */
const PAGE = 1_000;
/** By the key, stream by stream: what a determination rests on, and the determination. */
const EVENTS = `
  select ${EVENT_COLUMNS} from es.event e
   where e.tenant = $1 and e.stream > $2 and e.stream < 'claim.'
     and e.type in ('ClaimSubmitted', 'ClaimResubmitted', 'ClaimDetermined', 'ClaimDeclined')
   order by e.stream, e.version
   limit ${PAGE}`;

const FIELD = 'amount, lines, reasons';

/** What redoing the determinations of a city came to. */
export interface RedoneDeterminations {
  readonly tenant: string;
  readonly redone: number;
  /** How many name a version that is not on record, so that nobody can redo them. */
  readonly withoutVersion: number;
  /** The first that comes to something else; null = none does. */
  readonly difference: Difference | null;
}

/**
 * Redoes each determination of a city by the versions on record, whatever any folder holds.
 *
 * @param client in a transaction, REPEATABLE READ.
 */
export async function redoDeterminations(client: pg.ClientBase, tenant: string): Promise<RedoneDeterminations> {
  const law = await RecordedLaw.read(client, tenant);
  let redone = 0;
  let withoutVersion = 0;
  for await (const determined of determinationsOf(client, tenant)) {
    const computed = redo(law, determined);
    const stored = outcomeOf(determined.determination);
    if (computed === null) withoutVersion += 1;
    else redone += 1;
    if (computed === null || computed === stored) continue;
    const { claim, position } = determined;
    const about = { check: 'determination', tenant, position: position.toString(), subject: claim.id } as const;
    return { tenant, redone, withoutVersion, difference: { ...about, field: FIELD, stored, computed } };
  }
  return { tenant, redone, withoutVersion, difference: null };
}

/** What it comes to, or why it comes to nothing; null where its version is not on record. */
function redo(law: RecordedLaw, { claim, position, determination }: Determined): string | null {
  try {
    const catalogue = law.catalogueOf(claim.measure, claim.occurredOn, determination.policyVersion, position);
    if (catalogue === null) return null;
    const answer = redetermine(claim, catalogue);
    return isFailure(answer) ? answer.error.message.en : outcomeOf(answer);
  } catch (error) {
    if (error instanceof UnreadableVersion) return error.message;
    throw error;
  }
}

function outcomeOf({ amount, lines, reasons }: Pick<Determination, 'amount' | 'lines' | 'reasons'>): string {
  const paid = lines.map((line) => `${line.payer} ${line.amount} (${line.basis})`);
  return [amount, ...paid, ...reasons].join(', ');
}

interface Determined {
  readonly claim: DeterminedMatter;
  readonly position: bigint;
  readonly determination: Determination;
}

async function* determinationsOf(client: pg.ClientBase, tenant: string): AsyncGenerator<Determined> {
  for await (const stream of streamsOf(client, tenant)) {
    let stated: DeterminedMatter | null = null;
    for (const recorded of stream) {
      const event = readable(recorded);
      if (event === null) continue;
      stated = statedAfter(stated, event);
      if (stated === null || (event.type !== 'ClaimDetermined' && event.type !== 'ClaimDeclined')) continue;
      const determination = event.data;
      yield { claim: { ...stated, determination }, position: recorded.position, determination };
    }
  }
}

/** What the enterprise stated last. */
function statedAfter(stated: DeterminedMatter | null, event: ClaimEvent): DeterminedMatter | null {
  if (event.type === 'ClaimSubmitted') return { ...event.data, id: event.data.claim, determination: null };
  return event.type === 'ClaimResubmitted' && stated !== null ? { ...stated, ...event.data } : stated;
}

/** Null for what nobody can read, which the tables set aside and say so. */
function readable(recorded: RecordedEvent): ClaimEvent | null {
  try {
    return parseClaimEvent(recorded);
  } catch {
    return null;
  }
}

/** The events of each claim together. */
async function* streamsOf(client: pg.ClientBase, tenant: string): AsyncGenerator<RecordedEvent[]> {
  let after = 'claim-';
  for (;;) {
    const { rows } = await client.query<EventRow>(EVENTS, [tenant, after]);
    const streams = new Map<string, RecordedEvent[]>();
    for (const row of rows) {
      streams.set(row.stream, [...(streams.get(row.stream) ?? []), toRecordedEvent(tenant, row, UPCASTERS)]);
    }
    // The last one may go on on the next page.
    const whole = [...streams].slice(0, rows.length === PAGE ? -1 : undefined);
    for (const [, events] of whole) yield events;
    const last = whole.at(-1);
    if (rows.length < PAGE || last === undefined) return;
    [after] = last;
  }
}
