import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../clock/clock.js';
import { Law } from '../policy/law/law.js';
import { DemoAccounts } from '../demo/demo-accounts.js';
import { DEMO_FOLDER } from '../demo/demo-folder.js';
import { ImportPlayer } from '../import/import-player.js';
import { Offices } from '../import/offices.js';
import { planImport } from '../import/plan.js';
import { Api, type Official } from '../spec/api.spec.js';
import { Bureau, CITY, COUNTY, RENTAL, SCENARIO } from '../spec/bureau.spec.js';
import { ask, errorCode } from '../spec/queries.spec.js';
import { differencesAt, ReplayBeside } from '../spec/replay-beside.spec.js';
import { ReadModel } from './read-model.js';

/** Requests under a writer, and positions that are replayed; `npm run test:positions` takes more of both, and the demo. */
const REQUESTS = Number(process.env.DUIXIAN_POSITION_REQUESTS ?? 60);
const POSITIONS = Number(process.env.DUIXIAN_POSITIONS ?? 12);
const WITH_DEMO = process.env.DUIXIAN_POSITIONS_OF_DEMO === 'true';

const CLAIM = `id status held year requestedAmount agreedAmount determinedAmount paidAmount submittedOn updatedAt
  policyVersion subject enterprise { uscc name } division { code } publicity { from until } evidence { kind number }
  determination { amount kind lines { payer { code } amount } } payments { id status amount }`;
const TOTALS = 'claims requested determined reserved paid returned withdrawn';

/** Everything that is made of the log, but for what depends on the day or on who asks. */
const LISTS = `query ($asOf: AsOf, $uscc: ID!) {
  claims(first: 50, asOf: $asOf) { position totalCount nodes { ${CLAIM} } }
  byUpdate: claims(first: 3, sort: { field: UPDATED_AT, direction: DESC }) { nodes { id } }
  byAmount: claims(first: 3, sort: { field: DETERMINED_AMOUNT, direction: ASC }) { nodes { id } }
  submitted: claims(filter: { status: [SUBMITTED], year: 2025 }) { totalCount nodes { id } }
  ofEnterprise: claims(filter: { uscc: $uscc }) { totalCount nodes { id } }
  payments(first: 50) { totalCount nodes { id status amount bankReference claim { id status } } }
  enterprises(first: 50) { totalCount nodes { uscc name division { code } } }
  yearlyTotals { totalCount nodes { id granted reserved paid city county } }
  events(first: 50) { totalCount nodes { position type } }
}`;
const RECORDS = `query ($asOf: AsOf, $claim: ID!, $uscc: ID!) {
  claim(id: $claim, asOf: $asOf) { position ${CLAIM} timeline { position type } }
  enterprise(uscc: $uscc) {
    name division { code } moves { on } totals { granted paid } claims { totalCount nodes { id } }
    contact { name } contactChanges { id standing proposedOn now { name } } bankAccounts { id notice { note } answeredOn }
  }
  programmes { id pool { reserved paid } quota { reserved paid } }
  dashboard {
    position totals { ${TOTALS} } byStatus { status claims requested determined } measures { reserved paid }
    treasuries { payer { code } reserved paid returned } caps { id granted } programmes { id pool { used } quota { used } } recent { position }
  }
}`;
const LENGTH = 'query ($asOf: AsOf) { claims(asOf: $asOf) { position totalCount } }';
const THEN = 'fragment Then on Query { then: claims(asOf: { position: "5" }) { position } }';

