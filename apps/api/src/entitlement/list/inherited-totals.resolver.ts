import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprise } from '../../enterprise/read/enterprise.type.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { InheritedTotal } from './inherited-total.type.js';
import { InheritedTotals } from './inherited-totals.js';
import { YearlyTotal } from './yearly-total.type.js';

@Resolver(() => Enterprise)
export class EnterpriseInheritedResolver {
  constructor(private readonly inheritedTotals: InheritedTotals) {}

  @ResolveField(() => [InheritedTotal], {
    description: 'What those before it were granted and counts under its ceilings, by measure; of one year, or of all.',
  })
  @ArgumentKinds({ year: 'year' })
  async inherited(
    @Parent() { uscc }: Enterprise,
    @Context() context: GraphqlContext,
    @Args('year', { type: () => Int, nullable: true, description: 'One programme year; all if left out.' })
    year?: number | null,
  ): Promise<InheritedTotal[]> {
    const inherited = await this.inheritedTotals.of(context, uscc);
    return inherited.filter((each) => year == null || each.year === year);
  }
}

@Resolver(() => YearlyTotal)
export class YearlyInheritedResolver {
  constructor(private readonly inheritedTotals: InheritedTotals) {}

  @ResolveField(() => [InheritedTotal], {
    description: 'What counts against `cap` beside `counted`, since the enterprise goes on in the place of others.',
  })
  async inherited(
    @Parent() { uscc, measure, year }: YearlyTotal,
    @Context() context: GraphqlContext,
  ): Promise<InheritedTotal[]> {
    const inherited = await this.inheritedTotals.of(context, uscc);
    return inherited.filter((each) => each.measure.id === measure.id && each.year === year);
  }
}
