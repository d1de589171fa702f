import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Measure } from './measure.type.js';
import { Policies } from './policies.js';
import { Policy, PolicyCoverage } from './policy.type.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';

@Resolver()
export class PoliciesResolver {
  constructor(private readonly inForce: Policies) {}

  @Query(() => [Policy], { description: 'All documents in force. Law is public: of every city.' })
  @RequirePermission('policy.read')
  policies(): Policy[] {
    return this.inForce.all();
  }

  @Query(() => Policy, { nullable: true, description: 'One document by its id; null where there is none.' })
  @RequirePermission('policy.read')
  @ArgumentKinds({ id: 'reference' })
  policy(@Args('id', { type: () => ID, description: 'Such as `quanzhou-2024-7`.' }) id: string): Policy | null {
    return this.inForce.get(id);
  }

  @Query(() => [Measure], {
    description:
      'All clauses, in the order of the documents; then those that a later version has struck out, which are claimed for the matters of earlier days.',
  })
  @RequirePermission('policy.read')
  measures(): Measure[] {
    return this.inForce.measures();
  }

  @Query(() => Measure, { nullable: true, description: 'One measure by its id; null where there is none.' })
  @RequirePermission('policy.read')
  @ArgumentKinds({ id: 'reference' })
  measure(
    @Args('id', { type: () => ID, description: 'Such as `quanzhou-2024-7/2`.' }) id: string,
    @Args('on', {
      type: () => PlainDate,
      nullable: true,
      description: 'As it decides a matter of that day; as it decides one of today where it is left out.',
    })
    on?: string | null,
  ): Measure | null {
    return on == null ? this.inForce.measure(id) : this.inForce.measureOn(id, on);
  }

  @Query(() => [PolicyCoverage], { description: 'How the clauses of each document are accounted for.' })
  @RequirePermission('policy.read')
  coverage(): PolicyCoverage[] {
    return this.inForce.coverage();
  }
}
