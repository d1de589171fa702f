import type { Objection as Recorded } from '@duixian/casework';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../graphql/context.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { ClaimFiles } from '../read/claim-files.js';
import { Claim } from '../read/claim.type.js';
import { matterOfRow } from '../read/matter-of-row.js';
import { Objection } from './objection.type.js';
import { Reviewers } from './reviewers.js';

@Resolver(() => Claim)
export class ObjectionsResolver {
  constructor(
    private readonly files: ClaimFiles,
    private readonly positions: Positions,
    private readonly reviewers: Reviewers,
    private readonly law: Law,
  ) {}

  @ResolveField(() => [Objection], {
    description: 'Objections and hints (异议、线索), in the order in which they were recorded.',
  })
  async objections(@Parent() { id, row }: Claim, @Context() context: GraphqlContext): Promise<Objection[]> {
    const file = await this.files.load(context, id);
    const { today } = await this.positions.of(row.tenant);
    return (file?.claim.objections ?? []).map((objection) => toObjection(objection, today));
  }

  @ResolveField(() => Boolean, {
    description: 'Whether an objection to it waits for its answer, and the day for it is over. Nothing stops for it.',
  })
  async answerIsOverdue(@Parent() { answerBy, row }: Claim): Promise<boolean> {
    return answerBy !== null && answerBy < (await this.positions.of(row.tenant)).today;
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether an objection to it waits, and nobody may answer it now: every reviewer of the lead department agreed to the claim. Another has to be appointed.',
  })
  async nobodyAnswers(@Parent() { row }: Claim, @Context() context: GraphqlContext): Promise<boolean> {
    if (row.status !== 'objected') return false;
    const measure = this.law.ofClaim(row.tenant, matterOfRow(row)).measure(row.measure);
    return measure !== undefined && !(await this.reviewers.mayAnswer(context, row, measure));
  }
}

function toObjection({ by, erasedOn, ...objection }: Recorded, today: string): Objection {
  const { standing, answerBy } = objection;
  return Object.assign(new Objection(), {
    ...objection,
    objectorKind: by?.kind ?? null,
    objectorErasedOn: erasedOn,
    objector: by === null ? null : `${by.name} ${by.phone}`,
    isOverdue: standing === 'open' && answerBy !== null && answerBy < today,
  });
}
