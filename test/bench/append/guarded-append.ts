import { EventStore, migrate, openApplicationPool } from '@duixian/event-store';
import { ensureDatabase } from '@duixian/postgres';
import { claimAccepted, TENANT } from './event.js';
import { appendRate, type Load } from './load.js';

const ENTERPRISES = 1_000;
const POOL_CEILING_FEN = 1_000_000_000_000_000n;

export interface GuardedAppend {
  rate(load: Load): Promise<number>;
  close(): Promise<void>;
}

/**
 * Ours: a command of its own, one event of a new stream, the enterprise's yearly total and a pool that all share. The
 * pool of connections is as large as the API's.
 */
export async function openGuardedAppend(adminUrl: string, database: string): Promise<GuardedAppend> {
  const url = await ensureDatabase(adminUrl, database);
  await migrate(url);
  const pool = openApplicationPool(url, { max: 20 });
  const store = new EventStore(pool);
  let total = 0;
  return {
    rate: (load) =>
      appendRate(load, async (_, id) => {
        total += 1;
        const { outcome } = await store.append({
          tenant: TENANT,
          commandId: `command-${id}`,
          requestHash: id,
          streams: [{ stream: `claim-${id}`, expectedVersion: 0, events: [claimAccepted(id)] }],
          guards: [
            { account: `enterprise:${total % ENTERPRISES}:quanzhou-2024-7/2:2025`, ceiling: null, reserve: 30_000n },
            { account: 'pool:quanzhou-2024-7/2:2025', ceiling: POOL_CEILING_FEN, reserve: 30_000n },
          ],
        });
        if (outcome !== 'appended') throw new Error(`An append of the benchmark came to ${outcome}.`);
      }),
    close: () => pool.end(),
  };
}
