import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream, foldClaim, openSteps, parseClaimEvent } from '@duixian/casework';
import { testDatabase } from '@duixian/testing';
import { Api, type Answer, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY } from '../../spec/bureau.spec.js';
import { copyOfPolicies } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';

const ROUTES = `routes:
  - clauses: ['2']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - { key: science, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市科技局 }, limit: 10 }
          - { key: audit, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市审计局 } }
`;

/** Of each way in which the claims are gone about at one moment. */
const CLIENTS = 4;
const CLAIMS = 4;

const STEPS = `query ($id: ID!) {
  claim(id: $id) { timeline { type summary { zh } } assignee { displayName }
    route { steps { key department isOpen allowed canForward forwardRefusal { zh }
      deadline { dueOn light } forwards { from to reason } } } } }`;
const WAITING = `{
  claims(first: 100, filter: { waitingForMe: true }) { nodes { id } totalCount }
  dashboard { waiting { count } } }`;

let api: Api;
let bureau: Bureau;
const officials = new Map<string, Official[]>();

beforeAll(async () => {
  const folder = copyOfPolicies();
  writeFileSync(join(folder, 'quanzhou-2024-7', 'routes.yaml'), ROUTES);
  api = await Api.on(await testDatabase(), 'both', { DUIXIAN_POLICIES_DIR: folder, DUIXIAN_START_SECONDS: '600' });
  bureau = await Bureau.open(api);
  for (const department of ['市科技局', '市工信局', '市审计局', '市财政局']) {
    const hired = Array.from({ length: CLIENTS }, () => api.hire('reviewer', CITY, department));
    officials.set(department, await Promise.all(hired));
  }
});

afterAll(() => api.stop());

function of(department: string, index = 0): Official {
  const found = officials.get(department)?.[index];
  if (found === undefined) throw new Error(`Nobody was hired for ${department}.`);
  return found;
}

function forward(who: Official, claim: string, department: string, change: object = {}): Promise<Answer> {
  return api.send(who, 'forwardStep', { claim, step: 'science', department, reason: '属其职责', ...change });
}

function take(who: Official, claim: string): Promise<Answer> {
  return api.send(who, 'takeStep', { claim, step: 'science', outcome: 'AGREE', opinion: '属实' });
}

async function claimNow(claim: string) {
  const { events } = await api.store.readStream(CITY, claimStream(claim));
  const parsed = events.map(parseClaimEvent);
  return { types: parsed.map(({ type }) => type), state: foldClaim(parsed) };
}

async function waits(who: Official, claim: string): Promise<boolean> {
  const { claims, dashboard } = (await ask(api, who, WAITING)) as never as {
    claims: { nodes: { id: string }[]; totalCount: number };
    dashboard: { waiting: { count: number }[] };
  };
  const counted = dashboard.waiting.reduce((sum, { count }) => sum + count, 0);
  expect([claims.totalCount, counted]).toEqual([claims.nodes.length, claims.nodes.length]);
  return claims.nodes.some(({ id }) => id === claim);
}

async function stepFor(who: Official, claim: string) {
  const { claim: shown } = (await ask(api, who, STEPS, { id: claim })) as never as {
    claim: {
      timeline: { type: string; summary: { zh: string } }[];
      assignee: { displayName: string } | null;
      route: { steps: { key: string; canForward: boolean; forwardRefusal: { zh: string } | null; deadline: object }[] };
    };
  };
  return { ...shown, step: shown.route.steps.find(({ key }) => key === 'science') };
}

