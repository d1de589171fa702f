import { CLAIM_STATUSES } from '@duixian/casework';
import { sum } from '@duixian/money';
import { Args, Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Divisions } from '../division/divisions.js';
import { YearlyTotal } from '../entitlement/list/yearly-total.type.js';
import { ToYearlyTotal } from '../entitlement/list/to-yearly-total.js';
import { EventList } from '../event/list/event-list.js';
import { TimelineEntry } from '../event/timeline-entry.type.js';
import { toTimelineEntry } from '../event/to-timeline-entry.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { ProposalList } from '../identity/user/proposal/proposal-list.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { AsOf } from '../log/as-of.input.js';
import { Positions } from '../log/positions.js';
import { PaymentList } from '../payment/list/payment-list.js';
import { Policies } from '../policy/list/policies.js';
import { PolicyNotices } from '../policy/version/notices/policy-notices.js';
import { PolicyNotice } from '../policy/version/policy-version.type.js';
import { Programme } from '../programme/programme.type.js';
import { Programmes } from '../programme/programmes.js';
import { figuresOf } from './claim-figures.js';
import { ClaimTally } from './claim-tally.js';
import { DashboardFigures, type TreasurySums } from './dashboard-figures.js';
import { DueFigures } from './due-figures.js';
import {
  ClaimTotals,
  Dashboard,
  DueTally,
  MeasureTally,
  StatusTally,
  TreasuryTotal,
  Waiting,
} from './dashboard.type.js';

const RECENT_SHOWN = 15;

/** Each figure is read only if it is asked for. */
@Resolver(() => Dashboard)
export class DashboardResolver {
  constructor(
    private readonly figures: DashboardFigures,
    private readonly tally: ClaimTally,
    private readonly dueFigures: DueFigures,
    private readonly policies: Policies,
    private readonly ceilings: Programmes,
    private readonly payments: PaymentList,
    private readonly proposals: ProposalList,
    private readonly eventList: EventList,
    private readonly toTotal: ToYearlyTotal,
    private readonly divisions: Divisions,
    private readonly positions: Positions,
    private readonly notices: PolicyNotices,
  ) {}

  @Query(() => Dashboard, { description: 'A working day at a glance.' })
  @RequirePermission('claim.read')
  async dashboard(
    @CurrentUser() { tenant }: CurrentUser,
    @Args('asOf', { nullable: true, description: 'The figures as they were then.' }) _asOf?: AsOf,
  ): Promise<Dashboard> {
    const { position } = await this.positions.of(tenant);
    return Object.assign(new Dashboard(), { position: position.toString() });
  }

  @ResolveField(() => [Waiting], { description: 'What waits for you, by status.' })
  waiting(@Context() context: GraphqlContext): Promise<Waiting[]> {
    return this.figures.waiting(userOf(context));
  }

  @ResolveField()
  waitingPayments(@Context() context: GraphqlContext): Promise<number> {
    return this.payments.countWaiting(userOf(context));
  }

  @ResolveField()
  waitingProposals(@Context() context: GraphqlContext): Promise<number> {
    return this.proposals.countWaiting(userOf(context));
  }

  @ResolveField(() => [DueTally])
  due(@Context() context: GraphqlContext): Promise<DueTally[]> {
    return this.dueFigures.tallies(userOf(context));
  }

  @ResolveField()
  escalatedToMe(@Context() context: GraphqlContext): Promise<number> {
    return this.dueFigures.escalated(userOf(context));
  }

  @ResolveField(() => [PolicyNotice])
  policyNotices(@Context() context: GraphqlContext): PolicyNotice[] {
    return this.notices.of(userOf(context).tenant);
  }

  @ResolveField(() => ClaimTotals)
  async totals(@Context() context: GraphqlContext): Promise<ClaimTotals> {
    return figuresOf(await this.tally.of(context));
  }

  @ResolveField(() => [StatusTally])
  async byStatus(@Context() context: GraphqlContext): Promise<StatusTally[]> {
    const tally = await this.tally.of(context);
    return CLAIM_STATUSES.map((status) => ({
      status,
      ...figuresOf(tally.filter((each) => each.status === status)),
    }));
  }

  @ResolveField(() => [MeasureTally])
  async measures(@Context() context: GraphqlContext): Promise<MeasureTally[]> {
    const tally = await this.tally.of(context);
    const ids = [...new Set(tally.map(({ measure }) => measure))];
    return ids.map((id) => ({
      measure: this.policies.measureOnRecord(id),
      ...figuresOf(tally.filter(({ measure }) => measure === id)),
    }));
  }

  @ResolveField(() => [TreasuryTotal])
  async treasuries(@Context() context: GraphqlContext): Promise<TreasuryTotal[]> {
    const { tenant } = userOf(context);
    const { today } = await this.positions.of(tenant);
    const offices = new Map<string, TreasurySums[]>();
    for (const each of await this.figures.treasuries(tenant)) {
      const office = this.divisions.officeOf(each.payer, today);
      offices.set(office, [...(offices.get(office) ?? []), each]);
    }
    const totals = Array.from(offices, ([office, sums]) => this.treasuryTotal(office, sums, today));
    return totals.sort((a, b) => (a.payer.code < b.payer.code ? -1 : 1));
  }

  @ResolveField(() => [YearlyTotal])
  async caps(@Context() context: GraphqlContext): Promise<YearlyTotal[]> {
    const rows = await this.figures.nearestCaps(userOf(context).tenant);
    return rows.map((row) => this.toTotal.of(row));
  }

  @ResolveField(() => [Programme])
  programmes(@Context() context: GraphqlContext): Promise<Programme[]> {
    return this.ceilings.of(userOf(context).tenant, null);
  }

  @ResolveField(() => [TimelineEntry])
  async recent(@Context() context: GraphqlContext): Promise<TimelineEntry[]> {
    const { found, request } = await this.eventList.page(userOf(context), { first: RECENT_SHOWN }, {});
    return found.slice(0, request.size).map((event) => toTimelineEntry(event, this.divisions.names));
  }

  private treasuryTotal(office: string, sums: readonly TreasurySums[], on: string): TreasuryTotal {
    const others = sums.filter(({ basis }) => this.divisions.officeOf(this.divisionOf(basis), on) !== office);
    return {
      payer: this.divisions.get(office),
      reserved: sum(sums.map(({ reserved }) => reserved)),
      paid: sum(sums.map(({ paid }) => paid)),
      returned: sum(sums.map(({ returned }) => returned)),
      toPersons: sum(sums.map(({ persons }) => persons)),
      onOthersBasis: sum(others.flatMap(({ reserved, paid, returned }) => [reserved, paid, returned])),
    };
  }

  /** The division whose document the measure stands in. */
  private divisionOf(measure: string): string {
    return this.policies.policyOfMeasure(this.policies.measureOnRecord(measure)).division.code;
  }
}
