import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream, parseClaimEvent } from '@duixian/casework';
import type { Difference } from '@duixian/event-store';
import { withClient } from '@duixian/postgres';
import { testDatabase } from '@duixian/testing';
import { Api, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, RENTAL, submission, TODAY } from '../spec/bureau.spec.js';
import { copyOfPolicies } from '../spec/policy-folders.spec.js';
import { ask } from '../spec/queries.spec.js';
import { firstDifferingDraw } from '../verification/draw-difference.js';
import { verifyRecord } from '../verification/verify.js';
import { WaitingClaims } from './waiting-claims.js';

const POLICY = 'quanzhou-2024-7';
const LEAD = '市数据管理局';
const ROUND = `${POLICY}/2026-1`;
/** Each of 200,000 and more is examined again, and a fifth of the rest. */
const ROUTES = `routes:
  - clauses: ['2']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - { key: science, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市科技局 } }
      - steps:
          - key: again
            kind: re-examination
            name: { zh: 复审, en: Second look }
            office: { department: 市审计局 }
            when: [{ amountFrom: '200000.00' }, { drawn: 20 }]
`;
const DEAR = { facts: { serviceFee: '700000.00' }, requestedAmount: '210000.00' };

interface Drawn extends Answer {
  readonly lookedAt: string;
  readonly round: string | null;
  readonly seed: { readonly random: string; readonly position: string; readonly link: string; readonly value: string };
  readonly lists: readonly {
    readonly step: string;
    readonly share: number;
    readonly of: readonly string[];
    readonly drawn: readonly string[];
    readonly before: readonly { readonly claim: string; readonly earlier: string }[];
  }[];
}

let api: Api;
let bureau: Bureau;
let lead: Official;
let science: Official;
let auditor: Official;
let uscc: string;

beforeAll(async () => {
  const folder = copyOfPolicies();
  writeFileSync(join(folder, POLICY, 'routes.yaml'), ROUTES);
  api = await Api.on(await testDatabase(), 'both', { DUIXIAN_POLICIES_DIR: folder, DUIXIAN_START_SECONDS: '600' });
  bureau = await Bureau.open(api);
  lead = await api.hire('reviewer', CITY, LEAD);
  science = await api.hire('reviewer', CITY, '市科技局');
  auditor = await api.hire('auditor', CITY);
  uscc = await bureau.enterprise();
});

afterAll(() => api.stop());

/** A claim that has come to the step for which is drawn. */
async function arrived(change: object = {}): Promise<string> {
  const claim = await bureau.accepted({ uscc, commandId: randomUUID(), ...change });
  await bureau.done(science, 'takeStep', { claim, step: 'science', outcome: 'AGREE', opinion: '属实' });
  return claim;
}

