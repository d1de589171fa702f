import { contradictingYears, measureOf, nearClaims, placeFactOf } from '@duixian/casework';
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
import { ClaimsOfClause } from './claims-of-clause.js';
import { SIMILAR_MAX, SimilarClaims } from './similar-claims.js';

@Resolver(() => Claim)
export class SimilarClaimsResolver {
  constructor(
    private readonly similar: SimilarClaims,
    private readonly ofClause: ClaimsOfClause,
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
    const own = await this.lineage(row.uscc, context);
    const ofLineage = others.filter(({ uscc }) => own.has(uscc));
    return nearClaims(row, ofLineage, this.law.ofClaim(userOf(context).tenant, matterOfRow(row))).map(toClaim);
  }

  @ResolveField(() => [Claim], {
    description:
      'Where claims under its clause state which of several promised years they are for (第几年): claims of its enterprise, and ' +
      `those before it, that were granted and do not fit this one. The review needs a word on each; at most ${SIMILAR_MAX}.`,
  })
  async contradictingYears(@Parent() { row }: Claim, @Context() context: GraphqlContext): Promise<Claim[]> {
    const measure = measureOf(this.law.ofClaim(userOf(context).tenant, matterOfRow(row)), row.measure);
    if (placeFactOf(measure) === null) return [];
    const own = await this.lineage(row.uscc, context);
    const granted = await this.ofClause.granted(row.tenant, [...own], row.measure);
    return contradictingYears(row, await this.claims.loadMany(context, granted), measure).map(toClaim);
  }

  private lineage(uscc: string, context: GraphqlContext): Promise<ReadonlySet<string>> {
    return lineageOf(uscc, {
      predecessorsOf: async (each) => (await this.enterprises.load(context, each))?.predecessors ?? [],
    });
  }

  private async others(context: GraphqlContext, id: string): Promise<ClaimRow[]> {
    return this.claims.loadMany(context, (await this.similar.load(context, id)) ?? []);
  }
}
