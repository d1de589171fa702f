import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLAIM_STATUSES, fenOf } from '@duixian/casework';
import { Catalogue } from '@duixian/policy';
import fc from 'fast-check';
import { DemoAccounts } from '../demo/demo-accounts.js';
import { DEMO_FOLDER } from '../demo/demo-folder.js';
import { ImportPlayer } from '../import/import-player.js';
import { Offices } from '../import/offices.js';
import { planImport } from '../import/plan.js';
import { ReadModel } from '../log/read-model.js';
import { Api, type Official } from './api.spec.js';
import {
  Bureau,
  CITY,
  COUNTY,
  COUNTY_RENTAL,
  OTHER_COUNTY,
  RENTAL,
  SCENARIO,
  submission,
  TODAY,
  type Submission,
} from './bureau.spec.js';
import {
  figuresByReplay,
  linesByReplay,
  replayedClaims,
  yuan,
  type ReplayedClaim,
  type ReplayedLine,
} from './figures-by-replay.spec.js';
import { ask } from './queries.spec.js';
import { wholeLog } from './replay.spec.js';

/** Lives that are tried; `npm run test:fuzz` tries many. */
const LIVES = Number(process.env.DUIXIAN_FUZZ_LIVES ?? 8);

const FIGURES = 'claims requested determined reserved paid returned withdrawn loanLimitsRequested loanLimits';
const USE = 'ceiling reserved paid used remaining';
const SUMS = 'granted reserved paid city county';

type Figures = ReturnType<typeof figuresByReplay>;
type Sums = Readonly<Record<'granted' | 'reserved' | 'paid' | 'city' | 'county', string>>;
interface Dashboard {
  readonly totals: Figures;
  readonly byStatus: readonly (Figures & { readonly status: string })[];
  readonly measures: readonly (Figures & { readonly measure: { readonly id: string } })[];
  readonly treasuries: readonly (Pick<Figures, 'reserved' | 'paid' | 'returned'> & {
    readonly payer: { readonly code: string };
    readonly onOthersBasis: string;
  })[];
}
interface YearlyTotal extends Sums {
  readonly uscc: string;
  readonly measure: { readonly id: string };
  readonly year: number;
  readonly counted: Sums;
}
type Use = 'ceiling' | 'reserved' | 'paid' | 'used' | 'remaining';
interface Programme {
  readonly measure: { readonly id: string };
  readonly year: number;
  readonly pool: Readonly<Record<Use, string>> | null;
  readonly quota: Readonly<Record<Use, number>> | null;
}
interface ListedClaim {
  readonly id: string;
  readonly requestedAmount: string;
  readonly determinedAmount: string | null;
  readonly paidAmount: string;
}
interface ListedPayment {
  readonly status: string;
  readonly amount: string;
  readonly payer: { readonly code: string };
  readonly claim: { readonly id: string };
}

let api: Api;
const auditors = new Map<string, Official>();

async function auditorOf(tenant: string): Promise<Official> {
  const auditor = auditors.get(tenant) ?? (await api.hire('auditor', tenant));
  auditors.set(tenant, auditor);
  return auditor;
}

/** All nodes of a list, page by page. */
async function all<Node>(
  auditor: Official,
  list: string,
  filter: object,
  type: string,
  nodes: string,
): Promise<Node[]> {
  const found: Node[] = [];
  for (let after: string | null = null; ;) {
    const query = `query ($filter: ${type}, $after: String) {
      page: ${list}(first: 100, after: $after, filter: $filter) {
        nodes { ${nodes} } totalCount pageInfo { hasNextPage endCursor } } }`;
    const { page } = (await ask(api, auditor, query, { filter, after })) as {
      page: { nodes: Node[]; totalCount: number; pageInfo: { hasNextPage: boolean; endCursor: string } };
    };
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) {
      expect(page.totalCount).toBe(found.length);
      return found;
    }
    after = page.pageInfo.endCursor;
  }
}

/** Compares every figure that the API shows of a city with a replay of its log. */
async function checkFigures(tenant: string): Promise<ReplayedClaim[]> {
  await api.app.get(ReadModel).caughtUp(tenant, await api.store.head(tenant));
  const claims = replayedClaims(await wholeLog(api, tenant), api.app.get(Catalogue));
  const auditor = await auditorOf(tenant);
  const totals = await checkDashboard(auditor, claims);
  await checkYearlyTotals(auditor, claims, totals);
  await checkPayments(auditor, claims, totals);
  await checkClaims(auditor, claims);
  await checkProgrammes(auditor, claims);
  return claims;
}

