import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Random } from '@duixian/testing/random';
import { INVARIANTS, type Invariant } from './faults/fold/check.js';
import { startFaultyServer, type FaultyServer } from './faults/system/server.js';
import { Stage } from './faults/system/stage.js';

/** Questions that are asked while the database is away, one after another. */
const ASKED = 40;
const WRITERS = 8;

let server: FaultyServer;

beforeAll(async () => {
  server = await startFaultyServer();
}, 120_000);

afterAll(() => server.stop());

it('an outage under eight writers loses nothing that was acknowledged, and is two lines of the log', async () => {
  const stage = await Stage.set({
    server,
    database: 'outage',
    processes: [{ role: 'both' }],
    writers: WRITERS,
    random: new Random(8),
    goesOn: () => false,
  });
  const [application] = stage.applications;
  if (application === undefined) throw new Error('Nothing was started.');
  await stage.working(40);

  stage.proxy.goAway();
  const answers = new Set<string>();
  for (let asked = 0; asked < ASKED; asked += 1) {
    const health = await application.health();
    const query = await answerAt(application.graphql);
    answers.add(`health ${health.code}, ${query}`);
  }
  stage.proxy.open();
  await stage.working(40);
  const { findings, complaints } = await stage.strike();

  const names = Object.keys(INVARIANTS) as Invariant[];
  expect(findings).toEqual(Object.fromEntries(names.map((name) => [name, []])));
  expect(complaints).toEqual([]);
  expect([...answers]).toEqual(['health 503, 503 SERVICE_UNAVAILABLE, retry after 5']);
  expect(application.said.split('\n').filter((line) => /"level":[4-6]0/.test(line))).toEqual([
    expect.stringContaining('The database is away'),
    expect.stringMatching(/The database is back after \d+ s/),
  ]);
}, 240_000);

/** What somebody is told who opens the page of the login. */
async function answerAt(url: string): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ publicInfo { demo } }' }),
  });
  const { errors } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  const code = errors?.[0]?.extensions.code ?? 'answered';
  return `${response.status} ${code}, retry after ${response.headers.get('retry-after') ?? 'never'}`;
}
