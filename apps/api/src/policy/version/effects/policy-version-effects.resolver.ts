import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { PlainDate } from '../../../graphql/scalars/plain-date.js';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { Law } from '../../law/law.js';
import { PolicyVersionEffects } from './effect.type.js';
import { EffectsOfVersion } from './policy-version-effects.js';

@Resolver()
export class PolicyVersionEffectsResolver {
  constructor(
    private readonly law: Law,
    private readonly effects: EffectsOfVersion,
  ) {}

  @Query(() => PolicyVersionEffects, {
    nullable: true,
    description:
      'Which claims come out differently if a version decides the matters from a day on: 50 at a time. Null where it is not on record.',
  })
  @RequirePermission('claim.read')
  @ArgumentKinds({ policy: 'reference', version: 'reference', after: 'reference' })
  policyVersionEffects(
    @Args('policy', { type: () => ID, description: 'Such as `quanzhou-2024-7`.' }) policy: string,
    @Args('version', { description: 'Hash of a version on record.' }) version: string,
    @Args('from', { type: () => PlainDate, description: 'First day whose matters it decides.' }) from: string,
    @Args('after', { type: () => ID, nullable: true, description: 'Number of the claim after which to go on.' })
    after: string | null,
    @CurrentUser() { tenant }: CurrentUser,
  ): Promise<PolicyVersionEffects> | null {
    const found = this.law.version(tenant, policy, version);
    return found === null ? null : this.effects.of(tenant, found, from, after ?? null);
  }
}
