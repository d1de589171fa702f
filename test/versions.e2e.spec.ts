import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { usccCheckCharacter } from '@duixian/casework';
import { withClient } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import { randomUUID } from 'node:crypto';
import { Application, type HealthAnswer } from './faults/system/application.js';
import { QUANZHOU } from './faults/system/cities.js';
import { documentOf } from './faults/writers/document-of.js';
import { makeNextVersion, type Changes, type NextVersion } from './faults/system/next-version.js';
import { hireOfficials, type Officials } from './faults/system/officials.js';
import { send, type Answer } from './faults/writers/send.js';

const OFFICES = { role: 'both' } as const;
const { tenant, county, measure, year, occurredOn, facts, requestedAmount } = QUANZHOU;

/** A city that is at work on the present version, and the version that comes next. */
class City {
  older: Application;
  registered = 0;

  private constructor(
    readonly database: string,
    readonly officials: Officials,
    readonly version: NextVersion,
  ) {
    this.older = new Application(OFFICES, database);
  }

  static async atWork(changes: Changes): Promise<City> {
    const database = await testDatabase();
    const first = new Application(OFFICES, database);
    await first.served();
    await first.stop();
    const hired = await hireOfficials(database);
    const officials = hired.of.get(QUANZHOU);
    if (officials === undefined) throw new Error('Nobody was hired.');
    const city = new City(database, officials, await makeNextVersion(changes));
    await city.older.served();
    await hired.signIn();
    return city;
  }

  start(): Application {
    return new Application({ role: 'both', version: this.version.folder }, this.database);
  }

  async register(application: Application): Promise<Answer> {
    this.registered += 1;
    return this.send(application, this.officials.clerk, 'registerEnterprise', {
      uscc: usccOf(this.registered),
      name: `青石智算${this.registered}号（虚构）`,
      division: county,
    });
  }

  send(application: Application, token: string, mutation: string, input: object): Promise<Answer> {
    return send(application.graphql, token, mutation, { ...input, commandId: randomUUID() });
  }

