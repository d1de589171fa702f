import { nearClaims } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { EnterprisesByUscc } from '../../enterprise/read/enterprises-by-uscc.js';
import { Law } from '../../policy/law/law.js';
import { lineageOf } from '../holders.js';
import type { ClaimRow } from '../read-model/claim-row.js';
import { Claim } from '../read/claim.type.js';
import { ClaimsById } from '../read/claims-by-id.js';
import { matterOfRow } from '../read/matter-of-row.js';
import { toClaim } from '../read/to-claim.js';
import { SIMILAR_MAX, SimilarClaims } from './similar-claims.js';

@Resolver(() => Claim)
export class SimilarClaimsResolver {
  constructor(
    private readonly similar: SimilarClaims,
    private readonly claims: ClaimsById,
    private readonly enterprises: EnterprisesByUscc,
    private readonly law: Law,
  ) {}

  @ResolveField(() => [Claim], {
    description:
      'Other claims of its enterprise or under its measure whose subjects have the same name but for a suffix (升级版, ' +
      `二期, V2), blanks, width or signs: to be compared before the review. Not those withdrawn or rejected; at most ${SIMILAR_MAX}.`,
  })
  async similarSubjects(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<Claim[]> {
    return (await this.others(context, id)).map(toClaim);
  }

  @ResolveField(() => [Claim], {
    description:
      'Of the similar ones those that the review needs a word on, since the enterprise may claim one matter twice: its own ' +
      'claims, and those of the enterprises before it, under clauses that pay a matter but once.',
  })
  async nearSubjects(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<Claim[]> {
    const others = await this.others(context, id);
    if (others.length === 0) return [];
    const own = await lineageOf(row.uscc, {
      predecessorsOf: async (uscc) => (await this.enterprises.load(context, uscc))?.predecessors ?? [],
    });
    const ofLineage = others.filter(({ uscc }) => own.has(uscc));
    return nearClaims(row, ofLineage, this.law.ofClaim(userOf(context).tenant, matterOfRow(row))).map(toClaim);
  }

  private async others(context: GraphqlContext, id: string): Promise<ClaimRow[]> {
    return this.claims.loadMany(context, (await this.similar.load(context, id)) ?? []);
  }
}
