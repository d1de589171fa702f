import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { PolicyVersions } from '../policy-version.type.js';
import { PolicyVersionList } from './policy-version-list.js';

@Resolver()
export class PolicyVersionsResolver {
  constructor(private readonly list: PolicyVersionList) {}

  @Query(() => PolicyVersions, {
    nullable: true,
    description: 'What your city has on record of the versions of a policy; null where it has no such policy.',
  })
  @RequirePermission('policy.read')
  @ArgumentKinds({ policy: 'reference' })
  policyVersions(
    @Args('policy', { type: () => ID, description: 'Such as `quanzhou-2024-7`.' }) policy: string,
    @CurrentUser() user: CurrentUser,
  ): PolicyVersions | null {
    return this.list.of(user, policy);
  }
}
