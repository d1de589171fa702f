import { Args, Query, Resolver } from '@nestjs/graphql';
import { ListArgs, toConnection } from '../../graphql/pagination.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { EnterpriseConnection } from '../read/enterprise.type.js';
import { toEnterprise } from '../read/to-enterprise.js';
import { EnterpriseFilter, EnterpriseSort } from './enterprise-filter.js';
import { EnterpriseList } from './enterprise-list.js';

@Resolver()
export class EnterprisesResolver {
  constructor(private readonly list: EnterpriseList) {}

  @Query(() => EnterpriseConnection, { description: 'The enterprises of your city.' })
  @RequirePermission('enterprise.read')
  async enterprises(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which enterprises; all if left out.' }) filter?: EnterpriseFilter,
    @Args('sort', { nullable: true, description: 'In which order.' }) sort?: EnterpriseSort,
  ): Promise<EnterpriseConnection> {
    return toConnection(await this.list.page(user.tenant, page, filter ?? {}, sort ?? undefined), toEnterprise);
  }
}
