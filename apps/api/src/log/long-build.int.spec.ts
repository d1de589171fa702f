import { ensureProjection, EventStore, openApplicationPool } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import { expect, it } from '@jest/globals';
import type { Health } from '../health/health.js';
import { Api, usccOf } from '../spec/api.spec.js';
import { ask } from '../spec/queries.spec.js';
import { codeFingerprint } from './code-fingerprint.js';
import { readProjection } from './read-projection.js';

const CITY = '350500';
const COUNTY = '350582';
const EVENTS = 3;

it('a build that takes longer than a start goes on behind it: health and pages tell how far it is', async () => {
  const database = await testDatabase();
  const before = await Api.on(database);
  const clerk = await before.hire('clerk', CITY);
  for (let number = 1; number <= EVENTS; number += 1) {
    const uscc = usccOf(COUNTY, number);
    await before.send(clerk, 'registerEnterprise', {
      uscc,
      name: `青石${number}号（虚构）`,
      division: COUNTY,
    });
  }
  await before.stop();
  await beginBuild(database);

  await withClient(database, async (client) => {
    // Whoever holds this row has the build in hand, and gets on with it as slowly as he likes.
    await client.query('begin');
    await client.query('select from read__next.built_from for update');
    const api = await Api.on(database, 'both', { DUIXIAN_START_SECONDS: '1' });

    const during = await healthOf(api);
    expect(during).toMatchObject({
      code: 200,
      status: 'degraded',
      build: { handled: 0 },
    });
    expect(during.build?.total).toBeGreaterThanOrEqual(EVENTS);
    expect(during.problems).toContain(`The read tables are being built: 0 of ${during.build?.total ?? 0} events.`);
    expect(
      await ask(api, clerk, '{ readState { build { handled total } } enterprises { nodes { uscc } } }'),
    ).toMatchObject({
      readState: { build: { handled: 0, total: during.build?.total } },
      enterprises: {
        nodes: Array.from({ length: EVENTS }, () => expect.anything()),
      },
    });

    await client.query('commit');
    let after = await healthOf(api);
    while (after.status !== 'ready') after = await healthOf(api);
    expect(after.build).toBeNull();
    expect(await ask(api, clerk, '{ readState { build { handled } } }')).toEqual({ readState: { build: null } });
    await api.stop();
  });
});

/** Makes the empty tables beside the live ones, as a process does that is killed right after it. */
async function beginBuild(database: string): Promise<void> {
  await withClient(database, (client) => client.query('update read.built_from set outdated = true'));
  const pool = openApplicationPool(database, { max: 2 });
  const projection = { ...readProjection, fingerprint: codeFingerprint() };
  await ensureProjection(projection, { store: new EventStore(pool), pool }, AbortSignal.abort());
  await pool.end();
}

async function healthOf(api: Api): Promise<{ code: number } & Health> {
  const response = await fetch(`${await api.app.getUrl()}/health/ready`);
  return { code: response.status, ...((await response.json()) as Health) };
}