async function draw(round: string | null = null, who = lead): Promise<Drawn> {
  return (await api.send(who, 'drawSample', { measure: RENTAL, round })) as Drawn;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** As an auditor does it, from the event alone: the shell's `sha256sum` and `sort` would do. */
function redrawn({ random, link }: Drawn['seed'], of: readonly string[], share: number): string[] {
  const seed = sha256(random + link);
  const lots = of.map((claim) => `${sha256(seed + claim)} ${claim}`).sort();
  return lots.slice(0, Math.ceil((of.length * share) / 100)).map((lot) => lot.slice(65));
}

async function standing(claim: string) {
  const { claim: found } = (await ask(
    api,
    auditor,
    `{ claim(id: "${claim}") { nextStep { en } route { steps { key isOpen sample { share result draw } } } } }`,
  )) as unknown as {
    claim: {
      nextStep: { en: string };
      route: { steps: { key: string; isOpen: boolean; sample: { result: string; draw: string | null } | null }[] };
    };
  };
  const again = found.route.steps.find(({ key }) => key === 'again');
  return { again, next: found.nextStep.en };
}

const review = (claim: string): Promise<Answer> =>
  api.send(lead, 'reviewClaim', { claim, opinion: '属实', agreedAmount: null });

async function pending(who: Official): Promise<readonly object[]> {
  const found = await ask(api, who, '{ pendingSamples { measure { id } round claims allowed refusal { en } } }');
  return found.pendingSamples as object[];
}

async function differences(): Promise<readonly Difference[]> {
  await api.caughtUp(CITY);
  const verification = await verifyRecord(api.database, api.config);
  if (verification === null) throw new Error('Somebody else verifies.');
  return verification.differences;
}

describe('a draw', () => {
  let waiting: string[];
  let dear: string;
  let drawn: Drawn;

  beforeAll(async () => {
    waiting = [];
    for (let made = 0; made < 11; made += 1) waiting.push(await arrived());
    waiting.sort();
    dear = await arrived(DEAR);
  });

  it('is waited for by what is below the amount, and by nobody else', async () => {
    const [claim = ''] = waiting;
    expect(await standing(claim)).toMatchObject({
      again: { isOpen: false, sample: { result: 'UNDECIDED', draw: null } },
      next: expect.stringContaining('to draw'),
    });
    expect(await standing(dear)).toMatchObject({ again: { isOpen: true, sample: null } });
    const early = await review(claim);
    expect(early).toMatchObject({ code: 'NOT_YOUR_TURN' });
    expect(early.message.en).toContain('waits for a draw');
    const auditors = await api.hire('reviewer', CITY, '市审计局');
    expect(
      await api.send(auditors, 'takeStep', { claim, step: 'again', outcome: 'AGREE', opinion: '属实' }),
    ).toMatchObject({ code: 'NOT_YOUR_TURN' });
    const { claims } = (await ask(
      api,
      auditor,
      '{ claims(first: 100, filter: { awaitsDraw: true }) { nodes { id } totalCount } }',
    )) as unknown as { claims: { nodes: { id: string }[]; totalCount: number } };
    expect([claims.nodes.map(({ id }) => id).sort(), claims.totalCount]).toEqual([waiting, 11]);
    expect(await pending(lead)).toEqual([
      { measure: { id: RENTAL }, round: null, claims: 11, allowed: true, refusal: null },
    ]);
  });

  it('is the lead department’s, of what waits', async () => {
    expect(await draw(null, science)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await draw('quanzhou-2024-7/none')).toMatchObject({ code: 'NOT_FOUND' });
    expect(await api.send(lead, 'drawSample', { measure: 'none' })).toMatchObject({ code: 'NOT_FOUND' });
    const [, other] = await Promise.all([draw(), draw()]).then((both) =>
      both.sort((a, b) => Number('code' in a) - Number('code' in b)),
    );
    // Of two that come at once one draws, and nothing is left to the other.
    expect(other).toMatchObject({ code: 'NOT_YOUR_TURN' });
  });

  it('is drawn again from its event alone', async () => {
    const found = await ask(
      api,
      auditor,
      '{ samples { id round seed { random position link value } lists { step share of drawn } } }',
    );
    const samples = found.samples as Drawn[];
    expect(samples).toHaveLength(1);
    [drawn] = samples as [Drawn];
    const [list] = drawn.lists;
    expect(list).toMatchObject({ step: 'again', share: 20, of: waiting });
    expect(list?.drawn).toHaveLength(3);
    expect(list?.drawn).toEqual(redrawn(drawn.seed, waiting, 20));
    const { rows } = await api.pool.query<{ link: string }>(
      `select encode(link, 'hex') as link from es.event where tenant = $1 and position = $2`,
      [CITY, drawn.seed.position],
    );
    expect(rows).toEqual([{ link: drawn.seed.link }]);
  });

  it('lets those past the step that were not drawn, and asks it of the others', async () => {
    const chosen = drawn.lists[0]?.drawn ?? [];
    for (const claim of waiting) {
      const { events } = await api.store.readStream(CITY, claimStream(claim));
      const sampled = events.map(parseClaimEvent).flatMap((each) => (each.type === 'ClaimSampled' ? [each.data] : []));
      const isDrawn = chosen.includes(claim);
      expect(sampled).toEqual([{ draw: drawn.id, policy: POLICY, step: 'again', share: 20, drawn: isDrawn }]);
      expect((await review(claim)).code).toBe(isDrawn ? 'NOT_YOUR_TURN' : undefined);
    }
    const [one = ''] = chosen;
    expect(await standing(one)).toMatchObject({ again: { isOpen: true, sample: { result: 'DRAWN', draw: drawn.id } } });
    const auditors = await api.hire('reviewer', CITY, '市审计局');
    await bureau.done(auditors, 'takeStep', { claim: one, step: 'again', outcome: 'AGREE', opinion: '属实' });
    expect((await review(one)).__typename).toBe('Claim');
  });

  it('is not made again for what was drawn, nor where a claim is stated anew', async () => {
    expect(await draw()).toMatchObject({ code: 'NOT_YOUR_TURN' });
    const claim = drawn.lists[0]?.drawn[1] ?? '';
    await bureau.done(lead, 'returnClaim', { claim, reason: '请补正' });
    const { measure: _, uscc: __, year: ___, ...stated } = submission({ uscc });
    await bureau.done(bureau.clerk, 'resubmitClaim', { ...stated, claim });
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
    await bureau.done(science, 'takeStep', { claim, step: 'science', outcome: 'AGREE', opinion: '属实' });
    expect(await standing(claim)).toMatchObject({ again: { isOpen: true, sample: { result: 'DRAWN' } } });
    expect(await pending(lead)).toEqual([]);
  });
});

describe('who changes a draw where it is stored', () => {
  const DRAW = "type = 'SampleDrawn'";

  /** What a verification finds while something stands changed. */
  async function foundAfter(change: string): Promise<readonly Difference[]> {
    return withClient(api.database, async (superuser) => {
      await superuser.query('create table kept as table es.event; create table kept_claims as table read.claim');
      try {
        await superuser.query(change);
        return await differences();
      } finally {
        await superuser.query(`
          update es.event e set data = k.data from kept k
           where k.tenant = e.tenant and k.position = e.position and k.data is distinct from e.data;
          delete from read.claim; insert into read.claim select * from kept_claims; drop table kept, kept_claims`);
      }
    });
  }

  it('is found by the chain, whether it is the seed, the list, the share or who was drawn', async () => {
    expect(await differences()).toEqual([]);
    const { rows } = await api.pool.query<{ position: string }>(`select position from es.event where ${DRAW}`);
    for (const changed of [
      `jsonb_set(data, '{seed,random}', to_jsonb(repeat('0', 64)))`,
      `jsonb_set(data, '{lists,0,share}', '1')`,
      `data #- '{lists,0,of,0}'`,
      `data #- '{lists,0,drawn,0}'`,
    ]) {
      const found = await foundAfter(`update es.event set data = ${changed} where ${DRAW}`);
      const about = { check: 'event', position: rows[0]?.position, tenant: CITY };
      expect([changed, found]).toEqual([changed, expect.arrayContaining([expect.objectContaining(about)])]);
    }
  }, 120_000);

  it('is found in the list of claims, where one that was drawn stands there no more', async () => {
    const [found] = (await ask(api, auditor, '{ samples { lists { drawn } } }')).samples as Drawn[];
    const claim = found?.lists[0]?.drawn[1] ?? '';
    expect(await foundAfter(`delete from read.claim where id = '${claim}'`)).toEqual([
      expect.objectContaining({ check: 'read-table', subject: expect.stringContaining(claim), stored: null }),
    ]);
  });

  it.each([
    ['seed.link', `jsonb_set(data, '{seed,link}', to_jsonb(repeat('f', 64)))`],
    ['seed.link', `jsonb_set(data, '{seed,position}', to_jsonb((position + 1)::text))`],
    ['seed.value', `jsonb_set(data, '{seed,random}', to_jsonb(repeat('0', 64)))`],
    ['drawn', `data #- '{lists,0,drawn,0}'`],
    ['drawn', `jsonb_set(data, '{lists,0,share}', '50')`],
    ['claims', `jsonb_set(data, '{lists,0,before}', '[{ "claim": "a", "earlier": "b" }]')`],
  ])('is found by its seed, also where the chain were right: %s, %s', async (field, changed) => {
    await withClient(api.database, async (superuser) => {
      expect(await firstDifferingDraw(superuser, CITY)).toBeNull();
      await superuser.query('begin');
      await superuser.query(`update es.event set data = ${changed} where ${DRAW}`);
      expect(await firstDifferingDraw(superuser, CITY)).toMatchObject({ subject: `sample-${POLICY}`, field });
      await superuser.query('rollback');
    });
  });
});

describe('a claim that was drawn and ended', () => {
  it('is examined again where its enterprise claims anew, without a lot, and no other claim is', async () => {
    const found = await ask(api, auditor, '{ samples { lists { of drawn } } }');
    const [first] = found.samples as Drawn[];
    const [, earlier = ''] = first?.lists[0]?.drawn ?? [];
    await bureau.done(bureau.clerk, 'withdrawClaim', { claim: earlier, reason: '企业申请撤回' });
    const anew = await arrived();
    const others = [await bureau.enterprise(), await bureau.enterprise()];
    const among = await Promise.all(others.map((other) => arrived({ uscc: other })));
    among.sort();

    const made = await draw();
    expect(made.lists).toMatchObject([{ of: among, before: [{ claim: anew, earlier }] }]);
    expect(made.lists[0]?.drawn).toEqual(redrawn(made.seed, among, 20));
    expect(await standing(anew)).toMatchObject({ again: { isOpen: true, sample: { result: 'DRAWN', draw: made.id } } });
    const left = among.find((claim) => made.lists[0]?.drawn.includes(claim) === false) ?? '';
    expect(await standing(left)).toMatchObject({ again: { isOpen: false, sample: { result: 'NOT_DRAWN' } } });
  });
});

describe('a draw while claims change', () => {
  it('is made from the list that an auditor finds at its position', async () => {
    const other = await bureau.enterprise();
    const claims = [await arrived({ uscc: other }), await arrived({ uscc: other }), await arrived({ uscc: other })];
    const [gone = '', ...rest] = claims.sort();
    const tables = api.app.get(WaitingClaims);
    const looked = tables.of.bind(tables);
    // One goes back just when the tables have named it.
    tables.of = async (tenant, among) => {
      const answer = await looked(tenant, among);
      tables.of = looked;
      await bureau.done(lead, 'returnClaim', { claim: gone, reason: '请补正' });
      return answer;
    };
    const made = await draw();
    expect(made.lists).toMatchObject([{ of: rest }]);
    const query = `query ($at: ID!) { claims(first: 50, asOf: { position: $at }, filter: { awaitsDraw: true }) { nodes { id } } }`;
    const then = (await ask(api, auditor, query, { at: made.lookedAt })).claims as { nodes: { id: string }[] };
    expect(then.nodes.map(({ id }) => id).sort()).toEqual(rest);
  });
});

describe('a draw among claims of which one is unreadable', () => {
  it('leaves one whose record nobody can read until it can be, and holds up no other', async () => {
    const other = await bureau.enterprise();
    const claims = [await arrived({ uscc: other }), await arrived({ uscc: other })];
    const [bad = '', good = ''] = claims;
    const { version, events } = await api.store.readStream(CITY, claimStream(bad));
    const forgotten = {
      ...{ eventId: randomUUID(), type: 'ClaimForgotten', schemaVersion: 1, occurredOn: TODAY, data: {} },
      meta: events[0]?.meta ?? {},
    };
    await api.store.append({
      ...{ tenant: CITY, commandId: randomUUID(), requestHash: 'x', guards: [] },
      streams: [{ stream: claimStream(bad), expectedVersion: version, events: [forgotten] }],
    });
    expect(await draw()).toMatchObject({ lists: [{ of: [good] }] });
    expect(await pending(lead)).toMatchObject([{ round: null, claims: 1 }]);
  });
});

describe('a draw of a round', () => {
  it('is made once the round is closed, of its claims alone', async () => {
    const second = await api.hire('reviewer', CITY, LEAD);
    const terms = { opens: TODAY, closes: TODAY, occurredFrom: '2025-01-01', occurredTo: '2025-12-31' };
    const name = { zh: '第一批', en: 'First round' };
    const opened = await bureau.done(lead, 'openRound', {
      ...{ policy: POLICY, number: '2026-1', name, clauses: ['2'], pays: 'FIRST_COME' },
      ...terms,
    });
    const other = { uscc: await bureau.enterprise() };
    const outside = await arrived(other);
    await bureau.done(second, 'agreeRound', { policy: POLICY, proposal: opened.proposals[0]?.id });
    const within = [await arrived(other), await arrived(other)].sort();
    const early = await draw(ROUND);
    expect(early).toMatchObject({ code: 'NOT_YOUR_TURN' });
    expect(early.message.en).toContain(`closes on ${TODAY}`);

    api.today('2026-08-04');
    const made = await draw(ROUND);
    expect(made.round).toBe(ROUND);
    expect(made.lists).toMatchObject([{ of: within }]);
    expect(made.lists[0]?.drawn).toEqual(redrawn(made.seed, within, 20));
    // Beside the one that nobody can read.
    expect(await pending(lead)).toMatchObject([{ round: null, claims: 2 }]);
    expect((await draw()).lists).toMatchObject([{ of: [outside], drawn: [outside] }]);
  });
});

describe('a draw that the application’s own role makes up', () => {
  it('is found, though each link of the chain is right', async () => {
    const { version, events } = await api.store.readStream(CITY, `sample-${POLICY}`);
    const [first] = events;
    if (first === undefined) throw new Error('Nobody drew.');
    const { type, schemaVersion, occurredOn, meta, data } = first;
    const { lists } = data as unknown as Drawn;
    const chosen = lists.map((list) => ({ ...list, drawn: list.of.filter((claim) => !list.drawn.includes(claim)) }));
    const made = { eventId: randomUUID(), type, schemaVersion, occurredOn, meta, data: { ...data, lists: chosen } };
    await api.store.append({
      ...{ tenant: CITY, commandId: randomUUID(), requestHash: 'past the application', guards: [] },
      streams: [{ stream: `sample-${POLICY}`, expectedVersion: version, events: [made] }],
    });
    expect(await differences()).toContainEqual(expect.objectContaining({ check: 'draw', field: 'drawn' }));
  });
});
