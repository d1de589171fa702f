import { Args, Query, Resolver } from '@nestjs/graphql';
import { ListArgs, toConnection } from '../../graphql/pagination.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimConnection } from '../read/claim.type.js';
import { toClaim } from '../read/to-claim.js';
import { ClaimFilter, ClaimSort } from './claim-filter.js';
import { ClaimList } from './claim-list.js';

@Resolver()
export class ClaimsResolver {
  constructor(private readonly list: ClaimList) {}

  @Query(() => ClaimConnection, { description: 'The claims of your city.' })
  @RequirePermission('claim.read')
  async claims(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which claims; all if left out.' }) filter?: ClaimFilter,
    @Args('sort', { nullable: true, description: 'In which order.' }) sort?: ClaimSort,
  ): Promise<ClaimConnection> {
    return toConnection(await this.list.page(user, page, filter ?? {}, sort ?? undefined), toClaim);
  }
}
