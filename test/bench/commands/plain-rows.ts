import { ensureDatabase, withClient } from '@duixian/postgres';
import pg from 'pg';
import { inParallel } from './load.js';

/** Writes as many rows as a command does, of one table, in one statement and one commit, on a connection for each client. */
export async function openPlainRows(
  adminUrl: string,
  clientsMax: number,
): Promise<{ rate(clients: number, rowsOfEach: readonly number[]): Promise<number>; close(): Promise<void> }> {
  const url = await ensureDatabase(adminUrl, 'bench_rows');
  await withClient(url, (client) =>
    client.query(
      'create table line (id bigint generated always as identity primary key, name text, data jsonb not null)',
    ),
  );
  const connections = Array.from({ length: clientsMax }, () => new pg.Client({ connectionString: url }));
  await Promise.all(connections.map((connection) => connection.connect()));
  return {
    async rate(clients, rowsOfEach) {
      const { perSecond } = await inParallel(rowsOfEach, clients, async (rows, client) => {
        await connections[client]?.query({
          name: 'rows',
          text: `insert into line (name, data) select 'line-' || n, $2::jsonb from generate_series(1, $1::int) n`,
          values: [rows, DATA],
        });
      });
      return perSecond;
    },
    async close() {
      await Promise.all(connections.map((connection) => connection.end()));
    },
  };
}

/** About as long as an event. */
const DATA = JSON.stringify({ claim: '350500-2025-00000000', actor: 'window', text: '同意。'.repeat(60) });
