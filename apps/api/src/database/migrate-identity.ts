import { withClient } from '@duixian/postgres';
import { DataSource } from 'typeorm';
import { Demo1763900000000 } from './migrations/demo-1763900000000.js';
import { Identity1763800000000 } from './migrations/identity-1763800000000.js';
import { SecurityLog1764300000000 } from './migrations/security-log-1764300000000.js';

/** Brings the tables outside the log up to date, as the database's owner. Repeating does nothing. */
export async function migrateIdentity(ownerUrl: string): Promise<void> {
  // Two processes that start at once wait for each other here; the lock goes with the connection.
  await withClient(ownerUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('duixian identity migration'))`);
    await client.query('create schema if not exists identity');
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: [Identity1763800000000, Demo1763900000000, SecurityLog1764300000000],
      migrationsTableName: 'migration',
      schema: 'identity',
    });
    await source.initialize();
    try {
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
  });
}
