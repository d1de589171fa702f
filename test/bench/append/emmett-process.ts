import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { claimAccepted } from './event.js';
import { appendRate, type Load } from './load.js';
import { serveLoads } from './rate-process.js';

/**
 * Emmett's appendToStream, in a process of its own: it changes how pg reads a bigint for the whole process. The database
 * is the argument.
 */
const [url] = process.argv.slice(2);
if (url === undefined) throw new Error('Name the database.');

await openStore(url, 1, (store) => store.schema.migrate());

serveLoads((load) => measure(url, load));

async function measure(database: string, load: Load): Promise<number> {
  return openStore(database, load.clients, (store) =>
    appendRate(load, async (_, id) => {
      const { type, data, meta } = claimAccepted(id);
      await store.appendToStream(`claim-${id}`, [{ type, data: { ...data, meta } }], {
        expectedStreamVersion: 'STREAM_DOES_NOT_EXIST',
      });
    }),
  );
}

async function openStore<T>(
  database: string,
  connections: number,
  work: (store: ReturnType<typeof getPostgreSQLEventStore>) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: database, max: connections });
  const store = getPostgreSQLEventStore(database, {
    schema: { autoMigration: 'None' },
    connectionOptions: { pool },
  });
  const result = await work(store);
  await store.close();
  await pool.end();
  return result;
}