describe('a request', () => {
  let api: Api;
  let bureau: Bureau;
  let auditor: Official;
  let uscc: string;

  beforeAll(async () => {
    api = await Api.start({ DUIXIAN_BUDGET_ACCOUNT: '100000000', DUIXIAN_BUDGET_ADDRESS: '100000000' });
    bureau = await Bureau.open(api);
    auditor = await api.hire('auditor', CITY);
    uscc = await bureau.enterprise();
  });

  afterAll(() => api.stop());

  it('as of each position is answered what was answered there', async () => {
    const answers: { readonly position: string; readonly claim: string; readonly answer: unknown }[] = [];
    const everything = async (claim: string, asOf: object | null) => ({
      ...(await ask(api, auditor, LISTS, { uscc, asOf })),
      ...(await ask(api, auditor, RECORDS, { claim, uscc, asOf })),
    });
    const note = async (claim: string): Promise<void> => {
      await api.caughtUp(CITY);
      const position = (await api.store.head(CITY)).toString();
      answers.push({ position, claim, answer: await everything(claim, null) });
    };
    await note('none');
    const paid = await bureau.instructed({ uscc });
    await note(paid.id);
    const { id: withdrawn } = await bureau.determined({ uscc, measure: SCENARIO });
    await note(withdrawn);
    await bureau.done(bureau.clerk, 'withdrawClaim', { claim: withdrawn, reason: '企业放弃' });
    await note(withdrawn);
    api.today('2026-08-20');
    for (const { id } of paid.payments) {
      const treasury = await bureau.treasury(id.slice(-6));
      const settled = { payment: id, attempt: 1, bankReference: `B-${id}`, paidOn: '2026-08-20' };
      await bureau.done(treasury, 'confirmPayment', settled);
      await note(paid.id);
    }
    const [returned] = paid.payments;
    const treasury = await bureau.treasury(returned?.id.slice(-6) ?? CITY);
    const sentBack = { payment: returned?.id, attempt: 1, reason: '账号有误', returnedOn: '2026-08-20' };
    await bureau.done(treasury, 'recordBankReturn', sentBack);
    await note(paid.id);
    await bureau.reviewed({ uscc: await bureau.enterprise(), measure: RENTAL });
    await note(paid.id);

    expect(new Set(answers.map(({ position }) => position)).size).toBe(answers.length);
    for (const { position, claim, answer } of answers) {
      expect(await everything(claim, { position })).toEqual(answer);
    }
  });

  it('as of a moment is answered what had been recorded by then', async () => {
    const { rows } = await api.pool.query<{ moment: string; position: string }>(
      `select to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.US') as moment,
              (select max(position) from es.event l where l.tenant = $1 and l.recorded_at <= e.recorded_at) as position
         from es.event e where tenant = $1 and position in (1, 7, (select max(position) / 2 from es.event)) order by 2`,
      [CITY],
    );

    for (const { moment, position } of rows) {
      expect(await ask(api, auditor, LENGTH, { asOf: { moment } })).toMatchObject({ claims: { position } });
    }
  });

  it('as of a moment that is yet to come is refused, a day that is not over too', async () => {
    const { rows } = await api.pool.query<{ today: string }>(
      `select to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today`,
    );
    for (const moment of ['2999-01-01T00:00', rows[0]?.today]) {
      const { errors } = await api.post(auditor, LENGTH, { asOf: { moment } });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'AS_OF_AHEAD', field: 'asOf' });
    }
  });

  it('as of a moment before the first event is refused with the moment from which on it can be asked', async () => {
    const { errors } = await api.post(auditor, LENGTH, { asOf: { moment: '2001-01-01' } });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'AS_OF_BEFORE', field: 'asOf' });
    const [begins = ''] = /\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/.exec(errors?.[0]?.message ?? '') ?? [];
    const { claims } = (await ask(api, auditor, LENGTH, { asOf: { moment: begins } })) as unknown as { claims: Page };

    expect(BigInt(claims.position)).toBeGreaterThan(0n);
  });

  it('as of a position that is yet to come is refused with the head of the log', async () => {
    const head = await api.store.head(CITY);
    const { errors } = await api.post(auditor, LENGTH, { asOf: { position: (head + 1n).toString() } });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'AS_OF_AHEAD', field: 'asOf', head: head.toString() });
  });

  it.each([
    [{}],
    [{ position: '1', moment: '2026-11-26' }],
    [{ position: '-1' }],
    [{ moment: '2026-13-01T00:00' }],
    [{ moment: 'yesterday' }],
  ])('as of %j is refused by name', async (asOf) => {
    const { errors } = await api.post(auditor, LENGTH, { asOf });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(errors?.[0]?.extensions.field).toMatch(/^asOf/);
  });

  it('as of two positions is refused, since it is answered at one', async () => {
    const query = '{ claims(asOf: { position: "1" }) { position } payments(asOf: { position: "2" }) { position } }';

    expect(await errorCode(api, auditor, query)).toBe('BAD_USER_INPUT');
  });

  it.each([
    ['a number', '{ claims(asOf: { position: 5 }) { position } }', {}],
    ['a number in a variable', LENGTH, { asOf: { position: 5 } }],
    ['a default', 'query ($asOf: AsOf = { position: "5" }) { claims(asOf: $asOf) { position } }', {}],
    ['a default within', 'query ($at: ID = "5") { claims(asOf: { position: $at }) { position } }', {}],
    ['a fragment', '{ ...All } fragment All on Query { claims(asOf: { position: "5" }) { position } }', {}],
  ])('as of a position that is stated as %s is answered there', async (_, query, variables) => {
    expect(await ask(api, auditor, query, variables)).toMatchObject({ claims: { position: '5' } });
  });

  it.each([
    ['of another operation', 'query Other { claims(asOf: { position: "5" }) { position } }', ''],
    ['of a fragment of another operation', `query Other { ...Then } ${THEN}`, ''],
    ['that is skipped', '', 'then: claims(asOf: { position: "5" }) @skip(if: true) { position }'],
    ['of a fragment that is not included', THEN, '...Then @include(if: false)'],
  ])('is not answered as of a position %s', async (_, beside, within) => {
    const head = (await api.store.head(CITY)).toString();
    await api.caughtUp(CITY);
    const query = `query Asked { claims { position } ${within} } ${beside}`;
    const { data } = await api.post(auditor, query, {}, 'Asked');

    expect(data).toEqual({ claims: { position: head } });
  });

  it('as of a moment is answered with a cursor of then, and with the same moment of another zone', async () => {
    const { rows } = await api.pool.query<{ beijing: string; utc: string; position: string }>(
      `select to_char(recorded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS.US') as beijing,
              to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as utc,
              (select max(position) from es.event l where l.tenant = $1 and l.recorded_at <= e.recorded_at) as position
         from es.event e where tenant = $1 order by e.position desc limit 1`,
      [CITY],
    );
    const [{ beijing, utc, position } = { beijing: '', utc: '', position: '' }] = rows;
    const query = `query ($asOf: AsOf, $same: AsOf, $after: String) {
      claims(first: 1, asOf: $asOf, after: $after) { position pageInfo { endCursor } } payments(asOf: $same) { position } }`;
    const asked = { asOf: { moment: beijing }, same: { moment: utc } };
    const { claims } = (await ask(api, auditor, query, asked)) as unknown as { claims: Page };
    const next = await ask(api, auditor, query, { ...asked, after: claims.pageInfo.endCursor });

    expect([claims, next.claims, next.payments]).toMatchObject(Array(3).fill({ position }));
    expect(await errorCode(api, auditor, query, { ...asked, same: { position: '5' } })).toBe('BAD_USER_INPUT');
  });

  it('as of then offers nothing to be done', async () => {
    const id = await bureau.submitted({ uscc: await bureau.enterprise() });
    const position = (await api.store.head(CITY)).toString();
    const query = 'query ($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { actions { action allowed } } }';
    const allowed = async (asOf: object | null): Promise<string[]> => {
      const { claim } = await ask(api, bureau.otherClerk, query, { id, asOf });
      const { actions } = claim as { actions: { action: string; allowed: boolean }[] };
      return actions.filter((each) => each.allowed).map(({ action }) => action);
    };

    expect(await allowed(null)).toContain('ACCEPT');
    expect(await allowed({ position })).toEqual([]);
  });

  it('as of then holds a publicity open that is over by now', async () => {
    const id = await bureau.publicised({ uscc: await bureau.enterprise(), measure: SCENARIO });
    const position = (await api.store.head(CITY)).toString();
    const query = 'query ($id: ID!, $asOf: AsOf) { claim(id: $id, asOf: $asOf) { nextStep { en } } }';
    const nextStep = async (asOf: object | null) =>
      ((await ask(api, auditor, query, { id, asOf })).claim as { nextStep: { en: string } }).nextStep.en;
    api.today('2026-08-28');

    expect(await nextStep({ position })).toMatch(/^It is publicised until 2026-/);
    expect(await nextStep(null)).toBe('Publicity is over: it waits for finance to instruct payment.');
  });

  it('refuses a cursor of another filter by name', async () => {
    const query = `query ($after: String, $filter: ClaimFilter) {
      claims(first: 1, after: $after, filter: $filter) { pageInfo { endCursor } } }`;
    const { claims } = await ask(api, auditor, query, { filter: { year: 2025 } });
    const after = (claims as { pageInfo: { endCursor: string } }).pageInfo.endCursor;

    expect(await errorCode(api, auditor, query, { after, filter: { year: 2025, status: null } })).toBeNull();
    expect(await errorCode(api, auditor, query, { after, filter: { year: 2024 } })).toBe('BAD_USER_INPUT');
  });

  describe('while others write', () => {
    let writing = true;
    let written = 0;
    let writer: Promise<void>;

    beforeAll(async () => {
      const usccs = [uscc, await bureau.enterprise(COUNTY), await bureau.enterprise()];
      const write = async (): Promise<void> => {
        while (writing) {
          await bureau.submitted({
            uscc: usccs[written % usccs.length] ?? uscc,
            measure: SCENARIO,
            subject: `场景${written}`,
          });
          written += 1;
        }
      };
      writer = Promise.all([write(), write()]).then(() => undefined);
    });

    it('holds one position in all that it answers', async () => {
      const query = `{
        dashboard { position totals { claims requested } byStatus { claims requested } measures { claims requested } }
        claims(first: 100) { position totalCount nodes { requestedAmount } }
        events { totalCount position }
      }`;
      const positions = new Set<string>();
      for (let n = 0; n < REQUESTS; n += 1) {
        const { dashboard, claims, events } = (await ask(api, auditor, query)) as unknown as Answered;
        const { totals, byStatus, measures, position } = dashboard;
        positions.add(position);
        expect([claims.position, events.position, events.totalCount.toString()]).toEqual(Array(3).fill(position));
        expect(claims.totalCount).toBe(totals.claims);
        for (const parts of [byStatus, measures]) {
          expect(parts.reduce((sum, part) => sum + part.claims, 0)).toBe(totals.claims);
        }
        if (claims.totalCount <= 100) expect(claims.nodes).toHaveLength(claims.totalCount);
      }

      expect(positions.size).toBeGreaterThan(REQUESTS / 10);
    });

    it('is read page by page as one state', async () => {
      const query = `query ($after: String, $asOf: AsOf) {
        claims(first: 50, after: $after, asOf: $asOf, sort: { field: UPDATED_AT, direction: DESC }) {
          position totalCount nodes { id status } pageInfo { endCursor hasNextPage } } }`;
      const nodes: unknown[] = [];
      const positions = new Set<string>();
      const before = written;
      for (let after: string | null = null; ;) {
        const { claims } = (await ask(api, auditor, query, { after })) as unknown as { claims: Page };
        nodes.push(...claims.nodes);
        positions.add(claims.position);
        if (!claims.pageInfo.hasNextPage) {
          expect(nodes).toHaveLength(claims.totalCount);
          break;
        }
        after = claims.pageInfo.endCursor;
      }
      expect(written).toBeGreaterThan(before);
      expect(positions.size).toBe(1);
      const [position] = positions;
      const whole = `query ($asOf: AsOf) {
        claims(first: 100, asOf: $asOf, sort: { field: UPDATED_AT, direction: DESC }) { nodes { id status } } }`;
      const { claims } = (await ask(api, auditor, whole, { asOf: { position } })) as unknown as { claims: Page };
      expect(nodes.slice(0, 100)).toEqual(claims.nodes);
    });

    afterAll(async () => {
      writing = false;
      await writer;
    });
  });

  it('finds the tables at any position as a replay of the log up to there fills them', async () => {
    await checkReplay(api, CITY);
  });
});

