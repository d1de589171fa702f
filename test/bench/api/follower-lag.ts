import { setTimeout as pause } from 'node:timers/promises';
import { EventStore, openApplicationPool } from '@duixian/event-store';
import { readCatalogue } from '@duixian/policy-files';
import type pg from 'pg';
import { laterClaims } from '../city/city.js';
import { TENANT } from '../city/officials.js';

const COMMANDS_PER_SECOND = 500;
const SECONDS = 20;
const STEP_MS = 20;

const LAG = `
  select coalesce(max(extract(epoch from clock_timestamp() - e.recorded_at)), 0)::float8 as seconds
    from read.progress p
    join es.event e on e.tenant = p.tenant and e.position = p.position + 1
   where p.tenant = $1`;

/** How far the tables are behind at most, in seconds, while commands are appended at a steady rate; and that rate. */
export async function followerLag(
  url: string,
  claims: number,
): Promise<{ readonly seconds: number; readonly perSecond: number }> {
  const pool = openApplicationPool(url, { max: 4 });
  const store = new EventStore(pool);
  const commands = laterClaims(readCatalogue(), claims, COMMANDS_PER_SECOND * SECONDS);
  const appending: Promise<unknown>[] = [];
  const began = performance.now();
  let seconds = 0;
  for (let sent = 0; sent < COMMANDS_PER_SECOND * SECONDS;) {
    const due = Math.floor(((performance.now() - began) / 1000) * COMMANDS_PER_SECOND);
    for (; sent < due; sent += 1) {
      const next = commands.next();
      if (next.done === true) break;
      appending.push(store.append(next.value));
    }
    seconds = Math.max(seconds, await lagOf(pool));
    await pause(STEP_MS);
  }
  await Promise.all(appending);
  const perSecond = appending.length / ((performance.now() - began) / 1000);
  await pool.end();
  return { seconds, perSecond };
}

async function lagOf(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ seconds: number }>(LAG, [TENANT]);
  return rows[0]?.seconds ?? 0;
}
