import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { claimStream, parseClaimEvent } from '@duixian/casework';
import { testDatabase } from '@duixian/testing';
import { Clock } from '../../clock/clock.js';
import { Api, type Answer, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY } from '../../spec/bureau.spec.js';
import { copyOfPolicies } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';

/** One department after another. */
const ROUTES = `routes:
  - clauses: ['2']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - { key: science, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市科技局 }, limit: 10 }
      - steps:
          - { key: visit, kind: site-visit, name: { zh: 现场核查, en: Site visit }, office: { department: 市财政局 }, limit: 5 }
`;

/** Of each side. */
const CLIENTS = 8;
const CLAIMS = 6;
const REASON = { reason: '误点同意' };

const SHOWN = `query ($id: ID!) { claim(id: $id) {
  status nextStep { zh } requestedAmount agreedAmount
  route { steps { key isOpen deadline { light dueOn } taken { by } } }
  deadlines { step { dueOn light } } } }`;
const ACTIONS =
  'query ($id: ID!) { claim(id: $id) { actions { action allowed refusal { zh } } timeline { type summary { zh } } } }';
const WAITING = '{ claims(first: 100, filter: { waitingForMe: true }) { nodes { id } totalCount } }';

let api: Api;
let bureau: Bureau;
let science: Official;
let visitors: Official[];

beforeAll(async () => {
  const folder = copyOfPolicies();
  writeFileSync(join(folder, 'quanzhou-2024-7', 'routes.yaml'), ROUTES);
  api = await Api.on(await testDatabase(), 'both', { DUIXIAN_POLICIES_DIR: folder, DUIXIAN_START_SECONDS: '600' });
  bureau = await Bureau.open(api);
  science = await api.hire('reviewer', CITY, '市科技局');
  visitors = await Promise.all(Array.from({ length: CLIENTS }, () => api.hire('reviewer', CITY, '市财政局')));
});

afterAll(() => api.stop());

const visitor = (index = 0): Official => visitors[index] ?? science;

function take(who: Official, claim: string, step: string): Promise<Answer> {
  return api.send(who, 'takeStep', { claim, step, outcome: 'AGREE', opinion: '属实' });
}

async function typesOf(claim: string): Promise<string[]> {
  const { events } = await api.store.readStream(CITY, claimStream(claim));
  return events.map((event) => parseClaimEvent(event).type);
}

async function waits(who: Official, claim: string): Promise<boolean> {
  const { claims } = (await ask(api, who, WAITING)) as never as {
    claims: { nodes: { id: string }[]; totalCount: number };
  };
  expect(claims.totalCount).toBe(claims.nodes.length);
  return claims.nodes.some(({ id }) => id === claim);
}

async function takeBackAction(who: Official, claim: string) {
  const { claim: shown } = (await ask(api, who, ACTIONS, { id: claim })) as never as {
    claim: { actions: { action: string; allowed: boolean; refusal: { zh: string } | null }[] };
  };
  return shown.actions.find(({ action }) => action === 'TAKE_BACK');
}