  /** Data of the answer to a query, by tables that hold all that was recorded before it was asked. */
  async ask<Data extends object>(application: Application, query: string): Promise<Data> {
    const [head] = await this.column(`select position::text from es.head where tenant = '${tenant}'`);
    const response = await fetch(application.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.officials.clerk}` },
      body: JSON.stringify({ query, extensions: { atLeast: head } }),
    });
    const body = (await response.json()) as { data: Data; errors?: unknown; extensions: { behind?: unknown } };
    expect([body.errors, body.extensions.behind]).toEqual([undefined, undefined]);
    return body.data;
  }

  /** Rows of one column, read as the database's owner. */
  async column(query: string): Promise<unknown[]> {
    const { rows } = await withClient(this.database, (client) =>
      client.query<unknown[]>({ text: query, rowMode: 'array' }),
    );
    return rows.flat();
  }
}

function usccOf(number: number): string {
  const body = `91${county}MA${String(number).padStart(7, '0')}`;
  return body + (usccCheckCharacter(body) ?? '');
}

/** How many are listed, and the one who was registered last: whoever was asked to do it. */
async function expectListed(city: City, by: Application): Promise<void> {
  const uscc = usccOf(city.registered);
  const query = `{ enterprises(first: 1) { totalCount isComplete } enterprise(uscc: "${uscc}") { uscc } }`;
  expect(await city.ask(by, query)).toEqual({
    enterprises: { totalCount: city.registered, isComplete: true },
    enterprise: { uscc },
  });
}

interface Progress {
  readonly handled: number;
  readonly total: number;
}

describe('a later version that adds to the database', () => {
  let city: City;
  let next: Application;
  const live = async (): Promise<unknown> => (await city.column('select version from read.built_from'))[0];

  beforeAll(async () => {
    city = await City.atWork({ buildsSlowly: true });
    while (city.registered < 120) expect(await city.register(city.older)).toMatchObject({ kind: 'done' });
  }, 120_000);

  afterAll(async () => {
    await Promise.all([city.older.stop(), next.stop()]);
    await city.version.remove();
  }, 60_000);

  it('builds its tables while both are well, and goes on with them after it was killed', async () => {
    const healths: HealthAnswer[] = [];
    next = city.start();
    const building = async (): Promise<Progress> => {
      const query = '{ readState { build { handled total } } }';
      const { readState } = await city.ask<{ readState: { build: Progress | null } }>(city.older, query);
      healths.push(await city.older.health());
      return readState.build ?? { handled: 0, total: 0 };
    };
    await next.served();
    while ((await building()).handled < 10);
    healths.push(await next.health());
    const [begunAt] = await city.column('select begun_at::text from read__next.built_from');
    const { handled, total } = await building();
    expect(handled).toBeLessThan(total);

    next.kill('SIGKILL');
    expect((await building()).handled).toBeGreaterThanOrEqual(handled);
    const before = await live();
    while ((await live()) === before) await building();

    expect(await city.column('select begun_at::text from read.built_from')).toEqual([begunAt]);
    expect(new Set(healths.map(({ code }) => code))).toEqual(new Set([200]));
    expect(healths.flatMap(({ problems }) => problems)).toContainEqual(
      expect.stringMatching(/^The read tables are being built: \d+ of \d+ events\.$/),
    );
    while ((await next.health()).status !== 'ready');
  }, 120_000);

  it('keeps the lists of both, also of what is recorded through the older one', async () => {
    for (const application of [city.older, next, city.older]) {
      expect(await city.register(application)).toEqual({ kind: 'done', id: usccOf(city.registered) });
      await expectListed(city, city.older);
      await expectListed(city, next);
    }
    expect(await city.older.health()).toMatchObject({ code: 200, status: 'ready' });
  });

  it('lets the older one start again', async () => {
    await city.older.stop();
    city.older = new Application(OFFICES, city.database);
    await city.older.served();

    expect(await city.register(city.older)).toMatchObject({ kind: 'done' });
    await expectListed(city, city.older);
  }, 60_000);

  it('leaves the lists to the older one when it is stopped', async () => {
    const later = await live();
    await next.stop();

    while ((await live()) === later || (await city.older.health()).status !== 'ready');

    expect(await city.register(city.older)).toMatchObject({ kind: 'done' });
    await expectListed(city, city.older);
  }, 120_000);
});

describe('a later version whose records an older one would misread', () => {
  let city: City;
  let next: Application;
  let documents = 0;

  beforeAll(async () => {
    city = await City.atWork({ breaks: true });
    await city.register(city.older);
  }, 120_000);

  afterAll(async () => {
    await Promise.all([city.older.stop(), next.stop()]);
    await city.version.remove();
  }, 60_000);

  async function withdrawn(application: Application): Promise<void> {
    const claim = await submit(application);
    expect(await city.send(application, city.officials.otherClerk, 'withdrawClaim', { claim, reason: '放弃' })).toEqual(
      { kind: 'done', id: claim },
    );
  }

  async function submit(application: Application): Promise<string> {
    const claim = { uscc: usccOf(1), measure, year, occurredOn, facts, requestedAmount };
    const evidence = [documentOf(QUANZHOU.evidence, ++documents, occurredOn)];
    const answer = await city.send(application, city.officials.clerk, 'submitClaim', { ...claim, evidence });
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
    return answer.id;
  }

  it('ends the older one with a sentence, and lets it start no more', async () => {
    await withdrawn(city.older);
    next = city.start();
    await next.served();

    await city.older.ended;
    const again = new Application(OFFICES, city.database);
    await again.ended;

    for (const { needsAPerson, said } of [city.older, again]) {
      expect(needsAPerson).toBe(true);
      expect(said).toContain('数据库已由更新的版本升级（9999-of-the-next-version.sql）');
      expect(said).toContain('Start that version, or a later one.');
      expect(said).not.toMatch(/^ +at /m);
    }
  }, 120_000);

  it('reads what the older one has recorded beside what it records itself', async () => {
    await withdrawn(next);

    expect(await city.ask(next, '{ claims { isComplete nodes { status } } }')).toEqual({
      claims: { isComplete: true, nodes: [{ status: 'WITHDRAWN' }, { status: 'WITHDRAWN' }] },
    });
    expect(
      await city.column(`select schema_version from es.event where type = 'ClaimWithdrawn' order by position`),
    ).toEqual([1, 2]);
  });
});