/** Over status, measure and payer. */
async function checkDashboard(auditor: Official, claims: readonly ReplayedClaim[]): Promise<Figures> {
  const { dashboard } = (await ask(
    api,
    auditor,
    `{ dashboard { totals { ${FIGURES} } byStatus { status ${FIGURES} } measures { measure { id } ${FIGURES} }
       treasuries { payer { code } reserved paid returned onOthersBasis } } }`,
  )) as unknown as { dashboard: Dashboard };
  const { totals, byStatus, measures, treasuries } = dashboard;

  expect(totals).toEqual(figuresByReplay(claims));
  expect(totals.determined).toBe(yuan([totals.reserved, totals.paid, totals.returned].map(fenOf)));
  expect(byStatus).toEqual(
    CLAIM_STATUSES.map((status) => ({
      status: status.toUpperCase(),
      ...figuresByReplay(claims.filter((claim) => claim.status === status)),
    })),
  );
  expect(measures).toEqual(
    distinct(claims.map(({ measure }) => measure)).map((id) => ({
      measure: { id },
      ...figuresByReplay(claims.filter(({ measure }) => measure === id)),
    })),
  );
  for (const name of FIGURES.split(' ') as (keyof Figures)[]) {
    expect([name, added(byStatus, name)]).toEqual([name, added([totals], name)]);
    expect([name, added(measures, name)]).toEqual([name, added([totals], name)]);
  }

  const lines = claims.flatMap((claim) => claim.lines);
  expect(treasuries).toEqual(
    distinct(lines.map(({ payer }) => payer)).map((code) => {
      const own = lines.filter(({ payer }) => payer === code);
      const others = own.filter(({ basis, state }) => divisionOf(basis) !== code && state !== 'withdrawn');
      return {
        payer: { code },
        ...linesByReplay(own),
        onOthersBasis: yuan(others.map(({ amount }) => amount)),
      };
    }),
  );
  for (const name of ['reserved', 'paid', 'returned'] as const) {
    expect(added(treasuries, name)).toBe(added([totals], name));
  }
  return totals;
}

/** Over enterprise, legal basis and year. */
async function checkYearlyTotals(auditor: Official, claims: readonly ReplayedClaim[], totals: Figures): Promise<void> {
  const fields = `uscc measure { id } year ${SUMS} counted { ${SUMS} }`;
  const rows = await all<YearlyTotal>(auditor, 'yearlyTotals', {}, 'YearlyTotalFilter', fields);
  for (const { uscc, measure, year, counted, ...sums } of rows) {
    const stand = claims.filter((claim) => claim.uscc === uscc && claim.year === year).flatMap(({ lines }) => lines);
    expect(sums).toEqual(sumsByReplay(stand.filter(({ basis }) => basis === measure.id)));
    expect(fenOf(counted.granted)).toBe(fenOf(counted.city) + fenOf(counted.county));
    expect(fenOf(counted.granted)).toBeGreaterThanOrEqual(fenOf(sums.granted));
    const guard = (await api.store.readGuards(auditor.tenant, [`enterprise:${uscc}:${measure.id}:${year}`])).values();
    const [{ reserved, paid } = { reserved: 0n, paid: 0n }] = guard;
    expect([counted.reserved, counted.paid]).toEqual([yuan([reserved]), yuan([paid])]);
  }
  expect(added(rows, 'reserved')).toBe(added([totals], 'reserved'));
  expect(added(rows, 'paid')).toBe(added([totals], 'paid'));
  expect(added(rows, 'granted')).toBe(added(rows, 'city') + added(rows, 'county'));

  const narrowed: readonly (readonly [object, (claim: ReplayedClaim, line: ReplayedLine) => boolean])[] = [
    ...distinct(rows.map((row) => row.measure.id)).map(
      (measure) => [{ measure }, (_: ReplayedClaim, { basis }: ReplayedLine) => basis === measure] as const,
    ),
    ...[...new Set(rows.map(({ year }) => year))].map(
      (year) => [{ year }, (claim: ReplayedClaim) => claim.year === year] as const,
    ),
    ...busiest(claims).map((uscc) => [{ uscc }, (claim: ReplayedClaim) => claim.uscc === uscc] as const),
  ];
  for (const [filter, isIn] of narrowed) {
    const some = await all<YearlyTotal>(auditor, 'yearlyTotals', filter, 'YearlyTotalFilter', fields);
    const lines = claims.flatMap((claim) => claim.lines.filter((line) => isIn(claim, line)));
    const sums = Object.entries(sumsByReplay(lines)).map(([name, sum]) => [name, fenOf(sum)]);
    expect([filter, SUMS.split(' ').map((name) => [name, added(some, name as keyof Sums)])]).toEqual([filter, sums]);
  }
}

