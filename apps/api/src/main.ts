import { PostgresError } from '@duixian/postgres';
import { createApp } from './app.js';
import { ConfigError, readConfig } from './config/config.js';
import { DatabaseError, openDatabase } from './database/database.js';

/** Starts one process, and ends it in order: requests first, then followers, then the database. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  let app;
  try {
    app = await createApp(config, database.url);
    await app.listen(config.port, config.host);
  } catch (error) {
    await app?.close();
    await database.stop();
    throw error;
  }
  const running = app;
  const stop = (): void => {
    void running.close().then(() => database.stop());
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  process.stdout.write(`Duixian is at ${await running.getUrl()} (database: ${database.describes})\n`);
}

/** What a person who starts the process can act on is one message; anything else keeps its stack. */
function explain(error: unknown): string {
  const isExpected = error instanceof ConfigError || error instanceof DatabaseError || error instanceof PostgresError;
  if (isExpected) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`Duixian cannot start. ${explain(error)}\n`);
  process.exitCode = 1;
});
