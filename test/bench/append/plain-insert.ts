import { ensureDatabase, withClient } from '@duixian/postgres';
import pg from 'pg';
import { claimAccepted, TENANT } from './event.js';
import { appendRate, type Load } from './load.js';

/** What a table and a durable server can do: one INSERT of one row, one commit, a connection for each client. */
export async function openPlainInsert(adminUrl: string): Promise<(load: Load) => Promise<number>> {
  const url = await ensureDatabase(adminUrl, 'bench_plain');
  await withClient(url, (client) =>
    client.query(
      `create table line (
         id bigint generated always as identity primary key,
         tenant text not null, event_id text not null, type text not null, data jsonb not null, meta jsonb not null
       )`,
    ),
  );
  return async (load) => {
    const clients = Array.from({ length: load.clients }, () => new pg.Client({ connectionString: url }));
    await Promise.all(clients.map((client) => client.connect()));
    const rate = await appendRate(load, async (number, id) => {
      const { eventId, type, data, meta } = claimAccepted(id);
      await clients[number]?.query({
        name: 'insert',
        text: 'insert into line (tenant, event_id, type, data, meta) values ($1, $2, $3, $4, $5)',
        values: [TENANT, eventId, type, JSON.stringify(data), JSON.stringify(meta)],
      });
    });
    await Promise.all(clients.map((client) => client.end()));
    return rate;
  };
}
