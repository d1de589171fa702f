import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { Enterprise } from '../../enterprise/read/enterprise.type.js';
import { toEnterprise } from '../../enterprise/read/to-enterprise.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { onRecord } from '../../graphql/on-record.js';
import { ListArgs, toConnection } from '../../graphql/pagination.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ToYearlyTotal } from './to-yearly-total.js';
import { YearlyTotalFilter } from './yearly-total-filter.js';
import { YearlyTotalList } from './yearly-total-list.js';
import { YearlyTotal, YearlyTotalConnection } from './yearly-total.type.js';

@Resolver(() => YearlyTotal)
export class YearlyTotalsResolver {
  constructor(
    private readonly list: YearlyTotalList,
    private readonly enterprises: EnterprisesByUscc,
    private readonly toTotal: ToYearlyTotal,
  ) {}

  @Query(() => YearlyTotalConnection, {
    description: 'Of all enterprises, measures and years: those first that count most against their ceiling.',
  })
  @RequirePermission('enterprise.read')
  async yearlyTotals(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which totals; all if left out.' }) filter?: YearlyTotalFilter,
  ): Promise<YearlyTotalConnection> {
    return toConnection(await this.list.page(user.tenant, page, filter ?? {}), (row) => this.toTotal.of(row));
  }

  @ResolveField(() => Enterprise, { description: 'The enterprise.' })
  async enterprise(@Parent() { uscc }: YearlyTotal, @Context() context: GraphqlContext): Promise<Enterprise> {
    return toEnterprise(onRecord(await this.enterprises.load(context, uscc), uscc));
  }
}
