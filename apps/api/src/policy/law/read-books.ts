import { evolvePolicyBook, initialPolicyBook, parsePolicyVersionEvent, type PolicyBook } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import type pg from 'pg';
import { idIn } from '../../log/read-table.js';

/** By the key, city by city: between the prefix and the text that follows it stands what begins with the prefix. */
const STREAMS = `
  select h.tenant, s.stream, s.version
    from es.head h
    cross join lateral (select stream, version from es.stream
                         where tenant = h.tenant and stream > 'policy-' and stream < 'policy.') s
   order by h.tenant, s.stream`;

/** How far the stream of one policy has come. */
export interface BookStream {
  readonly tenant: string;
  readonly policy: string;
  /** Number of its events. */
  readonly version: number;
}

/** The policies of which something is on record, in every city. */
export async function bookStreams(client: Pick<pg.ClientBase, 'query'>): Promise<BookStream[]> {
  const { rows } = await client.query<{ tenant: string; stream: string; version: number }>(STREAMS);
  return rows.map(({ tenant, stream, version }) => ({ tenant, version, policy: idIn(stream, 'policy-') ?? stream }));
}

/** A book with what happened since. @throws EventFormatError */
export function foldPolicyBook(events: readonly RecordedEvent[], book = initialPolicyBook): PolicyBook {
  return events.reduce((state, event) => evolvePolicyBook(state, parsePolicyVersionEvent(event), event.position), book);
}
