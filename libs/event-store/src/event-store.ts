import { AsyncResource } from 'node:async_hooks';
import type pg from 'pg';
import { AppendQueue, type AppendPatience } from './append-queue.js';
import { checkCommand } from './check-command.js';
import type { AppendCommand, AppendResult, Guard, StoredCommand } from './command.js';
import { EVENT_COLUMNS_OF_TENANT, toRecordedEvent, type EventRow } from './event-row.js';
import type { RecordedEvent } from './event.js';
import { Gathered } from './gathered.js';
import type { Upcasters } from './upcasters.js';

export interface EventStoreOptions {
  /** How many commands of one tenant go to the database in one call at most. */
  readonly groupSize?: number;
  readonly upcasters?: Upcasters;
  /** How long appends wait, and how many of one tenant; more are refused with `NOT_RECORDED`. */
  readonly patience?: AppendPatience;
}

/** What came of an append; `failed` when it threw. */
export type AppendOutcome = AppendResult['outcome'] | 'failed';

/** A stream as it stands. */
export interface StreamRead {
  /** 0 = there is none. */
  readonly version: number;
  readonly events: readonly RecordedEvent[];
}

interface StreamAsked {
  readonly stream: string;
  readonly fromVersion: number;
  readonly limit: number | null;
}

// Laterally, so that each stream is found by its key, also by a plan that was made before the tables had any rows.
const READ_STREAMS = `
  select k.asked::int, s.version as now, e.*
    from unnest($2::text[], $3::int[], $4::int[]) with ordinality k (stream, from_version, most, asked)
   cross join lateral (select version from es.stream where tenant = $1 and stream = k.stream limit 1) s
    left join lateral (
         select ${EVENT_COLUMNS_OF_TENANT} from es.event e
          where e.tenant = $1 and e.stream = k.stream and e.version >= k.from_version
          order by e.version limit k.most) e on true
   order by k.asked, e.version`;

const STREAM_NAMES = `
  select stream as name from es.stream
   where tenant = $1 and stream > $3 and starts_with(stream, $2) and stream < $2 || chr(1114111)
   order by stream limit $4`;

const GUARD_NAMES = `
  select account as name from es.guard
   where tenant = $1 and account > $3 and starts_with(account, $2) and account < $2 || chr(1114111)
   order by account limit $4`;

// Beyond this a larger group no longer pays: the flush is shared by enough, and the call's own work decides.
const DEFAULT_GROUP_SIZE = 128;
const DEFAULT_PATIENCE: AppendPatience = { waitMs: 60_000, waitingMax: 10_000 };

/** The guarded log: append-only events of many tenants, in streams, under guards. */
export class EventStore {
  private readonly queues = new Map<string, AppendQueue>();
  private readonly guardReads = new Map<string, Gathered<readonly string[], Map<string, Guard>>>();
  private readonly streamReads = new Map<string, Gathered<StreamAsked, StreamRead>>();
  private readonly listeners = new Set<(tenant: string) => void>();
  private readonly outcomeListeners = new Set<(outcome: AppendOutcome) => void>();
  /** What is read for several callers at once is read for none of them. */
  private readonly outside = new AsyncResource('EventStore');
  private readonly groupSize: number;
  private readonly upcasters: Upcasters;
  private readonly patience: AppendPatience;

  constructor(
    private readonly pool: pg.Pool,
    options: EventStoreOptions = {},
  ) {
    this.groupSize = options.groupSize ?? DEFAULT_GROUP_SIZE;
    this.upcasters = options.upcasters ?? {};
    this.patience = options.patience ?? DEFAULT_PATIENCE;
  }

  /**
   * Records a command's events and changes its guards: all of it, or nothing. Appends of one tenant that arrive while
   * another commits are written as a group, each checked and answered by itself.
   *
   * After an error of the connection nobody knows whether the command was recorded: append it again with the same
   * `commandId`, and it takes effect once.
   *
   * @throws EventStoreError `INVALID_COMMAND`, `GUARD_BELOW_ZERO`.
   */
  async append(command: AppendCommand): Promise<AppendResult> {
    checkCommand(command);
    let outcome: AppendOutcome = 'failed';
    try {
      const result = await this.queueOf(command.tenant).append(command);
      outcome = result.outcome;
      return result;
    } finally {
      for (const listener of this.outcomeListeners) listener(outcome);
    }
  }

  /**
   * One stream in order, from `fromVersion` on, at most `limit` events, and the version it has now (0 = there is none).
   * Streams of one tenant that are asked for at about the same time are read in one statement.
   */
  readStream(tenant: string, stream: string, fromVersion = 1, limit: number | null = null): Promise<StreamRead> {
    const known = this.streamReads.get(tenant);
    const reads = known ?? new Gathered((asked) => this.readTogether(tenant, asked), this.outside);
    if (known === undefined) this.streamReads.set(tenant, reads);
    return reads.ask({ stream, fromVersion, limit });
  }

  private async readTogether(tenant: string, asked: readonly StreamAsked[]): Promise<StreamRead[]> {
    const { rows } = await this.pool.query<{ asked: number; now: number } & (EventRow | { position: null })>({
      name: 'es.read-streams',
      text: READ_STREAMS,
      values: [
        tenant,
        asked.map(({ stream }) => stream),
        asked.map(({ fromVersion }) => fromVersion),
        asked.map(({ limit }) => limit),
      ],
    });
    const reads = asked.map(() => ({ version: 0, events: new Array<RecordedEvent>() }));
    for (const row of rows) {
      const read = reads[row.asked - 1];
      if (read === undefined) continue;
      read.version = row.now;
      if (row.position !== null) read.events.push(toRecordedEvent(tenant, row, this.upcasters));
    }
    return reads;
  }

