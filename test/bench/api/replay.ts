import { ensureProjection, EventStore, openApplicationPool } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import { wallSeconds } from '../measure/wall-seconds.js';
import { loadReadProjection } from './parse-projection.js';

/** Builds the API's read models from the whole log, as a new version of them would be; answers the seconds it took. */
export async function replay(url: string): Promise<number> {
  const projection = await loadReadProjection();
  const pool = openApplicationPool(url, { max: 4 });
  const seconds = await wallSeconds(() => ensureProjection(projection, { store: new EventStore(pool), pool }));
  await pool.end();
  // Autovacuum would, within a minute; the figures after this one should not depend on when.
  await withClient(url, (client) => client.query('vacuum analyze'));
  return seconds;
}
