import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream, foldClaim, parseClaimEvent, type ClaimEvent } from '@duixian/casework';
import { testDatabase } from '@duixian/testing';
import { Api, type Answer, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, SCENARIO, submission, TODAY } from '../../spec/bureau.spec.js';
import { copyOfPolicies } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';

const POLICY = 'quanzhou-2024-7';
const LEAD = '市数据管理局';

/** Three departments side by side, and a fourth. */
const ROUTES = `routes:
  - clauses: ['2']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - { key: science, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市科技局 }, limit: 10 }
          - { key: industry, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市工信局 } }
          - { key: audit, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市审计局 } }
      - steps:
          - { key: visit, kind: site-visit, name: { zh: 现场核查, en: Site visit }, office: { department: 市财政局 } }
  - clauses: ['3']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - { key: science, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市科技局 } }
      - steps:
          - { key: meeting, kind: collective, name: { zh: 集体研究, en: Meeting }, office: lead }
`;

const FIRST = ['audit', 'industry', 'science'];
const CLAIMS = 10;
/** Of each of the four departments. */
const CLIENTS = 4;

const ROUTE = `query ($id: ID!) {
  claim(id: $id) { status nextStep { zh } actions { action allowed refusal { zh } }
    route { version round steps { key stage isOpen allowed refusal { zh en } taken { by outcome opinion } division { name } department limit } } }
  previewSteps(claim: $id) { key isOpen allowed } }`;
const WAITING = `{
  claims(first: 100, filter: { waitingForMe: true }) { nodes { id } totalCount }
  dashboard { waiting { action count } } }`;

let folder: string;
let api: Api;
let bureau: Bureau;
const officials = new Map<string, Official[]>();

beforeAll(async () => {
  folder = copyOfPolicies();
  writeFileSync(join(folder, POLICY, 'routes.yaml'), ROUTES);
  api = await Api.on(await testDatabase(), 'both', { DUIXIAN_POLICIES_DIR: folder, DUIXIAN_START_SECONDS: '600' });
  bureau = await Bureau.open(api);
  for (const [key, department] of [
    ['science', '市科技局'],
    ['industry', '市工信局'],
    ['audit', '市审计局'],
    ['visit', '市财政局'],
    ['lead', LEAD],
  ] as const) {
    const hired = Array.from({ length: CLIENTS }, () => api.hire('reviewer', CITY, department));
    officials.set(key, await Promise.all(hired));
  }
});

afterAll(() => api.stop());

function official(key: string, index = 0): Official {
  const found = officials.get(key)?.[index];
  if (found === undefined) throw new Error(`Nobody was hired for ${key}.`);
  return found;
}

function take(who: Official, claim: string, step: string, said: object = {}): Promise<Answer> {
  return api.send(who, 'takeStep', { claim, step, outcome: 'AGREE', opinion: '属实', ...said });
}

async function eventsOf(claim: string): Promise<readonly ClaimEvent[]> {
  const { events } = await api.store.readStream(CITY, claimStream(claim));
  return events.map(parseClaimEvent);
}

async function waitingFor(who: Official): Promise<{ ids: string[]; total: number; counted: number }> {
  const { claims, dashboard } = (await ask(api, who, WAITING)) as unknown as {
    claims: { nodes: { id: string }[]; totalCount: number };
    dashboard: { waiting: { count: number }[] };
  };
  const counted = dashboard.waiting.reduce((sum, { count }) => sum + count, 0);
  return { ids: claims.nodes.map(({ id }) => id).sort(), total: claims.totalCount, counted };
}

describe('sixteen officials of four departments over ten claims', () => {
  it('open the fourth step of each with its third agreement: never before, and never twice', async () => {
    const uscc = await bureau.enterprise();
    const claims = await Promise.all(
      Array.from({ length: CLAIMS }, () => bureau.accepted({ uscc, commandId: randomUUID() })),
    );
    const codes = new Map<string, number>();
    /** Everybody sends his step of every claim; the fourth department does so until each of them is taken. */
    const agree = async (key: string, index: number): Promise<void> => {
      const who = official(key, index);
      const left = new Set(claims);
      while (left.size > 0) {
        for (const claim of left) {
          const answer = await take(who, claim, key);
          const code = answer.__typename === 'Claim' ? 'RECORDED' : answer.code;
          codes.set(`${key} ${code}`, (codes.get(`${key} ${code}`) ?? 0) + 1);
          if (code !== 'NOT_YOUR_TURN' && code !== 'TRY_AGAIN') left.delete(claim);
        }
      }
    };
    await Promise.all(
      [...FIRST, 'visit'].flatMap((key) => Array.from({ length: CLIENTS }, (_, index) => agree(key, index))),
    );

    for (const claim of claims) {
      const events = await eventsOf(claim);
      const taken = events.flatMap((event) => (event.type === 'RouteStepTaken' ? [event.data.step] : []));
      expect(taken.slice(0, 3).sort()).toEqual(FIRST);
      expect(taken.slice(3)).toEqual(['visit']);
      // As it stood before each of them: the fourth is open with the third, and with none before.
      events.forEach((event, index) => {
        if (event.type !== 'RouteStepTaken') return;
        const before = foldClaim(events.slice(0, index))?.route?.taken.length ?? 0;
        expect(event.data.step === 'visit').toBe(before === FIRST.length);
      });
    }
    for (const key of [...FIRST, 'visit']) expect(codes.get(`${key} RECORDED`)).toBe(CLAIMS);
    expect(codes.get('visit NOT_YOUR_TURN')).toBeGreaterThan(0);
  }, 240_000);
});

