import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { claimStream, parseClaimEvent } from '@duixian/casework';
import { Clock } from '../clock/clock.js';
import { Api, type Answer, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, submission, type Submission } from '../spec/bureau.spec.js';
import { ask } from '../spec/queries.spec.js';

const POLICY = 'quanzhou-2024-7';
const LEAD = '市数据管理局';
/** Rounds of clause 2, in the order of their days: sessions last for a month. */
const ROUND = { policy: POLICY, clauses: ['2'], occurredFrom: '2025-01-01', occurredTo: '2025-12-31' };
const CLIENTS = 16;

let api: Api;
let bureau: Bureau;
let uscc: string;
let first: Official;
let second: Official;

beforeAll(async () => {
  api = await Api.start();
  bureau = await Bureau.open(api);
  uscc = await bureau.enterprise();
  first = await api.hire('reviewer', CITY, LEAD);
  second = await api.hire('reviewer', CITY, LEAD);
});

afterAll(() => api.stop());

function openRound(number: string, opens: string, closes: string, change: object = {}): Promise<Answer> {
  const name = { zh: `第${number}批`, en: `Round ${number}` };
  return api.send(first, 'openRound', { ...ROUND, number, name, opens, closes, pays: 'FIRST_COME', ...change });
}

async function agreed(proposed: Answer): Promise<Answer> {
  const proposal = proposed.proposals.find(({ standing }) => standing === 'OPEN')?.id;
  if (proposal === undefined) throw new Error(`Nothing was proposed: ${JSON.stringify(proposed)}`);
  return bureau.done(second, 'agreeRound', { policy: POLICY, proposal });
}

function submit(change: Partial<Submission> = {}): Promise<Answer> {
  return api.send(bureau.clerk, 'submitClaim', submission({ uscc, commandId: randomUUID(), ...change }));
}

async function roundOf(claim: string): Promise<string | undefined> {
  const { events } = await api.store.readStream(CITY, claimStream(claim));
  const [submitted] = events.map(parseClaimEvent);
  return submitted?.type === 'ClaimSubmitted' ? submitted.data.applicationRound?.id : undefined;
}

/** What an official finds in his queue, and what his dashboard counts of it. */
async function waitingFor(official: Official) {
  const { claims, dashboard } = (await ask(
    api,
    official,
    '{ claims(first: 25, filter: { waitingForMe: true }) { totalCount nodes { id } } dashboard { waiting { count } } }',
  )) as unknown as {
    claims: { totalCount: number; nodes: { id: string }[] };
    dashboard: { waiting: { count: number }[] };
  };
  const counted = dashboard.waiting.reduce((sum, { count }) => sum + count, 0);
  return { listed: claims.nodes.map(({ id }) => id), total: claims.totalCount, counted };
}

/** Each field that is wrong with the answer, with what it says in English. */
function wrong(answer: Answer): Record<string, string> {
  const problems = 'problems' in answer ? answer.problems : [];
  return Object.fromEntries(problems.map(({ field, message }) => [field, message.en]));
}

describe('a clause without rounds', () => {
  it('takes claims on any day, in no round', async () => {
    api.today('2026-08-03');
    const { id } = await submit();
    expect(await roundOf(id)).toBeUndefined();
  });
});

