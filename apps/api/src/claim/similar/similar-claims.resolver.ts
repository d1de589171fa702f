import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { Claim } from '../read/claim.type.js';
import { ClaimsById } from '../read/claims-by-id.js';
import { toClaim } from '../read/to-claim.js';
import { SIMILAR_MAX, SimilarClaims } from './similar-claims.js';

@Resolver(() => Claim)
export class SimilarClaimsResolver {
  constructor(
    private readonly similar: SimilarClaims,
    private readonly claims: ClaimsById,
  ) {}

  @ResolveField(() => [Claim], {
    description:
      'Other claims of its enterprise or under its measure whose subjects have the same name but for a suffix (升级版, ' +
      `二期, V2), blanks, width or signs: to be compared before the review. Not those withdrawn or rejected; at most ${SIMILAR_MAX}.`,
  })
  async similarSubjects(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<Claim[]> {
    const others = (await this.similar.load(context, id)) ?? [];
    return (await this.claims.loadMany(context, others)).map(toClaim);
  }
}
