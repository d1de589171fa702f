import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { claimStream } from '@duixian/casework';
import { ReadModel } from '../../log/read-model.js';
import { Api, type Official } from '../../spec/api.spec.js';
import { Bureau, CITY, freshEvidence, SCENARIO } from '../../spec/bureau.spec.js';
import { copyOfPolicies } from '../../spec/policy-folders.spec.js';
import { ask } from '../../spec/queries.spec.js';
import { OverdueReports } from './overdue-reports.js';

/** A Monday: the step's two working days end on Wednesday 5, the promised five on Monday 10. */
const MONDAY = '2026-08-03';

/** Of a clause for which no rule sets limits: three working days end on Thursday 6, and the bureau has none. */
const ROUTES = `routes:
  - clauses: ['3']
    from: 2024-10-19
    source: 示例
    stages:
      - steps:
          - { key: science, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市科技局 }, limit: 3 }
          - { key: industry, kind: joint-review, name: { zh: 联审, en: Joint review }, office: { department: 市工信局 } }
`;

let api: Api;
let bureau: Bureau;
let head: Official;

beforeAll(async () => {
  const folder = copyOfPolicies();
  const city = [
    "city: '350500'",
    'limits:',
    '  - { kind: promised, source: 示例办法, stop: 10, steps: [{ of: [acceptance], days: 2 }], for: [quanzhou-2024-7/2] }',
    'superiors:',
    '  - { office: clerk, name: 窗口负责人, account: window-head }',
    '  - { office: reviewer, department: 市科技局, name: 科技局分管领导 }',
  ];
  writeFileSync(join(folder, 'quanzhou-2024-7', 'routes.yaml'), ROUTES);
  writeFileSync(join(folder, 'cities', '350500.yaml'), city.join('\n'));
  api = await Api.start({ DUIXIAN_POLICIES_DIR: folder });
  bureau = await Bureau.open(api);
  head = await api.hire('auditor', CITY);
  await api.pool.query(`update identity."user" set username = 'window-head' where id = $1`, [head.id]);
});

beforeEach(() => api.today(MONDAY));

afterAll(() => api.stop());

const DEADLINES = `query ($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) {
  position light deadlines {
    kind source grounds stopDays
    step { steps days dueOn light daysLeft pausedSince escalatedTo }
    whole { steps days dueOn light daysLeft unpublishedYear pausedSince escalatedTo }
    suspension { since until ground basis reason }
  }
} }`;

interface Shown {
  readonly position: string;
  readonly light: string | null;
  readonly deadlines: object | null;
}

async function shown(claim: string, asOf: object | null = null): Promise<Shown> {
  return (await ask(api, bureau.clerk, DEADLINES, { id: claim, asOf })).claim as Shown;
}

async function submitted(): Promise<string> {
  return bureau.submitted({ uscc: await bureau.enterprise() });
}

const LIST = `query ($filter: ClaimFilter, $sort: ClaimSort, $asOf: AsOf, $first: Int!, $after: String) {
  claims(first: $first, after: $after, filter: $filter, sort: $sort, asOf: $asOf) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id light }
  } }`;

/** The whole list, in pages of two. */
async function listed(official: Official, variables: object): Promise<{ id: string; light: string | null }[]> {
  const found: { id: string; light: string | null }[] = [];
  let after: string | null = null;
  for (;;) {
    const { claims } = (await ask(api, official, LIST, { first: 2, after, ...variables })) as {
      claims: {
        totalCount: number;
        pageInfo: { endCursor: string; hasNextPage: boolean };
        nodes: { id: string; light: string | null }[];
      };
    };
    found.push(...claims.nodes);
    if (!claims.pageInfo.hasNextPage) {
      expect(claims.totalCount).toBe(found.length);
      return found;
    }
    after = claims.pageInfo.endCursor;
  }
}

async function dueOf(official: Official): Promise<{ due: { light: string; claims: number; waiting: number }[] }> {
  return (await ask(api, official, '{ dashboard { due { light claims waiting } escalatedToMe } }')).dashboard as never;
}

