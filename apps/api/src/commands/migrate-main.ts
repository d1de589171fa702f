import { parseArgs } from 'node:util';
import { renewApplicationLogin } from '@duixian/event-store';
import { ConfigError, readConfig } from '../config/config.js';
import { migrateSchemas } from '../database/database.js';
import { runCommand } from './run-command.js';

/**
 * `duixian migrate [--login NAME]`: brings the database of DATABASE_URL, given with its owner, up to date. With a name it
 * makes that role for the application, gives it a new password, and prints the address for it.
 */
runCommand(async () => {
  const { values } = parseArgs({ options: { login: { type: 'string' } } });
  const { databaseUrl } = readConfig(process.env);
  if (databaseUrl === null) {
    throw new ConfigError(['DATABASE_URL: name the database and its owner; the embedded one migrates itself']);
  }
  await migrateSchemas(databaseUrl);
  if (values.login === undefined) process.stdout.write('The database is up to date.\n');
  else process.stdout.write(`${await renewApplicationLogin(databaseUrl, values.login)}\n`);
});
