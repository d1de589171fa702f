import { withClient } from '@duixian/postgres';

/** An event as it stands in its table; positions and times are texts that PostgreSQL wrote. */
export interface EventRow {
  readonly tenant: string;
  readonly position: string;
  readonly stream: string;
  readonly type: string;
  readonly occurred_on: string;
  /** Day of the record on the offices' calendar. */
  readonly recorded_day: string;
  /** Microseconds since 1970. */
  readonly recorded_us: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly command: string;
}

export interface CommandRow {
  readonly tenant: string;
  readonly command_id: string;
  readonly first: string;
  readonly last: string;
  readonly moves: string;
}

export interface GuardRow {
  readonly tenant: string;
  readonly account: string;
  readonly ceiling: string | null;
  readonly reserved: string;
  readonly paid: string;
}

/** Counts and sums of claims by city and status, as lists and totals show them; fen as texts. */
export interface TotalRow {
  readonly tenant: string;
  readonly status: string;
  readonly claims: string;
  readonly requested: string;
  readonly determined: string;
  readonly reserved: string;
  readonly paid: string;
}

/** All that is looked at, in one snapshot. */
export interface Rows {
  readonly events: readonly EventRow[];
  readonly commands: readonly CommandRow[];
  readonly guards: readonly GuardRow[];
  readonly heads: readonly { readonly tenant: string; readonly position: string }[];
  /** From the list of claims, and from the totals beside it. */
  readonly listed: readonly TotalRow[];
  readonly tallied: readonly TotalRow[];
  readonly setAside: readonly { readonly tenant: string; readonly stream: string; readonly error: string }[];
  /** Cities whose past was recorded before the log noted what a command moves. */
  readonly older: readonly string[];
  readonly nowUs: string;
}

const TOTALS = `sum(requested)::text as requested, sum(coalesce(determined, 0))::text as determined,
                sum(reserved)::text as reserved, sum(paid)::text as paid`;

/** Reads the tables themselves as their owner, by way of nothing of the product. */
export function readRows(ownerUrl: string): Promise<Rows> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read');
    const read = async <Row extends object>(text: string): Promise<Row[]> => (await client.query<Row>(text)).rows;
    return {
      events: await read<EventRow>(
        `select tenant, position, stream, type, occurred_on::text, data, meta ->> 'commandId' as command,
                (recorded_at at time zone 'Asia/Shanghai')::date::text as recorded_day,
                (extract(epoch from recorded_at) * 1000000)::bigint as recorded_us
           from es.event order by tenant, position`,
      ),
      commands: await read<CommandRow>(
        'select tenant, command_id, first, last, moves from es.command order by tenant, first',
      ),
      guards: await read<GuardRow>('select tenant, account, ceiling, reserved, paid from es.guard'),
      heads: await read<Rows['heads'][number]>('select tenant, position from es.head order by tenant'),
      listed: await read<TotalRow>(
        `select tenant, status, count(*)::text as claims, ${TOTALS} from read.claim group by 1, 2 order by 1, 2`,
      ),
      tallied: await read<TotalRow>(
        `select tenant, status, sum(claims)::text as claims, ${TOTALS}
           from read.claim_tally group by 1, 2 order by 1, 2`,
      ),
      setAside: await read<Rows['setAside'][number]>('select tenant, stream, error from read.set_aside'),
      older: (await read<{ tenant: string }>('select tenant from es.chained_later')).map(({ tenant }) => tenant),
      nowUs:
        (await read<{ now: string }>('select (extract(epoch from clock_timestamp()) * 1000000)::bigint as now'))[0]
          ?.now ?? '0',
    };
  });
}

/** Waits until the lists of every city have come to the head of its log. False: they stand still for so long. */
export function listsCaughtUp(ownerUrl: string, secondsMax: number): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    const deadline = performance.now() + secondsMax * 1000;
    while (performance.now() < deadline) {
      const { rows } = await client.query<{ tables: boolean }>(
        `select to_regclass('read.progress') is not null as tables`,
      );
      if (rows[0]?.tables === true) {
        const { rowCount } = await client.query(
          `select from es.head h left join read.progress p using (tenant) where h.position > coalesce(p.position, 0)`,
        );
        if (rowCount === 0) return true;
      }
      await client.query('select pg_sleep(0.2)');
    }
    return false;
  });
}
