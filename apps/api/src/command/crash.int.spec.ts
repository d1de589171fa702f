import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { claimStream, foldClaim, parseClaimEvent } from '@duixian/casework';
import type { RecordedEvent } from '@duixian/event-store';
import { Law } from '../policy/law/law.js';
import { ReadModel } from '../log/read-model.js';
import { Api, Client, usccOf, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, submission } from '../spec/bureau.spec.js';
import { guardsByReplay, guardsOf, wholeLog, wrongDeterminations } from '../spec/replay.spec.js';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const CLIENTS = 8;
/** How many claims a client would take through if nobody stopped it. */
const CLAIMS_MAX = 100;
/** How many steps are acknowledged before the process is killed: the load is well under way. */
const STEPS_BEFORE_KILL = 120;

let before: Api;

beforeAll(async () => {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-b', 'apps/api'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  before = await Api.start();
}, 240_000);

let child: ChildProcess | null = null;
let after: Api | null = null;

afterAll(async () => {
  child?.kill('SIGKILL');
  await after?.stop();
});

/** The application as it is run, in a process of its own. */
async function serve(databaseUrl: string): Promise<{ process: ChildProcess; client: Client }> {
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    DUIXIAN_LOG_LEVEL: 'fatal',
    DUIXIAN_SECOND_FACTOR: 'off',
    DUIXIAN_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const child = spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(child.stdout)) {
    const url = /Duixian is at (\S+)/.exec(line)?.[1];
    if (url !== undefined) return { process: child, client: new Client(`${url}/graphql`) };
  }
  throw new Error('The application ended before it served.');
}

/** Clients that take claims through their first steps, and keep in mind what was acknowledged to them. */
class Load {
  /** The last event of each claim that an answer told of. */
  readonly acknowledged = new Map<string, string>();
  private steps = 0;

  constructor(
    private readonly client: Client,
    private readonly bureau: Bureau,
    private readonly reviewer: Official,
    private readonly kill: () => void,
  ) {}

  /** Goes on until the connection breaks. */
  async run(client: number): Promise<void> {
    try {
      for (let round = 0; round < CLAIMS_MAX; round++) await this.life(usccOf(COUNTY, client * CLAIMS_MAX + round));
    } catch (error) {
      // How fetch says that the other end is gone; it is a TypeError of Node's, not of jest's realm.
      if (!String(error).startsWith('TypeError: ')) throw error;
    }
  }

  private async life(uscc: string): Promise<void> {
    const { clerk, otherClerk, finance } = this.bureau;
    await this.client.send(clerk, 'registerEnterprise', { uscc, name: '青石（虚构）', division: COUNTY });
    const claim = await this.step(clerk, 'submitClaim', submission({ uscc }), 'ClaimSubmitted');
    await this.step(otherClerk, 'acceptClaim', { claim }, 'ClaimAccepted');
    await this.step(this.reviewer, 'reviewClaim', { claim, opinion: '属实' }, 'ClaimReviewed');
    await this.step(finance, 'determineClaim', { claim }, 'ClaimDetermined');
    await this.step(clerk, 'withdrawClaim', { claim, reason: '放弃' }, 'ClaimWithdrawn');
  }

  private async step(official: Official, mutation: string, input: object, event: string): Promise<string> {
    const { id } = await this.client.send(official, mutation, input);
    this.acknowledged.set(id, event);
    if (++this.steps === STEPS_BEFORE_KILL) this.kill();
    return id;
  }
}

/** Status of every claim in the log, by id. */
function statusesByReplay(log: readonly RecordedEvent[]): { id: string; status: string }[] {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of log.filter(({ stream }) => stream.startsWith('claim-'))) {
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  }
  const claims = [...streams.values()].map((events) => foldClaim(events.map(parseClaimEvent)));
  return claims
    .flatMap((claim) => (claim === null ? [] : [{ id: claim.id, status: claim.status }]))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

it('loses nothing that it acknowledged when it is killed in the middle of a load', async () => {
  // The process that serves them has the database's time, and would end sessions that began at another.
  const bureau = await Bureau.open(before, CITY, COUNTY, null);
  const reviewer = await bureau.reviewer();
  await before.stop();
  const { process: application, client } = await serve(before.database);
  child = application;
  const load = new Load(client, bureau, reviewer, () => application.kill('SIGKILL'));
  const killed = once(application, 'exit');
  await Promise.all(Array.from({ length: CLIENTS }, (_, number) => load.run(number)));
  expect(await killed).toEqual([null, 'SIGKILL']);

  after = await Api.on(before.database);
  const log = await wholeLog(after, CITY);
  for (const [claim, event] of load.acknowledged) {
    const events = log.filter(({ stream }) => stream === claimStream(claim)).map(parseClaimEvent);
    expect(events.map(({ type }) => type)).toContain(event);
  }
  expect(load.acknowledged.size).toBeGreaterThan(CLIENTS);

  expect(await guardsOf(after, CITY)).toEqual(guardsByReplay(log));
  expect(wrongDeterminations(log, after.app.get(Law).known)).toEqual([]);
  await after.app.get(ReadModel).caughtUp(CITY, BigInt(log.length));
  const { rows } = await after.pool.query<{ id: string; status: string }>(
    'select id, status from read.claim order by id',
  );
  expect(rows).toEqual(statusesByReplay(log));
}, 120_000);
