import { expect } from '@jest/globals';
import { CLAIM_STATUSES, fenOf } from '@duixian/casework';
import { Law } from '../policy/law/law.js';
import { ReadModel } from '../log/read-model.js';
import type { Api, Official } from './api.spec.js';
import {
  figuresByReplay,
  linesByReplay,
  monthsByReplay,
  type MonthFigures,
  replayedClaims,
  yuan,
  type ReplayedClaim,
  type ReplayedLine,
} from './figures-by-replay.spec.js';
import { ask } from './queries.spec.js';
import { wholeLog } from './replay.spec.js';

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
    readonly toPersons: string;
  })[];
}
interface MonthlySeries {
  readonly id: string;
  readonly months: readonly MonthFigures[];
}
interface MonthlyFigures {
  readonly series: readonly MonthlySeries[];
  readonly total: MonthlySeries;
}
interface YearlyTotal extends Sums {
  readonly uscc: string;
  readonly measure: { readonly id: string };
  readonly year: number;
  readonly toPersons: Sums;
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

/** Compares every figure that the API shows of a city with a replay of its log. */
export class FiguresCheck {
  private readonly auditors = new Map<string, Official>();

  constructor(private readonly api: Api) {}

  /** Answers the claims that it replayed. */
  async of(tenant: string): Promise<ReplayedClaim[]> {
    await this.api.app.get(ReadModel).caughtUp(tenant, await this.api.store.head(tenant));
    const claims = replayedClaims(await wholeLog(this.api, tenant), this.api.app.get(Law).known);
    const auditor = await this.auditorOf(tenant);
    const totals = await this.checkDashboard(auditor, claims);
    await this.checkYearlyTotals(auditor, claims, totals);
    await this.checkPayments(auditor, claims, totals);
    await this.checkClaims(auditor, claims);
    await this.checkProgrammes(auditor, claims);
    // An auditor of their own: no account may ask for so much in a minute.
    await this.checkMonths(await this.auditorOf(tenant, 'months'), claims, totals);
    return claims;
  }

  /** Over the whole city, as its dashboard shows them. */
  async totals(tenant: string): Promise<Figures> {
    return (await this.dashboard(await this.auditorOf(tenant))).totals;
  }

  private async dashboard(auditor: Official): Promise<Dashboard> {
    const query = `{ dashboard { totals { ${FIGURES} } byStatus { status ${FIGURES} } measures { measure { id } ${FIGURES} }
      treasuries { payer { code } reserved paid returned onOthersBasis toPersons } } }`;
    return ((await ask(this.api, auditor, query)) as unknown as { dashboard: Dashboard }).dashboard;
  }

