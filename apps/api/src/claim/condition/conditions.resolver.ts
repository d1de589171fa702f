import { conditionsOf } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { ClaimFiles } from '../read/claim-files.js';
import { Claim } from '../read/claim.type.js';
import { ClaimCondition } from './condition.type.js';

/** 附条件同意: on what offices agreed, and how the determination answered it. */
@Resolver(() => Claim)
export class ConditionsResolver {
  constructor(private readonly files: ClaimFiles) {}

  @ResolveField(() => [ClaimCondition], {
    description: 'On what offices of its route and its lead department agreed to it, as it is stated now.',
  })
  async conditions(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<ClaimCondition[]> {
    const file = await this.files.load(context, id);
    if (file === null) return [];
    const met = file.claim.determination?.conditions ?? [];
    return conditionsOf(file.claim).map((condition) =>
      Object.assign(new ClaimCondition(), {
        ...condition,
        met: met.find(({ key }) => key === condition.key)?.reason ?? null,
      }),
    );
  }
}
