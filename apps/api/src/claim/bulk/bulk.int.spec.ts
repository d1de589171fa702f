import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import { withClient } from '@duixian/postgres';
import { Api, type Answer, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, TODAY } from '../../spec/bureau.spec.js';
import { ask } from '../../spec/queries.spec.js';

const PREVIEW = `query ($input: TakeBulkInput!) { previewBulk(input: $input) {
  items { claim refusal { code } seen { position policyVersion } }
} }`;

interface Item {
  readonly claim: string;
  readonly refusal: { readonly code: string } | null;
  readonly seen: object | null;
}

let api: Api;
let bureau: Bureau;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
});

beforeEach(() => api.today(TODAY));

afterAll(() => api.stop());

async function submitted(count: number): Promise<string[]> {
  const uscc = await bureau.enterprise();
  return Promise.all(Array.from({ length: count }, () => bureau.submitted({ uscc })));
}

async function preview(official: Official, input: object): Promise<readonly Item[]> {
  const { previewBulk } = await ask(api, official, PREVIEW, { input });
  return (previewBulk as { items: readonly Item[] }).items;
}

/** A set in parts of a request each, as the admin sends it. */
async function take(official: Official, set: string, claims: readonly string[], input: object): Promise<Item[]> {
  const items: Item[] = [];
  for (let sent = 0; sent < claims.length; sent += 25) {
    const part = claims.slice(sent, sent + 25).map((claim) => ({ claim }));
    const answer: Answer = await api.send(official, 'takeBulk', { commandId: set, claims: part, ...input });
    items.push(...(answer as unknown as { items: Item[] }).items);
  }
  return items;
}

/** How often each claim was accepted, and under how many ids of commands. */
async function acceptances(claims: readonly string[]): Promise<{ times: number[]; commands: number }> {
  const { rows } = await api.pool.query<{ stream: string; n: string }>(
    `select stream, count(*) as n from es.event
      where tenant = $1 and stream = any ($2) and type = 'ClaimAccepted' group by stream`,
    [CITY, claims.map(claimStream)],
  );
  const found = new Map(rows.map(({ stream, n }) => [stream, Number(n)]));
  const commands = await api.pool.query(
    `select distinct e.meta ->> 'commandId' from es.event e
      where tenant = $1 and stream = any ($2) and type = 'ClaimAccepted'`,
    [CITY, claims.map(claimStream)],
  );
  return { times: claims.map((claim) => found.get(claimStream(claim)) ?? 0), commands: commands.rowCount ?? 0 };
}

const once = (claims: readonly string[]) => ({ times: claims.map(() => 1), commands: claims.length });

describe('a claim whose record nobody can read', () => {
  it('is refused by itself, before and after, and the others of its part are done', async () => {
    const claims = await submitted(3);
    const [, bad = ''] = claims;
    const [event] = await api.store.readAll(CITY, 1n, 1);
    const forgotten = {
      ...{ eventId: randomUUID(), type: 'ClaimForgotten', schemaVersion: 1, occurredOn: TODAY, data: {} },
      meta: event?.meta ?? {},
    };
    await api.store.append({
      ...{ tenant: CITY, commandId: randomUUID(), requestHash: 'x', guards: [] },
      streams: [{ stream: claimStream(bad), expectedVersion: 1, events: [forgotten] }],
    });
    const codes = (items: readonly Item[]) => items.map(({ refusal }) => refusal?.code ?? null);
    const accept = { action: 'ACCEPT' };

    const before = await preview(bureau.otherClerk, { ...accept, claims: claims.map((claim) => ({ claim })) });
    expect(codes(before)).toEqual([null, 'NOT_YOUR_TURN', null]);
    expect(before[1]?.seen).toBeNull();
    const assigning = { claims, to: bureau.otherClerk.id };
    const assigned = (await api.send(bureau.clerk, 'assignClaims', assigning)) as unknown as { items: Item[] };
    expect(codes(assigned.items)).toEqual([null, 'NOT_YOUR_TURN', null]);
    expect(codes(await take(bureau.otherClerk, randomUUID(), claims, accept))).toEqual([null, 'NOT_YOUR_TURN', null]);
  });
});

