import type { Objection as Recorded } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { Positions } from '../../log/positions.js';
import { ClaimFiles } from '../read/claim-files.js';
import { Claim } from '../read/claim.type.js';
import { Objection } from './objection.type.js';

@Resolver(() => Claim)
export class ObjectionsResolver {
  constructor(
    private readonly files: ClaimFiles,
    private readonly positions: Positions,
  ) {}

  @ResolveField(() => [Objection], {
    description: 'Objections and hints (异议、线索), in the order in which they were recorded.',
  })
  async objections(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<Objection[]> {
    const file = await this.files.load(context, id);
    const { today } = await this.positions.of(row.tenant);
    return (file?.claim.objections ?? []).map((objection) => toObjection(objection, today));
  }
}

function toObjection({ by, ...objection }: Recorded, today: string): Objection {
  const { standing, answerBy } = objection;
  return Object.assign(new Objection(), {
    ...objection,
    objectorKind: by?.kind ?? null,
    objector: by === null ? null : `${by.name} ${by.phone}`,
    isOverdue: standing === 'open' && answerBy !== null && answerBy < today,
  });
}