describe('a step that is taken back', () => {
  it('at the moment at which sixteen act on the claim stands before the next office’s, or after it and not at all', async () => {
    const uscc = await bureau.enterprise();
    const codes = new Map<string, number>();
    for (let each = 0; each < CLAIMS; each += 1) {
      const claim = await bureau.accepted({ uscc, commandId: randomUUID() });
      await take(science, claim, 'science');
      const back = visitors.map(() => api.send(science, 'takeBackStep', { claim, ...REASON }));
      const on = visitors.map((who) => take(who, claim, 'visit'));
      // Whoever is sent first changes from claim to claim.
      const answers = await Promise.all(each % 2 === 0 ? [...back, ...on] : [...on, ...back]);
      const recorded = answers.filter(({ __typename }) => __typename === 'Claim');
      expect(recorded).toHaveLength(1);
      const [last, ...others] = (await typesOf(claim)).slice(2).reverse();
      expect(others).toEqual(['RouteStepTaken']);
      expect(['StepTakenBack', 'RouteStepTaken']).toContain(last);
      for (const { __typename, code } of answers) {
        const key = [last, ...(__typename === 'Claim' ? [] : [code])].join(' ');
        codes.set(key, (codes.get(key) ?? 0) + 1);
      }
    }
    const allowed = ['StepTakenBack', 'RouteStepTaken', 'StepTakenBack ALREADY_DECIDED', 'StepTakenBack NOT_YOUR_TURN'];
    expect([...allowed, 'RouteStepTaken ALREADY_DECIDED', 'RouteStepTaken NOT_YOUR_TURN']).toEqual(
      expect.arrayContaining([...codes.keys()].filter((key) => !key.endsWith('TRY_AGAIN'))),
    );
  }, 120_000);

  it('leaves the claim, its queues and its limits as they were, and both in its timeline', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    const before = await ask(api, science, SHOWN, { id: claim });
    await take(science, claim, 'science');
    expect([await waits(science, claim), await waits(visitor(), claim)]).toEqual([false, true]);
    await api.send(visitor(), 'assignClaims', { claims: [claim], to: visitor().id });
    expect(await takeBackAction(science, claim)).toMatchObject({ allowed: true });
    expect(await takeBackAction(visitor(), claim)).toMatchObject({ allowed: false });

    const command = { claim, commandId: randomUUID(), ...REASON };
    expect(await api.send(science, 'takeBackStep', command)).toMatchObject({ status: 'ACCEPTED' });
    // Sent again it is the same one, and not the taking back of something else.
    expect(await api.send(science, 'takeBackStep', command)).toMatchObject({ status: 'ACCEPTED' });
    expect(await api.send(science, 'takeBackStep', { claim, ...REASON })).toMatchObject({ code: 'ALREADY_DECIDED' });

    expect(await ask(api, science, SHOWN, { id: claim })).toEqual(before);
    expect([await waits(science, claim), await waits(visitor(), claim)]).toEqual([true, false]);
    const { claim: shown } = (await ask(api, science, ACTIONS, { id: claim })) as never as {
      claim: { timeline: { type: string; summary: { zh: string } }[] };
    };
    const steps = shown.timeline.filter(({ type }) => type !== 'ClaimAssigned');
    expect(steps.slice(-2)).toEqual([
      { type: 'RouteStepTaken', summary: { zh: '市科技局联审：同意。属实' } },
      { type: 'StepTakenBack', summary: { zh: '收回“联审”：误点同意' } },
    ]);
    await take(science, claim, 'science');
    expect(await waits(visitor(), claim)).toBe(true);
  });

  it('is nobody else’s, not even of the same office', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    await take(science, claim, 'science');
    const colleague = await api.hire('reviewer', CITY, '市科技局');
    expect(await api.send(colleague, 'takeBackStep', { claim, ...REASON })).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await api.send(bureau.otherClerk, 'takeBackStep', { claim, ...REASON })).toMatchObject({
      code: 'ALREADY_DECIDED',
    });
    const auditor = await api.hire('auditor', CITY);
    await expect(api.send(auditor, 'takeBackStep', { claim, ...REASON })).rejects.toThrow('FORBIDDEN');
    expect(await typesOf(claim)).not.toContain('StepTakenBack');
  });

  it('may be an acceptance or a review, while a comment and an assignment are no act on it', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    await api.send(science, 'writeComment', { claim, text: '请核对合同', mentions: [] });
    expect(await api.send(bureau.otherClerk, 'takeBackStep', { claim, ...REASON })).toMatchObject({
      status: 'SUBMITTED',
    });
    await bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
    await take(science, claim, 'science');
    await take(visitor(), claim, 'visit');
    const lead = await bureau.reviewer();
    await bureau.done(lead, 'reviewClaim', { claim, opinion: '属实' });
    expect(await api.send(lead, 'takeBackStep', { claim, ...REASON })).toMatchObject({ status: 'ACCEPTED' });
    await bureau.done(lead, 'reviewClaim', { claim, opinion: '经复核属实' });
    await bureau.done(bureau.finance, 'determineClaim', { claim });
    expect(await api.send(lead, 'takeBackStep', { claim, ...REASON })).toMatchObject({ code: 'ALREADY_DECIDED' });
  });

  it('is refused once the hours are over that the city sets, from the moment at which the log has it', async () => {
    const claim = await bureau.accepted({ uscc: await bureau.enterprise() });
    const clock = api.app.get(Clock);
    const before = clock.now.bind(clock);
    // Who signs in now is signed in a day later too.
    clock.now = () => clock.ofDatabase();
    const taker = await api.hire('reviewer', CITY, '市科技局');
    await take(taker, claim, 'science');
    const recorded = (await api.store.readStream(CITY, claimStream(claim))).events.at(-1)?.recordedAt ?? '';
    const after = (hours: number) => {
      clock.now = () => new Date(Date.parse(recorded) + hours * 3_600_000);
    };
    try {
      after(24.1);
      expect(await takeBackAction(taker, claim)).toMatchObject({
        allowed: false,
        refusal: { zh: expect.stringContaining('24小时') },
      });
      expect(await api.send(taker, 'takeBackStep', { claim, ...REASON })).toMatchObject({ code: 'ALREADY_DECIDED' });
      after(23.9);
      expect(await api.send(taker, 'takeBackStep', { claim, ...REASON })).toMatchObject({ status: 'ACCEPTED' });
    } finally {
      clock.now = before;
    }
  });
});