describe('a claim on its route', () => {
  it('waits for the offices of its stage, for the next one, and then for its lead department', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    const whoWaits = async () => {
      const found: string[] = [];
      for (const key of officials.keys()) {
        const { ids, total, counted } = await waitingFor(official(key));
        expect([total, counted]).toEqual([ids.length, ids.length]);
        if (ids.includes(claim)) found.push(key);
      }
      return found.sort();
    };
    expect(await whoWaits()).toEqual(FIRST);

    await take(official('science'), claim, 'science');
    expect(await whoWaits()).toEqual(['audit', 'industry']);

    await take(official('audit'), claim, 'audit');
    await take(official('industry'), claim, 'industry', { outcome: 'CONDITIONS', conditions: '补交合同' });
    expect(await whoWaits()).toEqual(['visit']);

    await take(official('visit'), claim, 'visit');
    expect(await whoWaits()).toEqual(['lead']);
    const answer = await api.send(official('lead'), 'reviewClaim', { claim, opinion: '同意' });
    expect(answer.status).toBe('REVIEWED');
    expect(await whoWaits()).toEqual([]);
  });

  it('says of each step who may take it and why not, and refuses the review by name of those who are to answer', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    await take(official('science'), claim, 'science');
    const { claim: shown, previewSteps } = (await ask(api, official('industry'), ROUTE, { id: claim })) as never as {
      claim: {
        nextStep: { zh: string };
        route: {
          round: number;
          steps: { key: string; stage: number; isOpen: boolean; allowed: boolean; refusal: { zh: string } | null }[];
        };
      };
      previewSteps: { key: string; isOpen: boolean; allowed: boolean }[];
    };

    expect(shown.nextStep.zh).toBe('等待泉州市工信局“联审”、泉州市审计局“联审”。');
    expect(shown.route.steps.map(({ key, stage, isOpen, allowed }) => [key, stage, isOpen, allowed])).toEqual([
      ['science', 1, false, false],
      ['industry', 1, true, true],
      ['audit', 1, true, false],
      ['visit', 2, false, false],
    ]);
    expect(previewSteps).toEqual(shown.route.steps.map(({ key, isOpen, allowed }) => ({ key, isOpen, allowed })));
    expect(shown.route.steps[2]?.refusal?.zh).toContain('市审计局');
    const refused = await api.send(official('lead'), 'reviewClaim', { claim, opinion: '同意' });
    expect(refused.code).toBe('NOT_YOUR_TURN');
    expect(refused.message.en).toContain('市工信局');
    expect(refused.message.en).not.toContain('市科技局');
  });

  it('is looked after by whom the office names for which it waits, and nobody else’s', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    const assign = async (by: Official, to: Official) => {
      const { items } = (await api.send(by, 'assignClaims', { claims: [claim], to: to.id })) as never as {
        items: { refusal: { code: string } | null }[];
      };
      return items[0]?.refusal?.code ?? null;
    };
    expect(await assign(official('industry'), official('industry', 1))).toBeNull();
    expect(await assign(official('industry'), official('lead'))).toBe('NOT_YOUR_OFFICE');
    for (const key of ['visit', 'lead']) expect(await assign(official(key), official(key))).toBe('NOT_YOUR_OFFICE');

    for (const key of [...FIRST, 'visit']) await take(official(key), claim, key);
    expect(await assign(official('industry'), official('industry'))).toBe('NOT_YOUR_OFFICE');
    expect(await assign(official('lead'), official('lead', 1))).toBeNull();
  });

  it('on which a department disagrees waits for the lead department’s word', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    await take(official('science'), claim, 'science', { outcome: 'DISAGREE', opinion: '未实际租用' });
    await take(official('industry'), claim, 'industry');
    await take(official('audit'), claim, 'audit');

    expect((await waitingFor(official('lead'))).ids).toContain(claim);
    expect((await waitingFor(official('visit'))).ids).not.toContain(claim);
    expect(await take(official('visit'), claim, 'visit')).toMatchObject({ code: 'NOT_YOUR_TURN' });
    const paper = { number: '会纪〔2026〕1号', on: TODAY, by: ['黄知舟', '王知和'] };
    const settled = await take(official('lead'), claim, 'settlement-1', { opinion: '合同可证', paper });
    expect(settled.status).toBe('ACCEPTED');
    expect((await waitingFor(official('visit'))).ids).toContain(claim);
  });

  it('is left to whoever of the lead department did not take the last step when a meeting decides against it', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise(), measure: SCENARIO });
    const paper = { number: '会纪〔2026〕2号', on: TODAY, by: ['黄知舟', '王知和'] };
    await take(official('science'), claim, 'science', { outcome: 'DISAGREE', opinion: '场景不成立' });
    await take(official('industry'), claim, 'settlement-1', { opinion: '提请集体研究', paper });
    const denied = { outcome: 'DISAGREE', opinion: '不予支持', paper };
    expect(await take(official('industry', 1), claim, 'meeting', denied)).toMatchObject({ status: 'ACCEPTED' });

    const { ids, total, counted } = await waitingFor(official('industry'));
    expect(ids).toContain(claim);
    expect([total, counted]).toEqual([ids.length, ids.length]);
    const { nextStep } = (await ask(api, official('industry'), ROUTE, { id: claim })).claim as {
      nextStep: { zh: string };
    };
    expect(nextStep.zh).toBe('集体研究未同意，等待牵头部门退回补正或不予通过。');
    const reason = '集体研究未同意';
    expect(await api.send(official('industry'), 'rejectClaim', { claim, reason })).toMatchObject({
      status: 'REJECTED',
    });
  });

  it('does not wait for whoever took a step beside it or just before', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    const mover = await api.hire('reviewer', CITY, '市科技局');
    await take(mover, claim, 'science');
    await take(official('industry'), claim, 'industry');
    const moved = await api.transfer(mover, 'reviewer', CITY, '市审计局');

    const { ids, total } = await waitingFor(moved);
    expect(ids).not.toContain(claim);
    expect(total).toBe(ids.length);
    expect(await take(moved, claim, 'audit')).toMatchObject({ code: 'SAME_PERSON' });
  });

  it('tells its timeline what every office said', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    await take(official('science'), claim, 'science', {
      outcome: 'CONDITIONS',
      opinion: '原则同意',
      conditions: '补交合同',
    });
    const question = 'query ($id: ID!) { claim(id: $id) { timeline { type summary { zh } } } }';
    const answer = (await ask(api, official('science'), question, { id: claim })) as never as {
      claim: { timeline: { type: string; summary: { zh: string } }[] };
    };
    expect(answer.claim.timeline).toContainEqual({
      type: 'RouteStepTaken',
      summary: { zh: '市科技局联审：有条件同意。原则同意（条件：补交合同）' },
    });
  });
});

