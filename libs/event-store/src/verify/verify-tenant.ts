import type pg from 'pg';
import { GENESIS } from '../chain.js';
import { linkOfRow, readChainRows, readCommands, type ChainRow, type CommandRow } from '../chain-rows.js';
import type { Difference, VerifiedHead } from './difference.js';
import { firstDifferingGuard, firstDifferingStream, furthestTrace } from './kept-beside.js';
import { reckoned } from './reckoned.js';

/** A head that an earlier verification found. */
export type RememberedHead = Pick<VerifiedHead, 'tenant' | 'position' | 'link'>;

export interface TenantVerification {
  readonly head: VerifiedHead;
  /** The first of each kind, that of the log before the others; none when all is as it was recorded. */
  readonly differences: readonly Difference[];
}

/**
 * Reads a tenant's whole log in order, computes its chain again, and compares what is kept beside it: commands, head,
 * streams and guards. The chain is followed to the first difference, since no link behind it can be trusted; streams and
 * guards are reckoned from what stands there even then.
 *
 * @param client in a transaction, REPEATABLE READ: people go on writing.
 */
export async function verifyTenant(
  client: pg.ClientBase,
  tenant: string,
  remembered: RememberedHead | null,
): Promise<TenantVerification> {
  const walk = new Walk(tenant, remembered);
  const found = [
    (await walk.through(client)) ?? (await headDifference(client, walk)),
    await firstDifferingStream(client, tenant),
    await reckoned(client, tenant, 'guard', () => firstDifferingGuard(client, tenant)),
  ];
  const differences = found.filter((difference) => difference !== null);
  return {
    differences,
    head: {
      tenant,
      position: walk.position.toString(),
      link: walk.link.toString('hex'),
      chainedLater: await chainedLater(client, tenant),
      intact: differences.length === 0,
    },
  };
}

/** The log as far as it was found in order. */
class Walk {
  position = 0n;
  link: Buffer = GENESIS;
  private command: CommandRow | null = null;
  private commandsEnd = 0n;

  constructor(
    readonly tenant: string,
    readonly remembered: RememberedHead | null,
  ) {}

  async through(client: pg.ClientBase): Promise<Difference | null> {
    const commands = readCommands(client, this.tenant, 0n);
    for await (const page of readChainRows(client, this.tenant, 0n)) {
      for (const row of page) {
        const difference = (await this.step(row, commands)) ?? this.comparedWithMemory();
        if (difference !== null) return difference;
      }
    }
    const left = await commands.next();
    if (left.done !== true) return this.at('command', left.value.commandId, 'first', `${left.value.first}`, null);
    if (this.commandsEnd > this.position) {
      return this.at('command', this.command?.commandId ?? '', 'last', `${this.commandsEnd}`, `${this.position}`);
    }
    return null;
  }

  private async step(row: ChainRow, commands: AsyncGenerator<CommandRow>): Promise<Difference | null> {
    const expected = this.position + 1n;
    if (BigInt(row.position) !== expected) {
      return this.at('event', row.stream, 'position', row.position, expected.toString(), expected);
    }
    this.position = expected;
    const command = await this.commandOf(expected, commands);
    if (!('commandId' in command)) return command;
    if (row.nonce === null || row.link === null) return this.at('event', row.stream, 'link', null, 'a link');
    const link = linkOfRow(this.tenant, this.link, row, row.nonce, command);
    if (!link.equals(row.link)) {
      return this.at('event', row.stream, 'link', row.link.toString('hex'), link.toString('hex'));
    }
    this.link = link;
    return null;
  }

  /** Commands share the log out among them: each begins where the one before it ends. */
  private async commandOf(position: bigint, commands: AsyncGenerator<CommandRow>): Promise<CommandRow | Difference> {
    if (this.command !== null && position <= this.commandsEnd) return this.command;
    const result = await commands.next();
    if (result.done === true) return this.at('command', '', 'first', null, position.toString());
    const next = result.value;
    if (next.first !== position) {
      return this.at('command', next.commandId, 'first', next.first.toString(), position.toString());
    }
    if (next.last < next.first) {
      return this.at('command', next.commandId, 'last', next.last.toString(), `at least ${next.first}`);
    }
    this.command = next;
    this.commandsEnd = next.last;
    return next;
  }

  private comparedWithMemory(): Difference | null {
    if (this.remembered?.position !== this.position.toString()) return null;
    const link = this.link.toString('hex');
    if (link === this.remembered.link) return null;
    return this.at('head', 'as an earlier verification found it', 'link', link, this.remembered.link);
  }

  at(
    check: Difference['check'],
    subject: string,
    field: string,
    stored: string | null,
    computed: string | null,
    position = this.position,
  ): Difference {
    return { check, tenant: this.tenant, position: position.toString(), subject, field, stored, computed };
  }
}

interface HeadRow {
  readonly position: string;
  readonly link: Buffer | null;
  readonly recordedAt: string | null;
  /** Of the event at the position. */
  readonly lastRecordedAt: string | null;
}

async function headDifference(client: pg.ClientBase, walk: Walk): Promise<Difference | null> {
  const { rows } = await client.query<HeadRow>(
    `select h.position, h.link, h.recorded_at::text as "recordedAt", e.recorded_at::text as "lastRecordedAt"
       from es.head h left join es.event e on e.tenant = h.tenant and e.position = h.position where h.tenant = $1`,
    [walk.tenant],
  );
  const position = rows[0]?.position ?? '0';
  if (position !== walk.position.toString()) {
    return walk.at('head', 'es.head', 'position', position, walk.position.toString());
  }
  const link = rows[0]?.link?.toString('hex') ?? null;
  const computed = walk.link.toString('hex');
  if (rows.length > 0 && link !== computed) return walk.at('head', 'es.head', 'link', link, computed);
  const { recordedAt = null, lastRecordedAt = null } = rows[0] ?? {};
  if (recordedAt !== null && recordedAt !== lastRecordedAt) {
    return walk.at('head', 'es.head', 'recorded_at', recordedAt, lastRecordedAt);
  }
  if (walk.remembered !== null && BigInt(walk.remembered.position) > walk.position) {
    return walk.at('head', 'as an earlier verification found it', 'position', position, walk.remembered.position);
  }
  const trace = await furthestTrace(client, walk.tenant);
  if (trace !== null && trace.position > walk.position) {
    return walk.at('head', trace.subject, 'position', position, trace.position.toString());
  }
  return null;
}

async function chainedLater(client: pg.ClientBase, tenant: string): Promise<string | null> {
  const { rows } = await client.query<{ position: string }>(
    'select position from es.chained_later where tenant = $1 and position > 0',
    [tenant],
  );
  return rows[0]?.position ?? null;
}
