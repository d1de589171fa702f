import { migrate, openApplicationPool, EventStore } from '@duixian/event-store';
import { readCatalogue } from '@duixian/policy-files';
import { cityLog, type Stages } from './city.js';

/** Appends under way at once: twice a group, so that one can form while the other commits. */
const IN_FLIGHT = 256;

/** Appends the log of a city with so many claims to a database; answers the number of its events. */
export async function seedCity(url: string, claims: number, stages?: Stages): Promise<number> {
  await migrate(url);
  const pool = openApplicationPool(url, { max: 4 });
  const store = new EventStore(pool);
  const log = cityLog(readCatalogue(), claims, stages);
  let events = 0;
  // All of them take from one generator, so appends arrive in its order.
  const appendTheRest = async (): Promise<void> => {
    for (const command of log) {
      const result = await store.append(command);
      if (result.outcome !== 'appended') throw new Error(`${command.commandId} came to ${result.outcome}.`);
      events += Number(result.last - result.first) + 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, appendTheRest));
  await pool.end();
  return events;
}
