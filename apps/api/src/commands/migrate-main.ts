import { parseArgs } from 'node:util';
import { renewApplicationLogin } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import { ConfigError, readConfig } from '../config/config.js';
import { assertFit, assertReachable, migrateSchemas } from '../database/database.js';
import { runCommand } from './run-command.js';

/**
 * `duixian migrate [--login NAME]`: brings the database of DATABASE_URL, given with its owner, up to date. With a name it
 * makes that role for the application, gives it a new password, and prints the address for it.
 */
runCommand(async () => {
  const { values } = parseArgs({ options: { login: { type: 'string' } } });
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl === null) {
    throw new ConfigError([
      'DATABASE_URL: 请给出数据库及其属主的地址；内置数据库会自行升级。 Name the database and its owner; the embedded one migrates itself.',
    ]);
  }
  await assertReachable(databaseUrl);
  await withClient(databaseUrl, assertFit);
  await migrateSchemas(databaseUrl);
  if (values.login === undefined) process.stdout.write('数据库已是最新。 The database is up to date.\n');
  else process.stdout.write(`${await renewApplicationLogin(databaseUrl, values.login)}\n`);
});
