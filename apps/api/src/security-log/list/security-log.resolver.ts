import { Args, Query, Resolver } from '@nestjs/graphql';
import { PageArgs, toConnection } from '../../graphql/pagination.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { SecurityEntryConnection } from './security-entry.type.js';
import { SecurityLogFilter } from './security-log-filter.js';
import { SecurityLogList } from './security-log-list.js';

@Resolver()
export class SecurityLogResolver {
  constructor(private readonly list: SecurityLogList) {}

  @Query(() => SecurityEntryConnection, {
    description: 'The security log of your city, newest first: sign-ins, refusals, reads of personal data.',
  })
  @RequirePermission('security-log.read')
  async securityLog(
    @CurrentUser() { tenant }: CurrentUser,
    @Args() page: PageArgs,
    @Args('filter', { nullable: true, description: 'Which entries.' }) filter?: SecurityLogFilter,
  ): Promise<SecurityEntryConnection> {
    return toConnection(await this.list.page(tenant, page, filter ?? {}), (entry) => entry);
  }
}