describe('a round', () => {
  it('is proposed by the lead department and opened by a colleague', async () => {
    api.today('2026-08-03');
    const other = await api.hire('reviewer', CITY, '市科技局');
    const terms = { name: { zh: '一', en: '1' }, opens: '2026-08-05', closes: '2026-08-07', pays: 'FIRST_COME' };
    expect(await api.send(other, 'openRound', { ...ROUND, number: '2026-1', ...terms })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });

    const proposed = await openRound('2026-1', '2026-08-05', '2026-08-07');
    const [{ id: proposal } = { id: '' }] = proposed.proposals;
    expect(proposed).toMatchObject({ rounds: [], proposals: [{ standing: 'OPEN', isMine: true }] });
    expect((await submit()).__typename).toBe('Claim');
    expect(await api.send(first, 'agreeRound', { policy: POLICY, proposal })).toMatchObject({ code: 'SAME_PERSON' });
    expect(await api.send(other, 'agreeRound', { policy: POLICY, proposal })).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
    expect(await openRound('2026-2', '2026-08-10', '2026-08-12')).toMatchObject({ code: 'PROPOSAL_OPEN' });

    const opened = await bureau.done(second, 'agreeRound', { policy: POLICY, proposal });
    expect(opened).toMatchObject({
      rounds: [{ id: `${POLICY}/2026-1`, standing: 'TO_COME', workingDaysLeft: 3 }],
      proposals: [{ standing: 'IN_FORCE' }],
    });
    expect(await api.send(second, 'agreeRound', { policy: POLICY, proposal })).toMatchObject({
      code: 'ALREADY_DECIDED',
    });
  });

  it('names each field that is wrong', async () => {
    const answer = await openRound('2026 2', '2026-08-01', '2026-07-31', {
      ...{ name: { zh: '', en: 'x' }, clauses: ['2', '77'] },
      ...{ occurredFrom: '2026-08-02', occurredTo: '2026-08-01' },
    });
    expect(Object.keys(wrong(answer)).sort()).toEqual(
      ['clauses', 'closes', 'name.zh', 'number', 'occurredFrom', 'occurredTo', 'opens'].sort(),
    );
    expect(wrong(await openRound('2026-1', '2026-08-10', '2026-08-12')).number).toContain('Round 2026-1');
    expect(wrong(await openRound('2026-2', '2026-08-07', '2026-08-12')).closes).toContain('2026-08-05 to 2026-08-07');
    expect(await openRound('2026-2', '2026-08-10', '2026-08-12', { policy: 'none' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    const mixed = await openRound('2026-2', '2026-08-10', '2026-08-12', { clauses: ['2', '8.1', '9'] });
    expect(wrong(mixed).clauses).toContain('one lead department');
  });

  it('takes claims from its first day to the last second of its last, of its period alone', async () => {
    await agreed(await openRound('2026-2', '2026-08-10', '2026-08-12'));
    api.today('2026-08-04');
    expect(wrong(await submit()).measure).toContain('‘Round 2026-1’, is open from 2026-08-05 to 2026-08-07');
    api.today('2026-08-05');
    const wrongYear = await submit({ occurredOn: '2024-12-31', year: 2024 });
    expect(wrong(wrongYear).occurredOn).toContain('2025-01-01 to 2025-12-31');
    api.app.get(Clock).now = () => new Date('2026-08-07T23:59:59.999+08:00');
    const { id } = await submit();
    expect(await roundOf(id)).toBe(`${POLICY}/2026-1`);
    api.app.get(Clock).now = () => new Date('2026-08-08T00:00:00+08:00');
    const late = wrong(await submit()).measure;
    expect(late).toContain('(2026-08-05 to 2026-08-07) is closed');
    expect(late).toContain('‘Round 2026-2’, is open from 2026-08-10');
  });

  it('is listed by how it stands, with what was submitted in it', async () => {
    const figures = 'figures { claims requested byStatus { status claims } byDivision { division { code } claims } }';
    const { rounds, round, claims } = (await ask(
      api,
      bureau.finance,
      `{ rounds(filter: { standing: CLOSED }) { id } round(id: "${POLICY}/2026-1") { standing workingDaysLeft ${figures} }
        claims(filter: { round: "${POLICY}/2026-1" }) { nodes { applicationRound { name { zh } } } totalCount } }`,
    )) as Record<string, unknown>;
    expect(rounds).toEqual([{ id: `${POLICY}/2026-1` }]);
    expect(round).toEqual({
      standing: 'CLOSED',
      workingDaysLeft: 0,
      figures: {
        claims: 1,
        requested: '120000.00',
        byStatus: [{ status: 'SUBMITTED', claims: 1 }],
        byDivision: [{ division: { code: bureau.county }, claims: 1 }],
      },
    });
    for (const none of ['none', `${POLICY}/2026-99`, `${POLICY}/`]) {
      const { errors } = await api.post(bureau.finance, `{ claims(filter: { round: "${none}" }) { totalCount } }`, {});
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'filter.round' } }]);
    }
    expect(claims).toEqual({ nodes: [{ applicationRound: { name: { zh: '第2026-1批' } } }], totalCount: 1 });
  });

  it('keeps a claim that is stated anew after its last day', async () => {
    api.today('2026-08-10');
    const claim = (await submit()).id;
    await bureau.done(bureau.otherClerk, 'returnClaim', { claim, reason: '请补正' });
    api.today('2026-08-13');
    const { measure: _, uscc: __, year: ___, ...stated } = submission({ uscc });
    const again = { ...stated, claim };
    expect(wrong(await api.send(bureau.clerk, 'resubmitClaim', { ...again, occurredOn: '2024-06-01' }))).toHaveProperty(
      'occurredOn',
    );
    await bureau.done(bureau.clerk, 'resubmitClaim', again);
    expect(await roundOf(claim)).toBe(`${POLICY}/2026-2`);
  });

  it('closes later when two agree, and never earlier, nor once it is over', async () => {
    api.today('2026-08-13');
    await agreed(await openRound('2026-3', '2026-08-14', '2026-08-15'));
    await agreed(await openRound('2026-4', '2026-08-19', '2026-08-20'));
    const extend = (closes: string, number = '2026-3') =>
      api.send(first, 'extendRound', { policy: POLICY, number, closes, reason: '系统升级' });
    expect(wrong(await extend('2026-08-14')).closes).toContain('from 2026-08-16');
    expect(wrong(await extend('2026-08-19')).closes).toContain('Round 2026-4');
    expect(wrong(await extend('2026-08-17', '2026-2')).closes).toContain('closed on 2026-08-12');
    api.today('2026-08-15');
    const proposed = await extend('2026-08-17');
    expect(proposed).toMatchObject({ proposals: [{ isExtension: true, standing: 'OPEN' }, {}, {}, {}, {}] });
    const answered = await agreed(proposed);
    expect((answered as unknown as { rounds: object[] }).rounds).toContainEqual(
      expect.objectContaining({ id: `${POLICY}/2026-3`, closes: '2026-08-17' }),
    );
    api.today('2026-08-17');
    expect(await roundOf((await submit()).id)).toBe(`${POLICY}/2026-3`);
  });

  it('is not agreed to after its last day', async () => {
    api.today('2026-08-22');
    const { proposals } = await openRound('2026-5', '2026-08-22', '2026-08-23');
    api.today('2026-08-24');
    const answer = await api.send(second, 'agreeRound', { policy: POLICY, proposal: proposals[0]?.id });
    expect(answer).toMatchObject({ code: 'ALREADY_DECIDED' });
    await bureau.done(second, 'refuseRound', { policy: POLICY, proposal: proposals[0]?.id, reason: '已过期' });
    const [{ id: another } = { id: '' }] = (await openRound('2026-5', '2026-08-24', '2026-08-24')).proposals;
    expect((await submit()).__typename).toBe('InvalidInput');
    await bureau.done(first, 'withdrawRound', { policy: POLICY, proposal: another });
  });
});