describe('a preview', () => {
  it('says of each claim what would become of it and why, and records nothing', async () => {
    const [waits = '', own = ''] = await submitted(2);
    await bureau.done(bureau.otherClerk, 'returnClaim', { claim: own, reason: '补正' });
    const accepted = await bureau.accepted({ uscc: await bureau.enterprise() });
    const before = await api.store.head(CITY);
    const claims = [waits, own, accepted, 'none'].map((claim) => ({ claim }));
    expect(await preview(bureau.otherClerk, { action: 'ACCEPT', claims })).toMatchObject([
      { claim: waits, refusal: null, seen: { position: expect.stringMatching(/^\d+$/) } },
      { claim: own, refusal: { code: 'NOT_YOUR_TURN' } },
      { claim: accepted, refusal: { code: 'ALREADY_DECIDED' } },
      { claim: 'none', refusal: { code: 'NOT_FOUND' }, seen: null },
    ]);
    expect(await preview(bureau.clerk, { action: 'ACCEPT', claims: [{ claim: waits }] })).toMatchObject([
      { refusal: { code: 'SAME_PERSON' } },
    ]);
    expect(await preview(bureau.clerk, { action: 'DETERMINE', claims: [{ claim: waits }] })).toMatchObject([
      { refusal: { code: 'NOT_YOUR_TURN' } },
    ]);
    expect(await preview(bureau.otherClerk, { action: 'RETURN', claims: [{ claim: waits }] })).toMatchObject([
      { refusal: { code: 'INVALID_INPUT' } },
    ]);
    expect(await api.store.head(CITY)).toBe(before);
  });

  it('is what is done then, unless a claim has changed since', async () => {
    const claims = await submitted(3);
    const input = { action: 'RETURN', reason: '请补发票' };
    const items = await preview(bureau.otherClerk, { ...input, claims: claims.map((claim) => ({ claim })) });
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim: claims[1] });
    const sent = items.map(({ claim, seen }) => ({ claim, seen }));
    expect(
      await api.send(bureau.otherClerk, 'takeBulk', { commandId: randomUUID(), claims: sent, ...input }),
    ).toMatchObject({
      items: [
        { claim: claims[0], refusal: null },
        { claim: claims[1], refusal: { code: expect.stringMatching(/NOT_YOUR_OFFICE|CHANGED_SINCE/) } },
        { claim: claims[2], refusal: null },
      ],
    });
    const { claim } = await ask(api, bureau.clerk, 'query ($id: ID!) { claim(id: $id) { status } }', { id: claims[0] });
    expect(claim).toEqual({ status: 'RETURNED' });
  });
});