  /**
   * The guards of these accounts, all in one snapshot. One never mentioned stands at zero, version 0, no ceiling. What is
   * asked for at about the same time is read in one statement.
   */
  readGuards(tenant: string, accounts: readonly string[]): Promise<Map<string, Guard>> {
    const known = this.guardReads.get(tenant);
    const reads = known ?? new Gathered((asked) => this.readGuardsTogether(tenant, asked), this.outside);
    if (known === undefined) this.guardReads.set(tenant, reads);
    return reads.ask(accounts);
  }

  private async readGuardsTogether(
    tenant: string,
    asked: readonly (readonly string[])[],
  ): Promise<Map<string, Guard>[]> {
    const { rows } = await this.pool.query<GuardRow>({
      name: 'es.read-guards',
      text: `select account, ceiling, reserved, paid, version
               from es.guard where tenant = $1 and account = any ($2)`,
      values: [tenant, [...new Set(asked.flat())]],
    });
    const found = new Map(rows.map((row) => [row.account, toGuard(row)]));
    return asked.map((accounts) => new Map(accounts.map((each) => [each, found.get(each) ?? unmentioned(each)])));
  }

  /**
   * Names of streams that begin with `prefix`, in the order of their bytes: the first `limit` after `after`, which is the
   * prefix itself to begin with.
   */
  streamNames(tenant: string, prefix: string, after: string, limit: number): Promise<string[]> {
    return this.namesIn(STREAM_NAMES, [tenant, prefix, after, limit]);
  }

  /** The same of accounts that have a guard. */
  guardNames(tenant: string, prefix: string, after: string, limit: number): Promise<string[]> {
    return this.namesIn(GUARD_NAMES, [tenant, prefix, after, limit]);
  }

  private async namesIn(text: string, values: readonly unknown[]): Promise<string[]> {
    const { rows } = await this.pool.query<{ name: string }>(text, [...values]);
    return rows.map(({ name }) => name);
  }

  /** What is stored of a command, or null when it has not taken effect. */
  async readCommand(tenant: string, commandId: string): Promise<StoredCommand | null> {
    const { rows } = await this.pool.query<{ request_hash: string; first: string; last: string }>({
      name: 'es.read-command',
      text: 'select request_hash, first, last from es.command where tenant = $1 and command_id = $2',
      values: [tenant, commandId],
    });
    const row = rows[0];
    if (row === undefined) return null;
    return { requestHash: row.request_hash, first: BigInt(row.first), last: BigInt(row.last) };
  }

  /**
   * The tenant's log in order of position, after `afterPosition`, at most `limit` events. Positions have no gaps and
   * are committed in order, so a reader that goes on from the last one it saw misses nothing.
   *
   * @param client reads inside its transaction, instead of on a connection of the pool.
   */
  async readAll(
    tenant: string,
    afterPosition: bigint,
    limit: number,
    client: pg.Pool | pg.ClientBase = this.pool,
  ): Promise<RecordedEvent[]> {
    const { rows } = await client.query<EventRow>({
      name: 'es.read-all',
      text: `select ${EVENT_COLUMNS_OF_TENANT} from es.event e
              where e.tenant = $1 and e.position > $2 order by e.position limit $3`,
      values: [tenant, afterPosition, limit],
    });
    return rows.map((row) => toRecordedEvent(tenant, row, this.upcasters));
  }

  /** Position of the tenant's last event, 0 when it has none. */
  async head(tenant: string): Promise<bigint> {
    const { rows } = await this.pool.query<{ position: string }>({
      name: 'es.head',
      text: 'select position from es.head where tenant = $1',
      values: [tenant],
    });
    return BigInt(rows[0]?.position ?? 0);
  }

  /** The tenant's last event: its position, and its link in the chain in hexadecimal; null when it has none. */
  async chainHead(tenant: string): Promise<{ readonly position: bigint; readonly link: string } | null> {
    const { rows } = await this.pool.query<{ position: string; link: string }>({
      name: 'es.chain-head',
      text: `select position, encode(link, 'hex') as link from es.head where tenant = $1`,
      values: [tenant],
    });
    const [head] = rows;
    return head === undefined ? null : { position: BigInt(head.position), link: head.link };
  }

  /** Every tenant that has an event, by name. */
  async tenants(): Promise<string[]> {
    const { rows } = await this.pool.query<{ tenant: string }>('select tenant from es.head order by tenant');
    return rows.map((row) => row.tenant);
  }

  /**
   * Calls back after an append of this process was committed: a hint that spares followers the wait for their next
   * poll. Returns the function that ends it.
   */
  onAppended(listener: (tenant: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls back with what came of each append of this process. Returns the function that ends it. */
  onOutcome(listener: (outcome: AppendOutcome) => void): () => void {
    this.outcomeListeners.add(listener);
    return () => this.outcomeListeners.delete(listener);
  }

  private queueOf(tenant: string): AppendQueue {
    const known = this.queues.get(tenant);
    if (known !== undefined) return known;
    const queue = new AppendQueue(this.pool, tenant, this.groupSize, this.patience, () => this.announce(tenant));
    this.queues.set(tenant, queue);
    return queue;
  }

  private announce(tenant: string): void {
    for (const listener of this.listeners) listener(tenant);
  }
}

interface GuardRow extends Record<'account' | 'reserved' | 'paid' | 'version', string> {
  readonly ceiling: string | null;
}

function toGuard({ account, ceiling, reserved, paid, version }: GuardRow): Guard {
  return {
    account,
    ceiling: ceiling === null ? null : BigInt(ceiling),
    reserved: BigInt(reserved),
    paid: BigInt(paid),
    version: BigInt(version),
  };
}

function unmentioned(account: string): Guard {
  return { account, ceiling: null, reserved: 0n, paid: 0n, version: 0n };
}