(WITH_DEMO ? describe : describe.skip)('the demo', () => {
  let api: Api;

  beforeAll(async () => {
    api = await Api.start();
    const offices = new Offices(await api.app.get(DemoAccounts).ensure());
    const { steps } = planImport(
      { path: DEMO_FOLDER, today: api.app.get(Clock).today() },
      api.app.get(Law).known,
      offices,
    );
    const { signal } = new AbortController();
    await api.app.get(ImportPlayer).play(steps, { onProgress: () => undefined, signal });
  }, 300_000);

  afterAll(() => api.stop());

  it.each(['350100', '350200', '350500', '350600'])(
    'of %s stands at any position as a replay up to there fills it',
    (tenant) => checkReplay(api, tenant),
  );
});

interface Answered {
  readonly dashboard: {
    readonly position: string;
    readonly totals: { readonly claims: number };
    readonly byStatus: readonly { readonly claims: number }[];
    readonly measures: readonly { readonly claims: number }[];
  };
  readonly claims: { readonly position: string; readonly totalCount: number; readonly nodes: readonly unknown[] };
  readonly events: { readonly position: string; readonly totalCount: number };
}

interface Page {
  readonly position: string;
  readonly totalCount: number;
  readonly nodes: readonly unknown[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

/**
 * Replays a city's log beside the live tables, stops at random positions, and where claims were first and last replaced,
 * and compares every table there.
 */
async function checkReplay(api: Api, tenant: string): Promise<void> {
  const head = await api.store.head(tenant);
  await api.app.get(ReadModel).holds(tenant, head, 30_000);
  const random = Array.from({ length: POSITIONS }, () => BigInt(1 + Math.floor(Math.random() * Number(head))));
  const { rows } = await api.pool.query<{ position: string }>(
    `select unnest(array[min(until_position), max(until_position)]) as position from read.claim_past where tenant = $1`,
    [tenant],
  );
  const replaced = rows.map(({ position }) => BigInt(position));
  const stops = [...new Set([1n, head, ...replaced, ...random])].sort((a, b) => (a < b ? -1 : 1));
  const replay = await ReplayBeside.begin(api, tenant);
  try {
    for (const position of stops) {
      await replay.to(position);
      expect(await differencesAt(replay, position)).toEqual([]);
    }
  } finally {
    await replay.end();
  }
}
