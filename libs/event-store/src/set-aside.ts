import type pg from 'pg';
import type { EventContent, RecordedEvent } from './event.js';
import { isFaultOfEvent } from './faults.js';
import type { Projection } from './projection.js';

/** A stream that a read model does not go on with, and the event at which it stopped. */
export interface SetAside {
  readonly tenant: string;
  readonly stream: string;
  readonly position: bigint;
  readonly eventId: string;
  readonly type: string;
  /** Why the event could not be folded, in the words of whoever refused it. */
  readonly error: string;
  /** The stream that was set aside before, on which this one depends; null where the fault is in this event. */
  readonly because: string | null;
}

/** As it stands in a read model. */
export interface SetAsideRow extends SetAside {
  /** ISO 8601, UTC. */
  readonly since: string;
  /** Events of the stream that the read model does not hold, this one included. */
  readonly events: number;
  /** What the event says, as it was recorded. */
  readonly content: EventContent;
}

const ERROR_LENGTH_MAX = 2_000;

/** Creates the table of what is set aside. It stands among the read model's own tables, and is switched with them. */
export async function createSetAside(client: pg.ClientBase, schema: string): Promise<void> {
  await client.query(`create table ${schema}.set_aside (
    tenant text collate "C" not null,
    stream text collate "C" not null,
    position bigint not null,
    event_id text not null,
    type text not null,
    error text not null,
    because text,
    since timestamptz not null default clock_timestamp(),
    primary key (tenant, stream)
  )`);
}

/** What one tenant's part of the read model does not hold, in the order of the log; at most `limit`, after a position. */
export async function readSetAside(
  db: pg.Pool,
  schema: string,
  tenant: string,
  { after = 0n, limit }: { readonly after?: bigint; readonly limit: number },
): Promise<SetAsideRow[]> {
  const { rows } = await db.query<Omit<SetAsideRow, 'position' | 'eventId'> & { position: string; event_id: string }>(
    `select a.tenant, a.stream, a.position, a.event_id, a.type, a.error, a.because,
            jsonb_build_object('schemaVersion', w.schema_version, 'data', w.data,
                               'occurredOn', to_char(w.occurred_on, 'YYYY-MM-DD')) as content,
            to_char(a.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as since,
            (select count(*) from es.event e
              where e.tenant = a.tenant and e.stream = a.stream and e.position >= a.position)::int as events
       from ${schema}.set_aside a
       join es.event w on w.tenant = a.tenant and w.position = a.position
      where a.tenant = $1 and a.position > $2
      order by a.position limit $3`,
    [tenant, after, limit],
  );
  return rows.map(({ position, event_id: eventId, ...row }) => ({ ...row, eventId, position: BigInt(position) }));
}

/**
 * Applies a batch of one tenant's log, but for the streams that are set aside. Where it fails because of what an event
 * says, it is halved until that event is found; its stream is set aside with all that is said of it later, and the rest
 * is applied. Answers what was set aside now.
 *
 * @throws what `projection.apply` throws in an outage, when nothing is applied and nothing set aside.
 */
export async function applyWithoutFaults(
  projection: Projection,
  batch: readonly RecordedEvent[],
  tx: pg.ClientBase,
  schema: string,
): Promise<readonly SetAside[]> {
  const [first] = batch;
  if (first === undefined) return [];
  const pass = new Pass(projection, tx, schema);
  await pass.begin(first.tenant, batch);
  await pass.apply(batch);
  return pass.keep();
}

class Pass {
  private readonly aside = new Set<string>();
  private readonly found: SetAside[] = [];

  constructor(
    private readonly projection: Projection,
    private readonly tx: pg.ClientBase,
    private readonly schema: string,
  ) {}

  async begin(tenant: string, batch: readonly RecordedEvent[]): Promise<void> {
    const streams = new Set(batch.flatMap(({ stream }) => [stream, ...this.dependenciesOf(stream)]));
    const { rows } = await this.tx.query<{ stream: string }>(
      `select stream from ${this.schema}.set_aside where tenant = $1 and stream = any ($2)`,
      [tenant, [...streams]],
    );
    for (const { stream } of rows) this.aside.add(stream);
  }

  async apply(batch: readonly RecordedEvent[]): Promise<void> {
    const events = batch.filter((event) => this.admits(event));
    const [first] = events;
    if (first === undefined) return;
    const attempt = await this.attempt(events);
    if (attempt.ok) return;
    if (events.length === 1) {
      this.setAside(first, String(attempt.error), null);
      return;
    }
    const half = Math.ceil(events.length / 2);
    await this.apply(events.slice(0, half));
    await this.apply(events.slice(half));
  }

  /** Writes down what was set aside; the rows last if the batch does. */
  async keep(): Promise<readonly SetAside[]> {
    if (this.found.length > 0) {
      await this.tx.query(
        `insert into ${this.schema}.set_aside (tenant, stream, position, event_id, type, error, because)
         select tenant, stream, position, event_id, type, error, because
           from jsonb_to_recordset($1) as found(tenant text, stream text, position bigint, event_id text, type text,
                                                error text, because text)`,
        [
          JSON.stringify(
            this.found.map(({ eventId, position, ...rest }) => ({
              ...rest,
              event_id: eventId,
              position: position.toString(),
            })),
          ),
        ],
      );
    }
    return this.found;
  }

  private admits(event: RecordedEvent): boolean {
    if (this.aside.has(event.stream)) return false;
    const missing = this.dependenciesOf(event.stream).find((stream) => this.aside.has(stream));
    if (missing === undefined && event.fault === null) return true;
    this.setAside(event, event.fault ?? `It depends on ${missing ?? ''}, which is set aside.`, missing ?? null);
    return false;
  }

  private async attempt(events: readonly RecordedEvent[]): Promise<{ ok: true } | { ok: false; error: unknown }> {
    await this.tx.query('savepoint attempt');
    try {
      await this.projection.apply(events, this.tx, this.schema);
    } catch (error) {
      // It fails as well when the connection is gone; then nobody can say that the event is at fault.
      await this.tx.query('rollback to savepoint attempt');
      await this.tx.query('release savepoint attempt');
      if (!isFaultOfEvent(error)) throw error;
      return { ok: false, error };
    }
    await this.tx.query('release savepoint attempt');
    return { ok: true };
  }

  private setAside({ tenant, stream, position, eventId, type }: RecordedEvent, error: string, because: string | null) {
    this.aside.add(stream);
    // What a fold could not hold may well stand in its complaint: a NUL or half a character fits into no column.
    const says = error.slice(0, ERROR_LENGTH_MAX).replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD');
    this.found.push({ tenant, stream, position, eventId, type, error: says, because });
  }

  private dependenciesOf(stream: string): readonly string[] {
    return this.projection.dependenciesOf?.(stream) ?? [];
  }
}
