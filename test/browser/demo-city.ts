import { randomBytes } from 'node:crypto';
import { databaseUrl, withClient } from '@duixian/postgres';
import { testServerUrl } from '@duixian/testing';
import { Application } from './application.js';

const PLAYED = 'demo_played';
/** Any number, as long as no other spec locks it. */
const PLAY_LOCK = 7_100_2024;

/** The application on a copy of its own of the demo. */
export async function startDemo(): Promise<Application> {
  return startOn(await copyOfDemo());
}

/** The application on a copy of the demo, with settings of its environment beside those that every spec has. */
export function startOn(database: string, settings: Readonly<Record<string, string>> = {}): Promise<Application> {
  return Application.start({ DATABASE_URL: database, DUIXIAN_DEMO: '1', ...settings });
}

/** Address of a new database that holds the demo, which is played once in a test run. */
export async function copyOfDemo(): Promise<string> {
  const copy = `demo_${randomBytes(8).toString('hex')}`;
  await withClient(testServerUrl(), async (client) => {
    // Spec files run side by side: the first plays, the others wait for it.
    await client.query('SELECT pg_advisory_lock($1)', [PLAY_LOCK]);
    const found = await client.query('SELECT FROM pg_database WHERE datname = $1', [PLAYED]);
    if (found.rowCount === 0) await play();
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${PLAYED}`);
  });
  return databaseUrl(testServerUrl(), copy);
}

/** Under another name until it is complete, so that a play that fails leaves nothing that passes for one. */
async function play(): Promise<void> {
  const unfinished = `${PLAYED}_${randomBytes(4).toString('hex')}`;
  await withClient(testServerUrl(), (client) => client.query(`CREATE DATABASE ${unfinished} TEMPLATE template0`));
  const player = await Application.start({
    DATABASE_URL: databaseUrl(testServerUrl(), unfinished),
    DUIXIAN_DEMO: '1',
  });
  await player.stop();
  await withClient(testServerUrl(), (client) => client.query(`ALTER DATABASE ${unfinished} RENAME TO ${PLAYED}`));
}
