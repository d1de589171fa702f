import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Measure } from './measure.type.js';
import { Policies } from './policies.js';
import { Policy } from './policy.type.js';

@Resolver(() => Measure)
export class MeasureResolver {
  constructor(private readonly policies: Policies) {}

  @ResolveField(() => Policy, { description: 'The document in which it stands.' })
  policy(@Parent() measure: Measure): Policy {
    return this.policies.policyOfMeasure(measure);
  }
}
