import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { Law, policyOf } from '../law/law.js';
import { Measure } from './measure.type.js';
import { Policies } from './policies.js';
import { Policy } from './policy.type.js';

@Resolver(() => Measure)
export class MeasureResolver {
  constructor(
    private readonly policies: Policies,
    private readonly law: Law,
  ) {}

  @ResolveField(() => Boolean, {
    description: 'Whether new claims are taken: not once the folder of its policy is gone. What is on record goes on.',
  })
  takesClaims(@Parent() measure: Measure): boolean {
    return measure.payable && !this.law.closed.has(policyOf(measure.id));
  }

  @ResolveField(() => PlainDate, {
    nullable: true,
    description:
      'Last day whose matters are claimed under it, where a later version has struck it out; null where none has.',
  })
  claimedUntil(@Parent() measure: Measure): string | null {
    return this.law.struckOut.get(measure.id) ?? null;
  }

  @ResolveField(() => Policy, { description: 'The document in which it stands.' })
  policy(@Parent() measure: Measure): Policy {
    return this.policies.policyOfMeasure(measure);
  }
}
