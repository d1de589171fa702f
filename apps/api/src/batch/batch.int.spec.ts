import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  batchesStream,
  claimsIn,
  claimStream,
  foldBatches,
  foldClaim,
  parseBatchEvent,
  parseClaimEvent,
  type Claim,
} from '@duixian/casework';
import { testDatabase } from '@duixian/testing';
import { Api, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, SCENARIO, TODAY } from '../spec/bureau.spec.js';
import { copyOfPolicies } from '../spec/policy-folders.spec.js';
import { ask } from '../spec/queries.spec.js';

const POLICY = 'quanzhou-2024-7';
const LEAD = '市数据管理局';

/** Clause 2 goes to a meeting of its lead department; clause 3 has no route. */
const ROUTES = `routes:
  - clauses: ['2']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - { key: meeting, kind: collective, name: { zh: 集体研究, en: Collective decision }, office: lead, limit: 15 }
`;
const CLIENTS = 16;
const paper = { number: '泉数据会纪〔2026〕3号', on: TODAY, by: ['黄知舟', '王知和'] };
const minutes = { opinion: '原则同意', paper };
const BATCH = `query ($id: ID!, $asOf: AsOf) { batch(id: $id, asOf: $asOf) { name standing size allowed refusal { zh }
  entries { id putBy out { by reason } claim { status } } minutes { claims paper { number } }
  totals { claims requested determined payers { payer { code } amount } } } }`;
const PREVIEW = `query ($input: PreviewBatchInput!) { previewBatch(input: $input) {
  refusal { code } items { claim refusal { code message { zh } } } } }`;

let api: Api;
let bureau: Bureau;
let leads: Official[];
let opened = 0;

beforeAll(async () => {
  const folder = copyOfPolicies();
  writeFileSync(join(folder, POLICY, 'routes.yaml'), ROUTES);
  api = await Api.on(await testDatabase(), 'both', { DUIXIAN_POLICIES_DIR: folder, DUIXIAN_START_SECONDS: '600' });
  bureau = await Bureau.open(api);
  leads = await Promise.all(Array.from({ length: CLIENTS }, () => api.hire('reviewer', CITY, LEAD)));
});

afterAll(() => api.stop());

function someone(index = 0): Official {
  const found = leads[index];
  if (found === undefined) throw new Error('Nobody was hired.');
  return found;
}

async function acceptedClaims(count: number): Promise<string[]> {
  const uscc = await bureau.enterprise();
  return Promise.all(Array.from({ length: count }, () => bureau.accepted({ uscc })));
}

async function gathered(claims: readonly string[], who = someone(), name = `第${++opened}次会议`): Promise<string> {
  return (await bureau.done(who, 'gatherClaims', { name, claims })).id;
}

async function claimOf(id: string): Promise<Claim> {
  const { events } = await api.store.readStream(CITY, claimStream(id));
  const claim = foldClaim(events.map(parseClaimEvent));
  if (claim === null) throw new Error(`There is no ${id}.`);
  return claim;
}

async function batches() {
  const { events } = await api.store.readStream(CITY, batchesStream(POLICY));
  return foldBatches(events.map(parseBatchEvent));
}

const isRecorded = (answer: Answer | undefined): boolean => answer !== undefined && !('code' in answer);

