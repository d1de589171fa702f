import { once } from 'node:events';
import { Logger } from '@nestjs/common';
import { createApp } from './app.js';
import { readConfig } from './config/config.js';
import { POOL } from './database/database.module.js';
import { openDatabase } from './database/database.js';
import { laterVersionTookOver } from './database/later-version.js';
import { Demo } from './demo/demo.js';
import { StartCheck } from './demo/start-check.js';
import { outliveDroppedPromises } from './dropped-promises.js';
import { endBy } from './end-by.js';
import { explain, exitCodeOf } from './explain.js';
import { FirstAdministrators } from './identity/user/first-administrators.js';
import { assertSurroundings } from './surroundings.js';

/** Runs one process until it is told to stop, and ends it in order: requests first, then followers, then the database. */
async function main(): Promise<void> {
  const stopping = new AbortController();
  const stop = (): void => stopping.abort();
  // More than once: at a terminal Ctrl-C comes from the terminal and from whoever started this process, and a second one
  // without a listener would end it before the database has stopped.
  process.on('SIGINT', stop).on('SIGTERM', stop);
  outliveDroppedPromises(new Logger('Process'));
  const config = readConfig(process.env);
  await assertSurroundings(config);
  const database = await openDatabase(config);
  let app;
  try {
    app = await createApp(config, database.url);
    await app.init();
    await app.get(StartCheck).assertAllowed();
    const demo = await app.get(Demo).playOnce(process.stdout, stopping.signal);
    const administrators = await app.get(FirstAdministrators).ensure();
    await app.listen(config.port, config.host);
    if (demo !== null) process.stdout.write(`${demo}\n`);
    for (const line of administrators) process.stdout.write(`${line}\n`);
    process.stdout.write(`Duixian is at ${await app.getUrl()} (database: ${database.describes})\n`);
    const stopped = stopping.signal.aborted ? null : once(stopping.signal, 'abort').then(() => null);
    const tookOver = laterVersionTookOver(app.get(POOL), stopping.signal);
    const lost = await Promise.race([stopped, database.lost, tookOver]);
    if (lost !== null) throw lost;
  } catch (error) {
    // Whoever stops it while it starts asked for no more than that.
    if (!stopping.signal.aborted) throw error;
  } finally {
    const overdue = endBy(config.stopSeconds, () => database.stop());
    await app?.close();
    await database.stop();
    clearTimeout(overdue);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`兑现不能运行。 Duixian cannot run.\n${explain(error)}\n`);
  process.exitCode = exitCodeOf(error);
});
