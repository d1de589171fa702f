import pg from 'pg';
import { ensureApplicationLogin, EventStore, migrate, openApplicationPool, type RecordedEvent } from '../src/index.js';

/** A migrated database, and two stores on it with pools of their own, as two processes would have. */
export interface Log {
  /** For the application. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly store: EventStore;
  readonly otherStore: EventStore;
  /** Looks behind the application's grants. */
  readonly owner: pg.Pool;
  close(): Promise<void>;
}

export async function openLog(ownerUrl: string): Promise<Log> {
  await migrate(ownerUrl);
  const url = await ensureApplicationLogin(ownerUrl);
  const pool = openApplicationPool(url, { max: 6 });
  const otherPool = openApplicationPool(url, { max: 6 });
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 3 });
  owner.on('error', () => undefined);
  return {
    url,
    pool,
    owner,
    store: new EventStore(pool),
    otherStore: new EventStore(otherPool),
    close: async () => {
      await Promise.all([pool.end(), otherPool.end(), owner.end()]);
    },
  };
}

/** The tenant's whole log. */
export async function readLog(store: EventStore, tenant: string): Promise<RecordedEvent[]> {
  return store.readAll(tenant, 0n, 1_000_000);
}

/** 1, 2, 3 … `count`. */
export function positionsUpTo(count: number): bigint[] {
  return Array.from({ length: count }, (_, index) => BigInt(index + 1));
}
