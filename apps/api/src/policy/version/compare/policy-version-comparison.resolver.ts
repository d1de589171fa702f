import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { Law } from '../../law/law.js';
import { compareTexts } from './compare-texts.js';
import { PolicyVersionComparison } from './comparison.type.js';

@Resolver()
export class PolicyVersionComparisonResolver {
  constructor(private readonly law: Law) {}

  @Query(() => PolicyVersionComparison, {
    nullable: true,
    description: 'Two versions of a policy side by side, with the difference marked; null where one is not on record.',
  })
  @RequirePermission('policy.read')
  @ArgumentKinds({ policy: 'reference', before: 'reference', after: 'reference' })
  policyVersionComparison(
    @Args('policy', { type: () => ID, description: 'Such as `quanzhou-2024-7`.' }) policy: string,
    @Args('before', { description: 'Hash of the one at the left.' }) before: string,
    @Args('after', { description: 'Hash of the one at the right.' }) after: string,
    @CurrentUser() { tenant }: CurrentUser,
  ): PolicyVersionComparison | null {
    const one = this.law.version(tenant, policy, before);
    const other = this.law.version(tenant, policy, after);
    if (one === null || other === null) return null;
    const text = compareTexts(one.text, other.text);
    const rules = compareTexts(one.yaml, other.yaml);
    return Object.assign(new PolicyVersionComparison(), { policy, before, after, text, rules });
  }
}