describe('a step that is forwarded', () => {
  it('by sixteen at one moment, to two departments and taken besides, goes one way only', async () => {
    const uscc = await bureau.enterprise();
    for (let each = 0; each < CLAIMS; each += 1) {
      const claim = await bureau.accepted({ uscc, commandId: randomUUID() });
      const own = officials.get('市科技局') ?? [];
      const answers = await Promise.all([
        ...own.map((who) => forward(who, claim, '市工信局')),
        ...own.map((who) => forward(who, claim, '市财政局')),
        ...own.map((who) => take(who, claim)),
        ...(officials.get('市工信局') ?? []).map((who) => take(who, claim)),
      ]);
      const { types, state } = await claimNow(claim);
      const recorded = answers.filter(({ __typename }) => __typename === 'Claim');
      expect(recorded).toHaveLength(types.length - 2);
      // Whoever got it may have taken it at once; nobody else has, and nothing was forwarded twice.
      expect(types.filter((type) => type === 'RouteStepForwarded').length).toBeLessThanOrEqual(1);
      expect(types.filter((type) => type === 'RouteStepTaken').length).toBeLessThanOrEqual(1);
      const to = state?.route?.forwarded[0]?.to.department;
      const [taken] = state?.route?.taken ?? [];
      if (taken !== undefined) expect(taken.office.department).toBe(to ?? '市科技局');
      else expect(state?.route && openSteps(state.route)[0]?.office.department).toBe(to);
    }
  }, 120_000);

  it('lies in the queue of the other office with the limit that it had, until that forwards it back', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    await api.send(of('市科技局'), 'assignClaims', { claims: [claim], to: of('市科技局').id });
    const before = await stepFor(of('市科技局'), claim);
    expect(before.step?.canForward).toBe(true);
    const command = { commandId: randomUUID() };
    expect(await forward(of('市科技局'), claim, '市工信局', command)).toMatchObject({ status: 'ACCEPTED' });
    expect(await forward(of('市科技局'), claim, '市工信局', command)).toMatchObject({ status: 'ACCEPTED' });

    expect([await waits(of('市科技局'), claim), await waits(of('市工信局'), claim)]).toEqual([false, true]);
    const after = await stepFor(of('市工信局'), claim);
    expect(after).toMatchObject({
      assignee: null,
      step: {
        ...{ department: '市工信局', allowed: true, canForward: true, deadline: before.step?.deadline },
        forwards: [{ from: '市科技局', to: '市工信局', reason: '属其职责' }],
      },
    });
    expect(after.timeline.at(-1)).toEqual({
      type: 'RouteStepForwarded',
      summary: { zh: '“联审”由市科技局转市工信局办理：属其职责' },
    });
    const refused = await stepFor(of('市科技局'), claim);
    expect(refused.step).toMatchObject({
      canForward: false,
      forwardRefusal: { zh: expect.stringContaining('市工信局') },
    });

    expect(await forward(of('市工信局'), claim, '市科技局')).toMatchObject({ status: 'ACCEPTED' });
    expect([await waits(of('市科技局'), claim), await waits(of('市工信局'), claim)]).toEqual([true, false]);
  });

  it('after three times goes to the lead department alone', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    for (const [from, to] of [
      ['市科技局', '市工信局'],
      ['市工信局', '市财政局'],
      ['市财政局', '市工信局'],
    ] as const) {
      expect(await forward(of(from), claim, to)).toMatchObject({ status: 'ACCEPTED' });
    }
    const fourth = await forward(of('市工信局'), claim, '市科技局');
    expect(fourth).toMatchObject({ code: 'INVALID_INPUT', field: 'department' });
    expect(fourth.message.zh).toContain('市数据管理局');
    const lead = await bureau.reviewer();
    expect(await forward(of('市工信局'), claim, '市数据管理局')).toMatchObject({ status: 'ACCEPTED' });
    expect(await forward(lead, claim, '市科技局')).toMatchObject({ status: 'ACCEPTED' });
    expect(await forward(of('市科技局'), claim, '市工信局')).toMatchObject({ code: 'ALREADY_DECIDED' });
  });
});

describe('a step is not forwarded', () => {
  it('to an office that is beside it, that nobody holds, or whose people all take no part', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    const said = async (department: string) => {
      const { code, message } = await forward(of('市科技局'), claim, department);
      return [code, message.en];
    };
    expect(await said('市审计局')).toEqual(['INVALID_INPUT', expect.stringContaining('a step of this stage already')]);
    expect(await said('市科技局')).toEqual(['INVALID_INPUT', expect.stringContaining('your own department')]);
    expect(await said('市气象局')).toEqual(['INVALID_INPUT', expect.stringContaining('no reviewer with an account')]);
    for (const who of officials.get('市财政局') ?? []) {
      await bureau.done(who, 'declareRecusal', { claim, reason: '近亲属在该企业任职' });
    }
    expect(await said('市财政局')).toEqual(['RECUSED', expect.stringContaining('take no part')]);
    expect((await claimNow(claim)).types).not.toContain('RouteStepForwarded');
  });

  it('by an office whose it is not, nor the review of the lead department', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    expect(await forward(of('市工信局'), claim, '市财政局')).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    await expect(forward(bureau.clerk, claim, '市财政局')).rejects.toThrow('FORBIDDEN');
    await take(of('市科技局'), claim);
    const step = { claim, step: 'audit', outcome: 'AGREE', opinion: '属实' };
    expect(await api.send(of('市审计局'), 'takeStep', step)).toMatchObject({ status: 'ACCEPTED' });
    const lead = await bureau.reviewer();
    const question = 'query ($id: ID!) { claim(id: $id) { actions { action refusal { zh } } } }';
    const { claim: shown } = (await ask(api, lead, question, { id: claim })) as never as {
      claim: { actions: { action: string; refusal: { zh: string } | null }[] };
    };
    expect(shown.actions.find(({ action }) => action === 'FORWARD_STEP')?.refusal?.zh).toContain(
      '牵头部门的审核不能转办',
    );
  });
});