/** Over payments and their payers. */
async function checkPayments(auditor: Official, claims: readonly ReplayedClaim[], totals: Figures): Promise<void> {
  const fields = 'status amount payer { code } claim { id }';
  const payments = await all<ListedPayment>(auditor, 'payments', {}, 'PaymentFilter', fields);
  const of = (status: string): ListedPayment[] => payments.filter((payment) => payment.status === status);
  expect(added(of('PAID'), 'amount')).toBe(fenOf(totals.paid));
  expect(added(of('RETURNED'), 'amount')).toBe(fenOf(totals.returned));
  const waiting = claims.filter(({ status }) => status === 'determined' || status === 'publicised');
  const notInstructed = waiting.flatMap(({ lines }) => lines).reduce((total, { amount }) => total + amount, 0n);
  expect(added(of('INSTRUCTED'), 'amount') + notInstructed).toBe(fenOf(totals.reserved));
  for (const payer of distinct(payments.map((payment) => payment.payer.code))) {
    const narrowed = await all<ListedPayment>(auditor, 'payments', { payer }, 'PaymentFilter', fields);
    expect(added(narrowed, 'amount')).toBe(
      added(
        payments.filter((payment) => payment.payer.code === payer),
        'amount',
      ),
    );
  }
}

/** Over status, measure, year, division and enterprise: the list narrowed to each of them. */
async function checkClaims(auditor: Official, claims: readonly ReplayedClaim[]): Promise<void> {
  const listed = (filter: object): Promise<ListedClaim[]> =>
    all(auditor, 'claims', filter, 'ClaimFilter', 'id requestedAmount determinedAmount paidAmount');
  const shown = (wanted: readonly ReplayedClaim[]): ListedClaim[] =>
    wanted
      .map(({ id, requested, status, determined, lines }) => ({
        id,
        requestedAmount: yuan([requested]),
        determinedAmount: status === 'declined' || determined > 0n ? yuan([determined]) : null,
        paidAmount: linesByReplay(lines).paid,
      }))
      .sort(byId);
  const check = async (filter: object, isIn: (claim: ReplayedClaim) => boolean): Promise<void> => {
    expect([filter, (await listed(filter)).sort(byId)]).toEqual([filter, shown(claims.filter(isIn))]);
  };
  for (const status of CLAIM_STATUSES) {
    await check({ status: [status.toUpperCase()] }, (claim) => claim.status === status);
  }
  for (const measure of distinct(claims.map((claim) => claim.measure))) {
    await check({ measure }, (claim) => claim.measure === measure);
  }
  for (const year of new Set(claims.map((claim) => claim.year))) await check({ year }, (claim) => claim.year === year);
  for (const division of distinct(claims.map((claim) => claim.division))) {
    await check({ division }, (claim) => claim.division.startsWith(division.replace(/00$/, '')));
  }
  for (const uscc of busiest(claims)) await check({ uscc }, (claim) => claim.uscc === uscc);
}

/** Over the measures and years that have a pool or a quota. */
async function checkProgrammes(auditor: Official, claims: readonly ReplayedClaim[]): Promise<void> {
  const { programmes } = (await ask(
    api,
    auditor,
    `{ programmes { measure { id } year pool { ${USE} } quota { ${USE} } } }`,
  )) as unknown as { programmes: readonly Programme[] };
  for (const { measure, year, pool, quota } of programmes) {
    const under = claims.filter((claim) => claim.measure === measure.id && claim.year === year);
    if (pool !== null) {
      const { ceiling, reserved, paid, used, remaining } = pool;
      expect({ reserved, paid }).toEqual(pick(linesByReplay(under.flatMap(({ lines }) => lines))));
      expect([used, ceiling]).toEqual([yuan([reserved, paid].map(fenOf)), yuan([used, remaining].map(fenOf))]);
    }
    if (quota !== null) {
      const { ceiling, reserved, paid, used, remaining } = quota;
      expect({ reserved, paid }).toEqual(placesByReplay(under));
      expect([used, ceiling]).toEqual([reserved + paid, used + remaining]);
    }
  }
}