  /** Over status, measure and payer. */
  private async checkDashboard(auditor: Official, claims: readonly ReplayedClaim[]): Promise<Figures> {
    const { totals, byStatus, measures, treasuries } = await this.dashboard(auditor);

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
        const others = own.filter(({ basis, state }) => this.divisionOf(basis) !== code && state !== 'withdrawn');
        return {
          payer: { code },
          ...linesByReplay(own),
          onOthersBasis: yuan(others.map(({ amount }) => amount)),
          toPersons: yuan(
            claims
              .filter(({ isForPersons }) => isForPersons)
              .flatMap((claim) => claim.lines)
              .filter(({ payer, state }) => payer === code && state !== 'withdrawn')
              .map(({ amount }) => amount),
          ),
        };
      }),
    );
    for (const name of ['reserved', 'paid', 'returned'] as const) {
      expect(added(treasuries, name)).toBe(added([totals], name));
    }
    return totals;
  }

  /** Over enterprise, legal basis and year. */
  private async checkYearlyTotals(auditor: Official, claims: readonly ReplayedClaim[], totals: Figures): Promise<void> {
    const fields = `uscc measure { id } year ${SUMS} toPersons { ${SUMS} } counted { ${SUMS} }`;
    const rows = await this.all<YearlyTotal>(auditor, 'yearlyTotals', {}, 'YearlyTotalFilter', fields);
    for (const { uscc, measure, year, toPersons, counted, ...sums } of rows) {
      const ofYear = claims.filter((claim) => claim.uscc === uscc && claim.year === year);
      const stand = (forPersons: boolean): ReplayedLine[] =>
        ofYear
          .filter(({ isForPersons }) => isForPersons === forPersons)
          .flatMap(({ lines }) => lines)
          .filter(({ basis }) => basis === measure.id);
      expect(sums).toEqual(sumsByReplay(stand(false)));
      expect(toPersons).toEqual(sumsByReplay(stand(true)));
      expect(fenOf(counted.granted)).toBe(fenOf(counted.city) + fenOf(counted.county));
      expect(fenOf(counted.granted)).toBeGreaterThanOrEqual(fenOf(sums.granted) + fenOf(toPersons.granted));
      const guard = (
        await this.api.store.readGuards(auditor.tenant, [`enterprise:${uscc}:${measure.id}:${year}`])
      ).values();
      const [{ reserved, paid } = { reserved: 0n, paid: 0n }] = guard;
      expect([counted.reserved, counted.paid]).toEqual([yuan([reserved]), yuan([paid])]);
    }
    const persons = rows.map(({ toPersons }) => toPersons);
    for (const name of ['reserved', 'paid'] as const) {
      expect(added(rows, name) + added(persons, name)).toBe(added([totals], name));
    }
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
      const some = await this.all<YearlyTotal>(auditor, 'yearlyTotals', filter, 'YearlyTotalFilter', fields);
      const own = claims.filter(({ isForPersons }) => !isForPersons);
      const lines = own.flatMap((claim) => claim.lines.filter((line) => isIn(claim, line)));
      const sums = Object.entries(sumsByReplay(lines)).map(([name, sum]) => [name, fenOf(sum)]);
      expect([filter, SUMS.split(' ').map((name) => [name, added(some, name as keyof Sums)])]).toEqual([filter, sums]);
    }
  }

  /** Over payments and their payers. */
  private async checkPayments(auditor: Official, claims: readonly ReplayedClaim[], totals: Figures): Promise<void> {
    const fields = 'status amount payer { code } claim { id }';
    const payments = await this.all<ListedPayment>(auditor, 'payments', {}, 'PaymentFilter', fields);
    const of = (status: string): ListedPayment[] => payments.filter((payment) => payment.status === status);
    expect(added(of('PAID'), 'amount')).toBe(fenOf(totals.paid));
    const settled = new Set(claims.filter(({ status }) => status === 'settled').map(({ id }) => id));
    const notGivenUp = of('RETURNED').filter(({ claim }) => !settled.has(claim.id));
    expect(added(notGivenUp, 'amount')).toBe(fenOf(totals.returned));
    const waiting = claims.filter(({ status }) => status === 'determined' || status === 'publicised');
    const notInstructed = waiting.flatMap(({ lines }) => lines).reduce((total, { amount }) => total + amount, 0n);
    expect(added(of('INSTRUCTED'), 'amount') + notInstructed).toBe(fenOf(totals.reserved));
    for (const payer of distinct(payments.map((payment) => payment.payer.code))) {
      const narrowed = await this.all<ListedPayment>(auditor, 'payments', { payer }, 'PaymentFilter', fields);
      expect(added(narrowed, 'amount')).toBe(
        added(
          payments.filter((payment) => payment.payer.code === payer),
          'amount',
        ),
      );
    }
  }

  /** Over status, measure, year, division and enterprise: the list narrowed to each of them. */
  private async checkClaims(auditor: Official, claims: readonly ReplayedClaim[]): Promise<void> {
    const listed = (filter: object): Promise<ListedClaim[]> =>
      this.all(auditor, 'claims', filter, 'ClaimFilter', 'id requestedAmount determinedAmount paidAmount');
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
    for (const year of new Set(claims.map((claim) => claim.year)))
      await check({ year }, (claim) => claim.year === year);
    for (const division of distinct(claims.map((claim) => claim.division))) {
      await check({ division }, (claim) => claim.division.startsWith(division.replace(/00$/, '')));
    }
    for (const uscc of busiest(claims)) await check({ uscc }, (claim) => claim.uscc === uscc);
  }

  /** Over the months, by the division, the measure and the treasury. */
  private async checkMonths(auditor: Official, claims: readonly ReplayedClaim[], totals: Figures): Promise<void> {
    const figures = ['claims', 'requested', 'determined', 'paid', 'loanLimits'] as const;
    const byDivision = await this.months(auditor, 'DIVISION', ['2023', '2025', '2027']);
    for (const name of figures) {
      expect([name, added(byDivision.total.months, name)]).toEqual([name, added([totals], name)]);
    }
    checkSeries(byDivision, claims, ({ division }) => division);
    checkSeries(await this.months(auditor, 'MEASURE', ['2027']), claims, ({ measure }) => measure);

    const { series, total } = await this.months(auditor, 'TREASURY', ['2027']);
    for (const { id, months } of [...series, { id: '', months: total.months }]) {
      const own = claims.map((claim) => ({
        ...claim,
        lines: claim.lines.filter(({ payer }) => [payer, ''].includes(id)),
      }));
      const untold = { claims: null, requested: null, loanLimits: '0.00' };
      expect(months).toEqual(monthsByReplay(own, months).map((each) => ({ ...each, ...untold })));
    }
  }

  /** Of two years each that end with one of these. */
  private async months(auditor: Official, by: string, years: readonly string[]): Promise<MonthlyFigures> {
    const fields = 'id months { month claims requested determined paid loanLimits }';
    const parts: MonthlyFigures[] = [];
    for (const year of years) {
      const query = `{ figures: monthlyFigures(by: ${by}, months: 24, until: "${year}-12-31") {
        series { ${fields} } total { ${fields} } } }`;
      parts.push(((await ask(this.api, auditor, query)) as unknown as { figures: MonthlyFigures }).figures);
    }
    const all = parts.flatMap(({ series }) => series);
    const series = distinct(all.map(({ id }) => id)).map((id) => ({
      id,
      months: all.filter((each) => each.id === id).flatMap(({ months }) => months),
    }));
    return { series, total: { id: '', months: parts.flatMap(({ total }) => total.months) } };
  }

  /** Over the measures and years that have a pool or a quota. */
  private async checkProgrammes(auditor: Official, claims: readonly ReplayedClaim[]): Promise<void> {
    const { programmes } = (await ask(
      this.api,
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

  /** All nodes of a list, page by page. */
  private async all<Node>(
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
      const { page } = (await ask(this.api, auditor, query, { filter, after })) as {
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

  private async auditorOf(tenant: string, of = 'all'): Promise<Official> {
    const key = `${tenant} ${of}`;
    const auditor = this.auditors.get(key) ?? (await this.api.hire('auditor', tenant));
    this.auditors.set(key, auditor);
    return auditor;
  }

  private divisionOf(measure: string): string {
    return this.api.app.get(Law).known.measure(measure)?.policy.division ?? '';
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

function checkSeries(
  { series, total }: MonthlyFigures,
  claims: readonly ReplayedClaim[],
  keyOf: (claim: ReplayedClaim) => string,
): void {
  expect(total.months).toEqual(monthsByReplay(claims, total.months));
  for (const { id, months } of series) {
    const own = claims.filter((claim) => keyOf(claim) === id);
    expect(own.length).toBeGreaterThan(0);
    expect(months).toEqual(monthsByReplay(own, months));
  }
  for (const name of ['claims', 'requested', 'determined', 'paid', 'loanLimits'] as const) {
    const all = series.flatMap(({ months }) => months);
    expect([name, added(all, name)]).toEqual([name, added(total.months, name)]);
  }
}
