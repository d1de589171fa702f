import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { GENESIS, type LinkedCommand } from './chain.js';
import { linkOfRow, readChainRows, readCommands, type ChainRow, type CommandRow } from './chain-rows.js';

const NONCE_BYTES = 16;
const NO_COMMAND: LinkedCommand = { commandId: '', requestHash: '', moves: '' };

/**
 * Chains what was recorded before there was a chain, as the owner. Each page is a transaction, so a run that was killed is
 * gone on with; nobody can append to a tenant until its last event is chained.
 */
export async function chainPast(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ tenant: string; position: string }>(
    'select tenant, position from es.head where link is null order by tenant',
  );
  for (const { tenant, position } of rows) await chainTenant(client, tenant, BigInt(position));
}

async function chainTenant(client: pg.ClientBase, tenant: string, head: bigint): Promise<void> {
  await noteGuards(client, tenant, head);
  const reached = await lastLink(client, tenant);
  const commands = readCommands(client, tenant, reached.position);
  let command = await next(commands);
  let link = reached.link;
  for await (const page of readChainRows(client, tenant, reached.position)) {
    const chained: { row: ChainRow; nonce: Buffer; link: Buffer }[] = [];
    for (const row of page) {
      while (command !== null && command.last < BigInt(row.position)) command = await next(commands);
      const nonce = randomBytes(NONCE_BYTES);
      // A hole is no reason not to start: the verification will name it.
      const own = command !== null && command.first <= BigInt(row.position) ? command : NO_COMMAND;
      link = linkOfRow(tenant, link, row, nonce, own);
      chained.push({ row, nonce, link });
    }
    await client.query(
      `update es.event e set nonce = c.nonce, link = c.link
         from unnest($2::bigint[], $3::bytea[], $4::bytea[]) c(position, nonce, link)
        where e.tenant = $1 and e.position = c.position`,
      [tenant, chained.map(({ row }) => row.position), chained.map((c) => c.nonce), chained.map((c) => c.link)],
    );
  }
  await client.query('begin');
  await client.query('insert into es.chained_later (tenant, position, chained_at) values ($1, $2, clock_timestamp())', [
    tenant,
    head.toString(),
  ]);
  await client.query('update es.head set link = $2 where tenant = $1', [tenant, link]);
  await client.query('commit');
}

/**
 * What the earlier commands did to the guards nobody noted. The guards as they stand become the moves of the last of
 * them: `{"guards": [[account, reserved, paid, ceiling, version], …]}`.
 */
async function noteGuards(client: pg.ClientBase, tenant: string, head: bigint): Promise<void> {
  await client.query(
    `update es.command set moves = coalesce(
        (select json_build_object('guards', json_agg(
                  json_build_array(account, reserved::text, paid::text, ceiling::text, version::text) order by account))::text
           from es.guard where tenant = $1 having count(*) > 0), '')
      where tenant = $1 and last = $2 and moves = ''`,
    [tenant, head.toString()],
  );
}

async function lastLink(client: pg.ClientBase, tenant: string): Promise<{ position: bigint; link: Buffer }> {
  const { rows } = await client.query<{ position: string; link: Buffer }>(
    'select position, link from es.event where tenant = $1 and link is not null order by position desc limit 1',
    [tenant],
  );
  const [found] = rows;
  return found === undefined ? { position: 0n, link: GENESIS } : { position: BigInt(found.position), link: found.link };
}

async function next(commands: AsyncGenerator<CommandRow>): Promise<CommandRow | null> {
  const result = await commands.next();
  return result.done === true ? null : result.value;
}