describe('sixteen reviewers at once', () => {
  it('put no claim into two batches, and every batch agrees with its claims', async () => {
    const claims = await acceptedClaims(6);
    // Each wants two neighbours of a ring, so that every claim is wanted by several.
    const wanted = leads.map((_, index) => [claims[index % 6], claims[(index + 1) % 6]]);
    const answers = await Promise.all(
      wanted.map((pair, index) => api.send(someone(index), 'gatherClaims', { name: `第${index}批`, claims: pair })),
    );
    const done = wanted.filter((_, index) => isRecorded(answers[index])).flat();

    expect(done.length).toBeGreaterThan(0);
    expect(new Set(done).size).toBe(done.length);
    const open = [...(await batches()).values()];
    expect(open.flatMap(claimsIn).sort()).toEqual(done.sort());
    for (const batch of open) {
      for (const claim of claimsIn(batch)) expect((await claimOf(claim)).batch?.id).toBe(batch.id);
    }
  });

  it('split a claim out or decide on it with the others, and never both', async () => {
    for (const size of [2, 3, 3]) {
      const claims = await acceptedClaims(size);
      const [one = ''] = claims;
      const batch = await gathered(claims);
      const answers = await Promise.all(
        leads.map((who, index) =>
          index % 2 === 0
            ? api.send(who, 'minuteBatch', { batch, ...minutes })
            : api.send(who, 'splitOutClaims', { batch, claims: [one], reason: '待核实' }),
        ),
      );
      const decided = answers.filter((answer, index) => index % 2 === 0 && isRecorded(answer));
      const split = answers.filter((answer, index) => index % 2 === 1 && isRecorded(answer));

      expect(decided).toHaveLength(1);
      const found = (await batches()).get(batch);
      expect(found?.minutes?.claims.includes(one)).toBe(split.length === 0);
      expect((found === undefined ? [] : claimsIn(found)).toSorted()).toEqual(
        [...(found?.minutes?.claims ?? [])].toSorted(),
      );
      expect((await claimOf(one)).batch?.minutes ?? null).toBe(split.length === 0 ? paper.number : null);
      expect(split.length).toBeLessThanOrEqual(1);
    }
  }, 60_000);
});

