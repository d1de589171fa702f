import { Args, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../clock/clock.js';
import { ListArgs, toConnection } from '../graphql/pagination.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Policies } from '../policy/list/policies.js';
import { DelegationList } from './delegation-list.js';
import { DelegationConnection, DelegationFilter } from './delegation.type.js';
import { toDelegation } from './delegation-rows.js';

@Resolver()
export class DelegationsResolver {
  constructor(
    private readonly list: DelegationList,
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  @Query(() => DelegationConnection, {
    description:
      'Who stands in for whom, newest first: those of your city where you keep or audit accounts, and else those that you gave or were given.',
  })
  @RequirePermission('delegation.read')
  async delegations(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which delegations; all if left out.' }) filter?: DelegationFilter,
  ): Promise<DelegationConnection> {
    const found = await this.list.page(user, page, filter ?? {});
    const today = found.at?.today ?? this.clock.today();
    return toConnection(found, (row) => {
      const delegation = toDelegation(row, user, today, this.policies);
      return found.at?.isPast === true ? Object.assign(delegation, { canEnd: false }) : delegation;
    });
  }
}