/** A claim takes one place: a paid one as soon as one treasury has paid. */
function placesByReplay(claims: readonly ReplayedClaim[]) {
  const holding = (claim: ReplayedClaim, state: ReplayedLine['state']): boolean =>
    claim.lines.some((line) => line.state === state);
  const paid = claims.filter((claim) => holding(claim, 'paid'));
  const reserved = claims.filter((claim) => !paid.includes(claim) && holding(claim, 'reserved'));
  return { reserved: reserved.length, paid: paid.length };
}

function pick({ reserved, paid }: Pick<Figures, 'reserved' | 'paid'>) {
  return { reserved, paid };
}

function sumsByReplay(lines: readonly ReplayedLine[]): Sums {
  const stand = lines.filter(({ state }) => state === 'reserved' || state === 'paid');
  const { reserved, paid } = linesByReplay(lines);
  const of = (payers: readonly ReplayedLine[]): string => yuan(payers.map(({ amount }) => amount));
  const city = stand.filter(({ payer }) => payer.endsWith('00'));
  const county = stand.filter(({ payer }) => !payer.endsWith('00'));
  return { granted: of(stand), reserved, paid, city: of(city), county: of(county) };
}

function added<Name extends string>(rows: readonly Readonly<Record<Name, string | number>>[], name: Name): bigint {
  return rows.reduce((total, row) => {
    const value = row[name];
    return total + (typeof value === 'number' ? BigInt(value) : fenOf(value));
  }, 0n);
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

/** Codes of the enterprises that have the most claims. */
function busiest(claims: readonly ReplayedClaim[]): string[] {
  const counts = new Map<string, number>();
  for (const { uscc } of claims) counts.set(uscc, (counts.get(uscc) ?? 0) + 1);
  return [...counts.keys()].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0)).slice(0, 3);
}

function byId(one: ListedClaim, other: ListedClaim): number {
  return one.id < other.id ? -1 : 1;
}

function divisionOf(measure: string): string {
  return api.app.get(Catalogue).measure(measure)?.policy.division ?? '';
}