describe('the limits of a claim', () => {
  it('are those of the rule when it was submitted, of the step and of the whole', async () => {
    const claim = await submitted();
    const step = { steps: ['ACCEPTANCE'], days: 2, dueOn: '2026-08-05', light: 'ON_TIME', daysLeft: 2 };
    const whole = { steps: null, days: 5, dueOn: '2026-08-10', light: 'ON_TIME', daysLeft: 5, pausedSince: null };
    expect(await shown(claim)).toMatchObject({
      light: 'ON_TIME',
      deadlines: {
        kind: 'PROMISED',
        source: '示例办法',
        grounds: ['INSPECTION', 'EXPERTS'],
        stopDays: 10,
        step,
        whole,
      },
    });
    const { events } = await api.store.readStream(CITY, claimStream(claim));
    expect(events[0]?.data).toMatchObject({ limits: { whole: 5, steps: [{ of: ['acceptance'], days: 2 }] } });
  });

  it('are none where no rule names the clause', async () => {
    const uscc = await bureau.enterprise();
    const claim = await bureau.submitted({
      ...{ uscc, measure: SCENARIO, evidence: freshEvidence(SCENARIO) },
    });
    expect(await shown(claim)).toMatchObject({ light: null, deadlines: null });
  });

  it('change their light from day to day, and are shown as of a day as they were then', async () => {
    const claim = await submitted();
    const { position } = await shown(claim);
    const lights: Record<string, string | null> = {};
    for (const day of ['2026-08-04', '2026-08-05', '2026-08-06']) {
      api.today(day);
      lights[day] = (await shown(claim)).light;
    }
    expect(lights).toEqual({ '2026-08-04': 'DUE_SOON', '2026-08-05': 'DUE_TODAY', '2026-08-06': 'OVERDUE' });
    // The city's casework goes on until the 6th; as of the submission it had come to the 3rd.
    await submitted();
    expect(await shown(claim, { position })).toMatchObject({ light: 'ON_TIME' });
    const filter = { light: ['OVERDUE'] };
    expect((await listed(bureau.clerk, { filter })).map(({ id }) => id)).toContain(claim);
    expect((await listed(bureau.clerk, { filter, asOf: { position } })).map(({ id }) => id)).not.toContain(claim);
  });

  it('stop for an inspection and go on, by the office whose turn it is', async () => {
    const claim = await submitted();
    api.today('2026-08-04');
    const asked = { claim, ground: 'INSPECTION', basis: '示例办法第三条', reason: '现场核查设备' };
    expect(await api.send(bureau.finance, 'suspendClock', asked)).toMatchObject({ code: 'NOT_YOUR_OFFICE' });
    expect(await api.send(bureau.clerk, 'suspendClock', { ...asked, basis: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
      problems: [{ field: 'basis' }],
    });
    expect(await api.send(bureau.clerk, 'suspendClock', asked)).toMatchObject({ status: 'SUBMITTED' });
    // Ten working days, to Tuesday 18: it goes on by itself then, with two left.
    api.today('2026-08-12');
    expect(await shown(claim)).toMatchObject({
      light: 'ON_TIME',
      deadlines: {
        step: { dueOn: '2026-08-20', daysLeft: 2 },
        suspension: { since: '2026-08-04', until: '2026-08-18', ground: 'INSPECTION', basis: '示例办法第三条' },
      },
    });
    expect(await api.send(bureau.clerk, 'resumeClock', { claim, reason: '核查属实' })).toMatchObject({
      status: 'SUBMITTED',
    });
    // Wednesday 12 counts, and Thursday.
    expect(await shown(claim)).toMatchObject({ light: 'DUE_SOON', deadlines: { step: { dueOn: '2026-08-13' } } });
    // Stopped again, it stands to the same day; and no more after it.
    expect(await api.send(bureau.clerk, 'suspendClock', asked)).toMatchObject({ status: 'SUBMITTED' });
    expect(await shown(claim)).toMatchObject({ deadlines: { suspension: { until: '2026-08-18' } } });
    api.today('2026-08-19');
    expect(await shown(claim)).toMatchObject({ deadlines: { suspension: null, step: { dueOn: '2026-08-20' } } });
    expect(await api.send(bureau.clerk, 'suspendClock', asked)).toMatchObject({ code: 'ALREADY_DECIDED' });
    // Whoever submitted it takes no other step on it, and the other clerk does.
    expect(await api.send(bureau.clerk, 'acceptClaim', { claim })).toMatchObject({ code: 'SAME_PERSON' });
    expect(await api.send(bureau.otherClerk, 'acceptClaim', { claim })).toMatchObject({ status: 'ACCEPTED' });
  });
});

describe('lists and the dashboard', () => {
  it('have each claim under its light, in the order of what is due, as many as the dashboard counts', async () => {
    api.today('2026-08-11');
    const [late, soon, today] = [await submitted(), await submitted(), await submitted()];
    for (const claim of [soon, today]) await bureau.done(bureau.otherClerk, 'acceptClaim', { claim });
    api.today('2026-08-13');
    const paused = await submitted();
    await bureau.done(bureau.otherClerk, 'returnClaim', { claim: paused, reason: '请补充发票' });
    // The whole of the first two ends on Tuesday 18; the step of the one that nobody accepted on Thursday 13.
    api.today('2026-08-17');
    const lights = Object.fromEntries((await listed(bureau.clerk, {})).map(({ id, light }) => [id, light]));
    expect([late, soon, today, paused].map((id) => lights[id])).toEqual(['OVERDUE', 'DUE_SOON', 'DUE_SOON', 'PAUSED']);
    for (const day of ['2026-08-17', '2026-08-18']) {
      api.today(day);
      const everything = await listed(bureau.clerk, {});
      for (const light of ['OVERDUE', 'DUE_TODAY', 'DUE_SOON', 'PAUSED']) {
        const all = await listed(bureau.clerk, { filter: { light: [light] } });
        const mine = await listed(bureau.otherClerk, { filter: { light: [light], waitingForMe: true } });
        expect(all).toEqual(everything.filter((each) => each.light === light));
        const tally = (await dueOf(bureau.otherClerk)).due.find((each) => each.light === light);
        expect(tally).toEqual({ light, claims: all.length, waiting: mine.length });
      }
    }
    expect((await shown(today)).light).toBe('DUE_TODAY');

    const sort = { field: 'DUE', direction: 'ASC' };
    const order = (await listed(bureau.clerk, { sort })).map(({ id }) => id);
    const places = [late, soon, paused].map((id) => order.indexOf(id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    // What is due later than any day of the log is in its place as of then too.
    const { position } = await shown(late);
    await submitted();
    expect((await listed(bureau.clerk, { sort, asOf: { position } })).map(({ id }) => id)).toEqual(order);
    expect(await listed(bureau.clerk, { filter: { light: [] } })).toEqual([]);
  });
});

describe('an open step of a route', () => {
  const STEPS = `query ($id: ID!) { claim(id: $id) {
    light officeDeadline { dueOn light } route { steps { key isOpen deadline { days dueOn light daysLeft escalatedTo } } } } }`;
  const steps = async (who: Official, claim: string) => (await ask(api, who, STEPS, { id: claim })).claim;

  it('has a light of its own on the page and in the queue of its office, and is reported to its superior', async () => {
    const science = await api.hire('reviewer', CITY, '市科技局');
    const industry = await api.hire('reviewer', CITY, '市工信局');
    const uscc = await bureau.enterprise();
    const claim = await bureau.accepted({ uscc, measure: SCENARIO, evidence: freshEvidence(SCENARIO) });

    const own = { dueOn: '2026-08-06', light: 'ON_TIME' };
    expect(await steps(science, claim)).toEqual({
      light: 'ON_TIME',
      officeDeadline: own,
      route: {
        steps: [
          { key: 'science', isOpen: true, deadline: { ...own, days: 3, daysLeft: 3, escalatedTo: null } },
          { key: 'industry', isOpen: true, deadline: null },
        ],
      },
    });
    expect(await steps(industry, claim)).toMatchObject({ officeDeadline: null });
    expect(await listed(science, { filter: { waitingForMe: true, light: ['ON_TIME'] } })).toEqual([
      { id: claim, light: 'ON_TIME' },
    ]);

    api.today('2026-08-07');
    await api.caughtUp(CITY);
    await api.app.get(OverdueReports).look();
    await api.caughtUp(CITY);
    expect(await steps(science, claim)).toMatchObject({
      light: 'OVERDUE',
      officeDeadline: { light: 'OVERDUE' },
      route: { steps: [{ deadline: { light: 'OVERDUE', daysLeft: -1, escalatedTo: '科技局分管领导' } }, {}] },
    });

    const taken = { claim, step: 'science', outcome: 'AGREE', opinion: '属实' };
    expect(await api.send(science, 'takeStep', taken)).toMatchObject({ status: 'ACCEPTED' });
    expect(await steps(science, claim)).toMatchObject({ light: null, officeDeadline: null });
  });
});

describe('what is overdue', () => {
  const look = async (): Promise<void> => {
    await api.caughtUp(CITY);
    await api.app.get(OverdueReports).look();
    await api.caughtUp(CITY);
  };
  const reports = async (claim: string): Promise<object[]> =>
    (await api.store.readStream(CITY, claimStream(claim))).events.flatMap(({ type, data }) =>
      type === 'DeadlineEscalated' ? [data] : [],
    );

  it('is reported to the named superior once for each limit, tells the timeline, and blocks nothing', async () => {
    api.today('2026-08-24');
    const claim = await submitted();
    api.today('2026-08-26');
    await look();
    expect(await reports(claim)).toEqual([]);
    api.today('2026-08-27');
    // Whose account is shut hears of nothing; what is overdue waits for who comes after him, or comes back.
    const open = (is: boolean) =>
      api.pool.query('update identity."user" set disabled = $2 where id = $1', [head.id, !is]);
    await open(false);
    await look();
    expect(await reports(claim)).toEqual([]);
    await open(true);
    api.today('2026-08-28');
    await look();
    await look();
    const superior = { name: '窗口负责人', account: 'window-head' };
    expect(await reports(claim)).toMatchObject([{ limit: 'step', attempt: 1, dueOn: '2026-08-26', superior }]);
    expect(await shown(claim)).toMatchObject({ light: 'OVERDUE', deadlines: { step: { escalatedTo: '窗口负责人' } } });
    const page = await ask(
      api,
      bureau.clerk,
      'query ($id: ID!) { claim(id: $id) { timeline { type actor { displayName } summary { zh } } } }',
      { id: claim },
    );
    expect(page.claim).toMatchObject({
      timeline: expect.arrayContaining([
        expect.objectContaining({
          type: 'DeadlineEscalated',
          summary: { zh: '环节时限于2026-08-26届满（窗口受理），已上报窗口负责人；不影响继续办理' },
        }),
      ]),
    });

    const mine = await listed(head, { filter: { escalatedToMe: true } });
    expect(mine.map(({ id }) => id)).toContain(claim);
    expect(await dueOf(head)).toMatchObject({ escalatedToMe: mine.length });
    expect(await listed(bureau.clerk, { filter: { escalatedToMe: true } })).toEqual([]);

    // Whoever accepts it late takes it out of the superior's list; the whole limit is reported when it is passed.
    expect(await api.send(bureau.otherClerk, 'acceptClaim', { claim })).toMatchObject({ status: 'ACCEPTED' });
    expect((await listed(head, { filter: { escalatedToMe: true } })).map(({ id }) => id)).not.toContain(claim);
  });

  it('is told by tables that are built anew as by those that followed', async () => {
    await api.caughtUp(CITY);
    const rows = async () =>
      (
        await api.pool.query<object>(
          `select id, due_on, remind_on, due_earliest, clock, report_after, escalated_to, clocks
             from read.claim where tenant = $1 order by id`,
          [CITY],
        )
      ).rows;
    const before = await rows();
    expect(before.length).toBeGreaterThan(5);
    await api.app.get(ReadModel).rebuild();
    await api.caughtUp(CITY);
    expect(await rows()).toEqual(before);
  });
});