describe('a round that pays once it is over', () => {
  it('has none of its claims determined before', async () => {
    api.today('2026-08-25');
    await agreed(await openRound('2026-6', '2026-08-25', '2026-08-26', { pays: 'AT_THE_END' }));
    const claim = await bureau.reviewed({ uscc });
    const early = await api.send(bureau.finance, 'determineClaim', { claim });
    expect(early).toMatchObject({ code: 'NOT_YOUR_TURN' });
    expect(early.message.en).toContain('closes on 2026-08-26');
    const { claim: shown } = (await ask(
      api,
      bureau.finance,
      `{ claim(id: "${claim}") { actions { action allowed } } }`,
    )) as unknown as { claim: { actions: object[] } };
    expect(shown.actions).toContainEqual({ action: 'DETERMINE', allowed: false });
    expect(await waitingFor(bureau.finance)).toEqual({ listed: [], total: 0, counted: 0 });

    api.today('2026-08-27');
    expect(await waitingFor(bureau.finance)).toEqual({ listed: [claim], total: 1, counted: 1 });
    await bureau.done(bureau.finance, 'determineClaim', { claim });
  });
});

describe('sixteen windows at the last second', () => {
  beforeEach(async () => {
    api.today('2026-08-28');
    await agreed(await openRound('2026-7', '2026-08-28', '2026-08-29'));
  });

  it('are in before midnight by the server’s clock, and refused from then on', async () => {
    const clock = api.app.get(Clock);
    clock.now = () => new Date('2026-08-29T23:59:59+08:00');
    const accepted: string[] = [];
    const window = async (): Promise<Answer> => {
      for (;;) {
        const answer = await submit();
        if (answer.__typename !== 'Claim') return answer;
        accepted.push(answer.id);
        if (accepted.length === CLIENTS) clock.now = () => new Date('2026-08-30T00:00:00+08:00');
      }
    };
    const last = await Promise.all(Array.from({ length: CLIENTS }, window));

    expect(last.map((answer) => wrong(answer).measure?.includes('(2026-08-28 to 2026-08-29) is closed'))).toEqual(
      Array.from({ length: CLIENTS }, () => true),
    );
    expect(accepted.length).toBeGreaterThanOrEqual(CLIENTS);
    for (const claim of accepted) {
      const { events } = await api.store.readStream(CITY, claimStream(claim));
      expect([events[0]?.occurredOn, await roundOf(claim)]).toEqual(['2026-08-29', `${POLICY}/2026-7`]);
    }
  });
});