describe('the figures of a city', () => {
  beforeAll(async () => {
    api = await Api.start();
    const offices = new Offices(await api.app.get(DemoAccounts).ensure());
    const { steps } = planImport(DEMO_FOLDER, api.app.get(Catalogue), offices);
    const { signal } = new AbortController();
    await api.app.get(ImportPlayer).play(steps, { onProgress: () => undefined, signal });
  }, 300_000);

  afterAll(() => api.stop());

  it.each(['350100', '350200', '350500', '350600'])('of the demo’s %s are what its log adds up to', async (tenant) => {
    const claims = await checkFigures(tenant);

    expect(claims.length).toBeGreaterThan(20);
  });

  it('keep loan limits and withdrawn grants out of what is determined, which the demo has both of', async () => {
    const { dashboard } = (await ask(
      api,
      await auditorOf('350200'),
      `{ dashboard { totals { ${FIGURES} } } }`,
    )) as unknown as { dashboard: Dashboard };

    expect(fenOf(dashboard.totals.loanLimits)).toBeGreaterThan(0n);
    expect(fenOf(dashboard.totals.withdrawn)).toBeGreaterThan(0n);
  });

  it('hold after any sequence of lives', async () => {
    const bureau = await Bureau.open(api);
    const shared = await bureau.enterpriseOf('2026-01-05');
    await bureau.moved(shared, OTHER_COUNTY, '2026-02-01');
    const ends = [
      ...['submitted', 'rejected', 'resubmitted', 'withdrawn', 'determined', 'merged'],
      ...['partly paid', 'paid', 'returned', 'returned late', 'reinstructed'],
    ];
    const life = fc.record({
      measure: fc.constantFrom(RENTAL, COUNTY_RENTAL, SCENARIO),
      isShared: fc.boolean(),
      county: fc.constantFrom(COUNTY, OTHER_COUNTY),
      year: fc.constantFrom(2024, 2025),
      end: fc.constantFrom(...ends),
    });
    // One for each end, so that every figure is of something.
    const each = ends.map((end) => ({ measure: RENTAL, isShared: false, county: COUNTY, year: 2025, end }));
    const reached = new Set<string>();
    let references = 0;
    let claims: ReplayedClaim[] = [];

    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 3 }), async (lives) => {
        for (const { measure, isShared, county, year, end } of lives) {
          api.today(TODAY);
          const uscc =
            isShared && end !== 'merged'
              ? shared
              : await bureau.enterprise(measure === COUNTY_RENTAL ? COUNTY : county);
          const occurredOn = `${year}-12-31`;
          const subject = measure === SCENARIO ? `场景${++references}` : null;
          await live({ uscc, measure, year, occurredOn, subject }, end);
        }
        claims = await checkFigures(CITY);
      }),
      { numRuns: LIVES, examples: [[each]], endOnFailure: true },
    );
    expect([...reached].sort()).toEqual([...ends].sort());
    const figures = figuresByReplay(claims);
    for (const name of ['withdrawn', 'reserved', 'paid', 'returned'] as const) {
      expect([name, fenOf(figures[name]) > 0n]).toEqual([name, true]);
    }

    /** Goes on until a step is refused, which is as good an end as any. */
    async function live(stated: Submission, end: string): Promise<void> {
      try {
        if (end === 'submitted') await bureau.submitted(stated);
        else if (end === 'determined') await bureau.determined(stated);
        else if (end === 'rejected' || end === 'resubmitted') await declined(stated, end);
        else if (end === 'withdrawn') {
          const { id: claim } = await bureau.determined(stated);
          await bureau.done(bureau.otherClerk, 'withdrawClaim', { claim, reason: '不再需要' });
        } else if (end === 'merged') await merged(stated);
        else await settled(stated, end);
        reached.add(end);
      } catch (error) {
        if (!(error instanceof Error) || !error.message.includes('was refused')) throw error;
      }
    }

    /** Not agreed to by the lead department, or stated anew with half of the amount. */
    async function declined(stated: Submission, end: string): Promise<void> {
      const claim = await bureau.accepted(stated);
      const reviewer = await bureau.reviewer(stated.measure);
      if (end === 'rejected') await bureau.done(reviewer, 'rejectClaim', { claim, reason: '不符合条件' });
      else {
        await bureau.done(reviewer, 'returnClaim', { claim, reason: '金额有误' });
        const { occurredOn, subject, facts, evidence } = submission(stated);
        const anew = { claim, occurredOn, subject, facts, evidence, requestedAmount: '60000.00' };
        await bureau.done(bureau.clerk, 'resubmitClaim', anew);
      }
    }

    /** The enterprise goes over to another, which is then granted something too. */
    async function merged(stated: Submission): Promise<void> {
      await bureau.determined(stated);
      const successor = await bureau.enterprise();
      const change = { uscc: stated.uscc, kind: 'MERGED', on: TODAY, successors: [successor] };
      const { changeProposals } = await bureau.done(bureau.clerk, 'proposeEnterpriseChange', change);
      const proposal = changeProposals[0]?.id;
      await bureau.done(bureau.otherClerk, 'agreeEnterpriseChange', { uscc: stated.uscc, proposal });
      await bureau.determined({ ...stated, uscc: successor });
    }

    async function settled(stated: Submission, end: string): Promise<void> {
      const { payments } = await bureau.instructed(stated);
      for (const { id: payment } of end === 'partly paid' ? payments.slice(1) : payments) {
        const treasury = await bureau.treasury(payment.slice(-6));
        const bankReference = `ICBC-${++references}`;
        await bureau.done(treasury, 'confirmPayment', { payment, attempt: 1, bankReference, paidOn: '2026-08-13' });
        if (end === 'returned' || end === 'reinstructed') {
          await bureau.done(treasury, 'recordBankReturn', { payment, attempt: 1, reason: '账号有误' });
        }
        if (end === 'reinstructed') await bureau.done(bureau.otherFinance, 'reinstructPayment', { payment });
      }
      const [{ id: payment } = { id: '' }] = payments;
      if (end !== 'returned late') return;
      const late = { payment, attempt: 1, reason: '账号注销' };
      await bureau.done(await bureau.treasury(payment.slice(-6)), 'recordBankReturn', late);
    }
  }, 300_000);
});
