import { CLAIM_STATUSES } from '@duixian/casework';
import { sum } from '@duixian/money';
import { Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { YearlyTotal } from '../entitlement/list/yearly-total.type.js';
import { ToYearlyTotal } from '../entitlement/list/to-yearly-total.js';
import { EventList } from '../event/list/event-list.js';
import { TimelineEntry } from '../event/timeline-entry.type.js';
import { toTimelineEntry } from '../event/to-timeline-entry.js';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { ProposalList } from '../identity/user/proposal/proposal-list.js';
import { RequirePermission } from '../identity/require-permission.js';
import { PaymentList } from '../payment/list/payment-list.js';
import { Policies } from '../policy/list/policies.js';
import { Programme } from '../programme/programme.type.js';
import { Programmes } from '../programme/programmes.js';
import { DashboardFigures, type TallySums } from './dashboard-figures.js';
import { ClaimTotals, Dashboard, MeasureTally, StatusTally, Waiting } from './dashboard.type.js';

const RECENT_SHOWN = 15;

/** Each figure is read only if it is asked for. */
@Resolver(() => Dashboard)
export class DashboardResolver {
  constructor(
    private readonly figures: DashboardFigures,
    private readonly policies: Policies,
    private readonly ceilings: Programmes,
    private readonly payments: PaymentList,
    private readonly proposals: ProposalList,
    private readonly eventList: EventList,
    private readonly toTotal: ToYearlyTotal,
  ) {}

  @Query(() => Dashboard)
  @RequirePermission('claim.read')
  dashboard(): Dashboard {
    return new Dashboard();
  }

  @ResolveField(() => [Waiting])
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

  @ResolveField(() => ClaimTotals)
  async totals(@Context() context: GraphqlContext): Promise<ClaimTotals> {
    return totalsOf(await this.figures.tally(userOf(context).tenant));
  }

  @ResolveField(() => [StatusTally])
  async byStatus(@Context() context: GraphqlContext): Promise<StatusTally[]> {
    const tally = await this.figures.tally(userOf(context).tenant);
    return CLAIM_STATUSES.map((status) => {
      const { claims: count, requested, determined } = totalsOf(tally.filter((each) => each.status === status));
      return { status, count, amount: DETERMINED.has(status) ? determined : requested };
    });
  }

  @ResolveField(() => [MeasureTally])
  async measures(@Context() context: GraphqlContext): Promise<MeasureTally[]> {
    const tally = await this.figures.tally(userOf(context).tenant);
    const ids = [...new Set(tally.map(({ measure }) => measure))];
    return ids.map((id) => {
      const { claims, reserved, paid } = totalsOf(tally.filter(({ measure }) => measure === id));
      return { measure: this.policies.measureOnRecord(id), claims, reserved, paid };
    });
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
    return found.slice(0, request.size).map(toTimelineEntry);
  }
}

const DETERMINED: ReadonlySet<string> = new Set(['determined', 'declined', 'publicised', 'instructed', 'paid']);

function totalsOf(tally: readonly TallySums[]): ClaimTotals {
  return {
    claims: tally.reduce((count, { claims }) => count + claims, 0),
    requested: sum(tally.map(({ requested }) => requested)),
    determined: sum(tally.map(({ determined }) => determined)),
    reserved: sum(tally.map(({ reserved }) => reserved)),
    paid: sum(tally.map(({ paid }) => paid)),
  };
}
