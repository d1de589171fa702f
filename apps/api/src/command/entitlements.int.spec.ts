import { randomUUID } from 'node:crypto';
import { entitlementStream, standingOn } from '@duixian/casework';
import { ANY_VERSION, EventStore, migrate, openApplicationPool, type NewEvent } from '@duixian/event-store';
import { testDatabase } from '@duixian/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { usccOf } from '../spec/api.spec.js';
import { Entitlements } from './entitlements.js';

const TENANT = '350500';
const USCC = '91350582MA2XXXXX0Y';
const MEASURE = 'quanzhou-2024-7/5.1';
const meta = {
  actor: { userId: 'f', username: 'finance', displayName: '张三', division: TENANT, department: '市财政局' },
  commandId: 'c',
};

function granted(n: number): NewEvent {
  const claim = `claim-${n}`;
  const lines = [{ payer: TENANT, amount: '1.00', basis: MEASURE, accounts: ['year', `line:${claim}`] }];
  return {
    eventId: randomUUID(),
    type: 'GrantReserved',
    schemaVersion: 2,
    occurredOn: '2025-05-06',
    data: {
      claim,
      measure: MEASURE,
      year: 2025,
      subject: claim,
      kind: 'grant',
      amount: '1.00',
      lines,
      quota: null,
      policyVersion: 'v1',
      payee: 'enterprise',
    },
    meta,
  };
}

function from(uscc: string, predecessor: string): NewEvent {
  const data = { uscc, predecessor };
  return {
    eventId: randomUUID(),
    type: 'EntitlementInherited',
    schemaVersion: 1,
    occurredOn: '2025-05-06',
    data,
    meta,
  };
}

describe('entitlements', () => {
  let pool: pg.Pool;
  let store: EventStore;
  const recordOf = (uscc: string, ...events: NewEvent[]) =>
    store.append({
      tenant: TENANT,
      commandId: randomUUID(),
      requestHash: 'h',
      streams: [{ stream: entitlementStream(uscc), expectedVersion: ANY_VERSION, events }],
      guards: [],
    });
  const record = (...events: NewEvent[]) => recordOf(USCC, ...events);

  beforeAll(async () => {
    const url = await testDatabase();
    await migrate(url);
    pool = openApplicationPool(url, { max: 2 });
    store = new EventStore(pool);
  });
  afterAll(() => pool.end());

  it('are nothing before the first grant', async () => {
    expect((await new Entitlements(store).read(TENANT, USCC)).version).toBe(0);
  });

  it('are the same whether all is read at once, page by page, or only what is new', async () => {
    const kept = new Entitlements(store);
    await record(...Array.from({ length: 2_300 }, (_, n) => granted(n)));
    expect(standingOn(await kept.read(TENANT, USCC), 'year')).toBe(230_000n);
    await record(granted(2_300));
    const fresh = await new Entitlements(store).read(TENANT, USCC);
    const incremental = await kept.read(TENANT, USCC);
    expect([fresh.version, incremental.version]).toEqual([2_301, 2_301]);
    expect(incremental.grants.toJS()).toEqual(fresh.grants.toJS());
    expect(incremental.standing.toJS()).toEqual(fresh.standing.toJS());
    expect(standingOn(fresh, 'year')).toBe(230_100n);
  });

  it('read each ancestor once, though the ways up to the first one double with every generation', async () => {
    const generations = 24;
    const parents = (generation: number) => [0, 1].map((side) => usccOf(TENANT, 2 * generation + side));
    for (let generation = 1; generation <= generations; generation++) {
      const inherited = parents(generation - 1);
      await Promise.all(
        parents(generation).map((uscc) => recordOf(uscc, ...inherited.map((each) => from(uscc, each)))),
      );
    }
    await recordOf(parents(0)[0] ?? '', granted(1));

    const last = await new Entitlements(store).read(TENANT, parents(generations)[0] ?? '');

    expect(standingOn(last, 'year')).toBe(100n);
    expect([...last.grants.keys()]).toEqual(['claim-1']);
  });

  it('belong to one city each', async () => {
    expect((await new Entitlements(store).read('350600', USCC)).version).toBe(0);
  });
});
