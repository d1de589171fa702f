import { clearingFor, NO_EDITIONS, type ExclusionHit } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ClaimFiles } from '../../claim/read/claim-files.js';
import { Claim } from '../../claim/read/claim.type.js';
import { Enterprise } from '../../enterprise/read/enterprise.type.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { actorOf } from '../../identity/actor.js';
import { Positions } from '../../log/positions.js';
import { Exclusions } from './exclusions.js';
import { RegisterBooks } from './register-books.js';
import { Exclusion } from './register.type.js';
import { toExclusion } from './to-register.js';

@Resolver(() => Claim)
export class ClaimExclusionsResolver {
  constructor(
    private readonly exclusions: Exclusions,
    private readonly files: ClaimFiles,
    readonly books: RegisterBooks,
    readonly positions: Positions,
  ) {}

  @ResolveField(() => [Exclusion], {
    name: 'exclusions',
    description:
      'Rows of registers in force on which its enterprise stands, or one before it: those that hold the claim, and those that were cleared.',
  })
  async ofClaim(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<Exclusion[]> {
    const hits = await this.exclusions.of(context, row.uscc);
    return hits.length === 0 ? [] : shown(context, hits, this, await this.holdingOf(context, id));
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether a row of a register holds it: its enterprise stands there, and nobody cleared the row (名单命中).',
  })
  async isExcluded(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<boolean> {
    const hits = await this.exclusions.of(context, row.uscc);
    return hits.length > 0 && hits.some(await this.holdingOf(context, id));
  }

  /** Whether a hit holds the claim: who took part in it in another office has cleared nothing for it. */
  private async holdingOf(context: GraphqlContext, id: string): Promise<(hit: ExclusionHit) => boolean> {
    const claim = (await this.files.load(context, id))?.claim ?? { participants: [] };
    return ({ row }) => clearingFor(row, claim) === null;
  }
}

@Resolver(() => Enterprise)
export class EnterpriseExclusionsResolver {
  constructor(
    private readonly exclusions: Exclusions,
    readonly books: RegisterBooks,
    readonly positions: Positions,
  ) {}

  @ResolveField(() => [Exclusion], {
    name: 'exclusions',
    description: 'Rows of registers in force on which it stands, or one in whose place it goes on.',
  })
  async ofEnterprise(@Parent() { uscc }: Enterprise, @Context() context: GraphqlContext): Promise<Exclusion[]> {
    const hits = await this.exclusions.of(context, uscc);
    return shown(context, hits, this, ({ row }) => row.clearings.length === 0);
  }
}

async function shown(
  context: GraphqlContext,
  hits: readonly ExclusionHit[],
  { books, positions }: { readonly books: RegisterBooks; readonly positions: Positions },
  isHolding: (hit: ExclusionHit) => boolean,
): Promise<Exclusion[]> {
  const user = userOf(context);
  const { today } = await positions.of(user.tenant);
  const of = { actor: actorOf(user), city: user.tenant, today };
  return Promise.all(
    hits.map(async (hit) =>
      toExclusion(hit, (await books.load(context, hit.rule.id)) ?? NO_EDITIONS, { ...of, isHolding: isHolding(hit) }),
    ),
  );
}