describe('a later table', () => {
  it('moves a claim in flight only where finance says so', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    await take(official('science'), claim, 'science');
    const later = copyOfPolicies();
    writeFileSync(join(later, POLICY, 'routes.yaml'), ROUTES.replace(/^ +- \{ key: audit.*\n/m, ''));
    const other = await Api.on(api.database, 'api', { DUIXIAN_POLICIES_DIR: later, DUIXIAN_START_SECONDS: '600' });
    other.today(TODAY);
    const reason = { claim, reason: '市审计局不再参加联审' };

    expect(await api.send(bureau.finance, 'moveClaimRoute', reason)).toMatchObject({ code: 'ALREADY_DECIDED' });
    expect(
      await other.send(official('visit'), 'takeStep', { claim, step: 'visit', outcome: 'AGREE', opinion: '属实' }),
    ).toMatchObject({
      code: 'NOT_YOUR_TURN',
    });
    expect(await other.send(bureau.finance, 'moveClaimRoute', reason)).toMatchObject({ status: 'ACCEPTED' });
    await other.stop();

    const route = foldClaim(await eventsOf(claim))?.route;
    expect(route?.stages[0]?.steps.map(({ key }) => key)).toEqual(['science', 'industry']);
    expect(route?.taken.map(({ step }) => step)).toEqual(['science']);
  });

  it('has its offices answer for a claim that had no route before', async () => {
    const none = { DUIXIAN_POLICIES_DIR: copyOfPolicies(), DUIXIAN_START_SECONDS: '600' };
    const before = await Api.on(api.database, 'api', none);
    before.today(TODAY);
    const uscc = await bureau.enterprise();
    const { id: claim } = await before.send(bureau.clerk, 'submitClaim', submission({ uscc }));
    await before.send(bureau.otherClerk, 'acceptClaim', { claim });
    await before.stop();
    expect(await take(official('science'), claim, 'science')).toMatchObject({ code: 'NOT_YOUR_TURN' });

    const moved = await api.send(bureau.finance, 'moveClaimRoute', { claim, reason: '改按会签办理' });

    expect(moved).toMatchObject({ status: 'ACCEPTED' });
    expect((await waitingFor(official('science'))).ids).toContain(claim);
    expect(await take(official('science'), claim, 'science')).toMatchObject({ status: 'ACCEPTED' });
  });
});