describe('a batch', () => {
  it('is decided on whole: each claim takes its step, is named in the minutes, and goes on to the review', async () => {
    const claims = await acceptedClaims(3);
    const batch = await gathered(claims, someone(), '第三次局长办公会');
    const commandId = randomUUID();
    const [first, again] = [
      await bureau.done(someone(1), 'minuteBatch', { commandId, batch, ...minutes }),
      await bureau.done(someone(1), 'minuteBatch', { commandId, batch, ...minutes }),
    ];

    expect(again).toEqual(first);
    for (const id of claims) {
      const { route, batch: named } = await claimOf(id);
      expect(route?.taken).toMatchObject([{ step: 'meeting', outcome: 'agree', batch: { id: batch }, paper }]);
      expect(named).toMatchObject({ id: batch, minutes: paper.number });
      await bureau.done(someone(2), 'reviewClaim', { claim: id, opinion: '同意', agreedAmount: null });
    }
    const { claim } = await ask(
      api,
      bureau.finance,
      'query ($id: ID!) { claim(id: $id) { batch { id name } timeline { label { zh } summary { zh } } } }',
      { id: claims[0] },
    );
    expect(claim).toMatchObject({ batch: { id: batch, name: '第三次局长办公会' } });
    const told = (claim as { timeline: { label: { zh: string }; summary: { zh: string } | null }[] }).timeline;
    expect(told.map(({ label }) => label.zh)).toContain('合批');
    expect(told.some(({ summary }) => summary?.zh.includes('随批次“第三次局长办公会”') === true)).toBe(true);
  });

  it('of a clause without a route holds its determination back until the minutes are on record', async () => {
    const uscc = await bureau.enterprise();
    const claim = await bureau.reviewed({ uscc, measure: SCENARIO });
    const lead = await bureau.reviewer(SCENARIO);
    const batch = await gathered([claim], lead);

    expect(await api.send(bureau.finance, 'determineClaim', { claim })).toMatchObject({ code: 'NOT_YOUR_TURN' });
    await bureau.done(lead, 'minuteBatch', { batch, ...minutes });
    await bureau.done(bureau.finance, 'determineClaim', { claim });
    const { batch: found } = await ask(api, bureau.clerk, BATCH, { id: batch });
    expect(found).toMatchObject({ standing: 'DECIDED', allowed: false, totals: { claims: 1 } });
    const { determined, payers } = (found as { totals: { determined: string; payers: { amount: string }[] } }).totals;
    const cents = (yuan: string) => BigInt(yuan.replace('.', ''));
    expect(cents(determined)).toBeGreaterThan(0n);
    expect(payers.reduce((sum, { amount }) => sum + cents(amount), 0n)).toBe(cents(determined));
  });

  it('shows who put what there, who took it out and why, also as it was before', async () => {
    const claims = await acceptedClaims(2);
    const [stays = '', goes = ''] = claims;
    const batch = await gathered(claims);
    const before = String(await api.store.head(CITY));
    await bureau.done(someone(3), 'splitOutClaims', { batch, claims: [goes], reason: '合同待核实' });
    await bureau.done(bureau.clerk, 'withdrawClaim', { claim: stays, reason: '企业撤回' });

    const now = await ask(api, bureau.clerk, BATCH, { id: batch });
    expect(now.batch).toMatchObject({
      size: 1,
      allowed: false,
      entries: [
        { id: stays, out: null, claim: { status: 'WITHDRAWN' } },
        { id: goes, out: { reason: '合同待核实' } },
      ],
      totals: { claims: 0, requested: '0.00' },
    });
    const then = await ask(api, someone(), BATCH, { id: batch, asOf: { position: before } });
    expect(then.batch).toMatchObject({ size: 2, allowed: false, entries: [{ out: null }, { out: null }] });
    // What has ended is in nobody's way, and nothing else is left.
    expect(await api.send(someone(), 'minuteBatch', { batch, ...minutes })).toMatchObject({ code: 'NOT_YOUR_TURN' });
    const { batches: listed } = await ask(api, bureau.clerk, '{ batches(filter: { standing: OPEN }) { id } }');
    expect(listed).toContainEqual({ id: batch });
  });

  it('is previewed claim by claim, with the reason of each that stands in the way', async () => {
    const [ready = '', put = '', returned = ''] = await acceptedClaims(3);
    const other = await gathered([put]);
    const preview = async (who: Official, input: object) => (await ask(api, who, PREVIEW, { input })).previewBatch;
    const claims = [ready, put, 'none'];

    expect(await preview(someone(), { change: 'GATHER', claims })).toMatchObject({
      refusal: null,
      items: [
        { claim: ready, refusal: null },
        { claim: put, refusal: { code: 'ALREADY_DECIDED' } },
        { claim: 'none', refusal: { code: 'NOT_FOUND' } },
      ],
    });
    const stranger = await api.hire('reviewer', CITY, '市科技局');
    expect(await preview(stranger, { change: 'GATHER', claims })).toMatchObject({
      refusal: { code: 'NOT_YOUR_OFFICE' },
    });
    for (const [mutation, input] of [
      ['gatherClaims', { name: 'x', claims: [ready] }],
      ['splitOutClaims', { batch: other, claims: [put], reason: 'x' }],
      ['minuteBatch', { batch: other, ...minutes }],
    ] as const) {
      expect(await api.send(stranger, mutation, input)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    }

    await bureau.done(someone(), 'gatherClaims', { batch: other, claims: [ready, returned] });
    await bureau.done(someone(4), 'returnClaim', { claim: returned, reason: '请补发票' });
    const items = {
      items: [{ refusal: null }, { refusal: null }, { claim: returned, refusal: { code: 'NOT_YOUR_TURN' } }],
    };
    expect(await preview(someone(), { change: 'MINUTE', batch: other })).toMatchObject({ refusal: null, ...items });
    expect(await api.send(someone(), 'minuteBatch', { batch: other, ...minutes })).toMatchObject({
      code: 'INVALID_INPUT',
      message: { zh: expect.stringContaining(returned) },
    });
    expect(await preview(someone(), { change: 'SPLIT_OUT', batch: other, claims: [ready, returned] })).toMatchObject({
      items: [{ refusal: null }, { refusal: null }],
    });
    await bureau.done(someone(), 'splitOutClaims', { batch: other, claims: [returned], reason: '补正中' });
    await bureau.done(someone(), 'minuteBatch', { batch: other, ...minutes });
  });
});