describe('a set', () => {
  it('sent again, whole or in part, does each claim once, and answers as it did', async () => {
    const claims = await submitted(6);
    const set = randomUUID();
    const first = await take(bureau.otherClerk, set, claims.slice(0, 4), { action: 'ACCEPT' });
    const again = await take(bureau.otherClerk, set, claims, { action: 'ACCEPT' });
    expect([...first, ...again].map(({ refusal }) => refusal)).toEqual(Array.from({ length: 10 }, () => null));
    expect(await acceptances(claims)).toEqual(once(claims));
  });

  it('that breaks off in the middle is carried on to its end by the same set, each claim once', async () => {
    const claims = await submitted(8);
    const set = randomUUID();
    const refused = `stream <> '${claimStream(claims[4] ?? '')}' or type <> 'ClaimAccepted'`;
    await withClient(api.database, async (owner) => {
      await owner.query(`alter table es.event add constraint broken check (${refused}) not valid`);
      const part = claims.map((claim) => ({ claim }));
      await expect(
        api.send(bureau.otherClerk, 'takeBulk', { commandId: set, claims: part, action: 'ACCEPT' }),
      ).rejects.toThrow();
      await owner.query('alter table es.event drop constraint broken');
    });
    expect((await acceptances(claims)).times).toEqual([1, 1, 1, 1, 0, 0, 0, 0]);
    const items = await take(bureau.otherClerk, set, claims, { action: 'ACCEPT' });
    expect(items.map(({ refusal }) => refusal)).toEqual(claims.map(() => null));
    expect(await acceptances(claims)).toEqual(once(claims));
  });

  it('of two people that overlap does each claim once, and tells the other who came too late', async () => {
    const claims = await submitted(12);
    const third = await api.hire('clerk', CITY);
    const [one, other] = await Promise.all([
      take(bureau.otherClerk, randomUUID(), claims.slice(0, 9), { action: 'ACCEPT' }),
      take(third, randomUUID(), claims.slice(3), { action: 'ACCEPT' }),
    ]);
    expect(await acceptances(claims)).toEqual(once(claims));
    const done = [...one, ...other].filter(({ refusal }) => refusal === null).map(({ claim }) => claim);
    expect(done.toSorted()).toEqual(claims.toSorted());
    const late = [...one, ...other].flatMap(({ refusal }) => refusal?.code ?? []);
    expect(late).toEqual(Array.from({ length: 6 }, () => 'ALREADY_DECIDED'));
  });

  it('under the id of another set of the same claims is refused whole, since nobody knows which was meant', async () => {
    const claims = await submitted(2);
    const set = randomUUID();
    await take(bureau.otherClerk, set, claims, { action: 'ACCEPT' });
    const part = claims.map((claim) => ({ claim }));
    await expect(
      api.send(bureau.otherClerk, 'takeBulk', { commandId: set, claims: part, action: 'RETURN', reason: '补正' }),
    ).rejects.toThrow();
  });

  it('is 1 to 25 claims in a request, each once', async () => {
    const twice = [{ claim: 'a' }, { claim: 'a' }];
    const many = Array.from({ length: 26 }, (_, index) => ({ claim: `c${index}` }));
    for (const claims of [[], twice, many]) {
      expect(await api.send(bureau.clerk, 'takeBulk', { action: 'ACCEPT', claims })).toMatchObject({
        code: 'INVALID_INPUT',
        problems: [{ field: 'claims' }],
      });
    }
  });

  it('goes the whole way of a full part, from the acceptance to the instruction, within the cost of a request', async () => {
    // Of an enterprise each, since one would have come to its cap.
    const claims: string[] = [];
    while (claims.length < 25) claims.push(...(await submitted(1)));
    const all = async (official: Official, input: object) => {
      const part = claims.map((claim) => ({ claim }));
      const found = await preview(official, { ...input, claims: part });
      expect(found.map(({ refusal }) => refusal)).toEqual(claims.map(() => null));
      expect((await take(official, randomUUID(), claims, input)).map(({ refusal }) => refusal)).toEqual(
        claims.map(() => null),
      );
    };
    await all(bureau.otherClerk, { action: 'ACCEPT' });
    await all(await bureau.reviewer(), { action: 'REVIEW', opinion: '属实，同意' });
    await all(bureau.finance, { action: 'DETERMINE' });
    await all(bureau.otherFinance, { action: 'PUBLICISE', days: 7 });
    api.today('2026-08-11');
    await all(bureau.finance, { action: 'INSTRUCT' });
  });

  it('of 500 claims is done in twenty requests, none of which costs more than any other request may', async () => {
    const claims: string[] = [];
    while (claims.length < 500) claims.push(...(await submitted(20)));
    const items = await take(bureau.otherClerk, randomUUID(), claims, { action: 'ACCEPT' });
    expect(items.filter(({ refusal }) => refusal !== null)).toEqual([]);
    expect(await acceptances(claims)).toEqual(once(claims));
  }, 180_000);
});
