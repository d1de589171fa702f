import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Claim } from '../../claim/read/claim.type.js';
import { ClaimsById } from '../../claim/read/claims-by-id.js';
import { toClaim } from '../../claim/read/to-claim.js';
import { Division } from '../../division/division.type.js';
import { Divisions } from '../../division/divisions.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { EvidenceFile } from '../evidence-file.type.js';
import { SAME_CONTENT_MAX, SameContentsLoader } from './same-contents.js';

@ObjectType({ description: 'A file of another claim of this city that has exactly the same content.' })
export class SameContent {
  @Field(() => Claim, { description: 'The other claim.' })
  claim!: Claim;

  @Field({ description: 'The name of the file there.' })
  name!: string;
}

@Resolver(() => EvidenceFile)
export class SameContentResolver {
  constructor(
    private readonly contents: SameContentsLoader,
    private readonly claims: ClaimsById,
    private readonly divisions: Divisions,
  ) {}

  @ResolveField(() => [SameContent], {
    description:
      'Other claims of the city to which a file of exactly this content was attached, under whatever name, and not withdrawn: to be ' +
      `looked at before the review; at most ${SAME_CONTENT_MAX}.`,
  })
  async sameContent(
    @Parent() { sha256, claimId }: EvidenceFile,
    @Context() context: GraphqlContext,
  ): Promise<SameContent[]> {
    const here = (await this.contents.load(context, sha256))?.here ?? [];
    const others = here.filter(({ claim }) => claim !== claimId).slice(0, SAME_CONTENT_MAX);
    const shown = await Promise.all(
      others.map(async ({ claim, name }) => {
        const row = await this.claims.load(context, claim);
        return row === null ? [] : [Object.assign(new SameContent(), { claim: toClaim(row), name })];
      }),
    );
    return shown.flat();
  }

  @ResolveField(() => [Division], {
    description:
      'Other cities of the installation that have a file of exactly this content in a claim: which they are, and nothing more.',
  })
  async sameContentIn(@Parent() { sha256 }: EvidenceFile, @Context() context: GraphqlContext): Promise<Division[]> {
    const cities = (await this.contents.load(context, sha256))?.cities ?? [];
    return cities.map((city) => this.divisions.get(city));
  }
}
