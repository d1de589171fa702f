import { proposalStanding } from '@duixian/casework';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Divisions } from '../../division/divisions.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { AsOf } from '../../log/as-of.input.js';
import { Positions } from '../../log/positions.js';
import { Enterprise } from '../read/enterprise.type.js';
import { EnterprisesByUscc } from '../read/enterprises-by-uscc.js';
import { toEnterprise } from '../read/to-enterprise.js';
import { Registration, RegistrationProposal } from './registration.type.js';
import { RegistrationsByUscc } from './registrations-by-uscc.js';
import { toRegistration } from './to-registration.js';

@Resolver(() => Registration)
export class RegistrationResolver {
  constructor(
    private readonly registrations: RegistrationsByUscc,
    private readonly enterprises: EnterprisesByUscc,
    private readonly positions: Positions,
    private readonly divisions: Divisions,
  ) {}

  @Query(() => Registration, {
    nullable: true,
    description: 'What was proposed to register under a code with its licence; null where nothing was.',
  })
  @RequirePermission('enterprise.read')
  @ArgumentKinds({ uscc: 'uscc' })
  async registration(
    @Args('uscc', { type: () => ID, description: 'The code.' }) uscc: string,
    @Context() context: GraphqlContext,
    @Args('asOf', { nullable: true, description: 'The record as it was then.' }) _asOf?: AsOf,
  ): Promise<Registration | null> {
    const row = await this.registrations.load(context, uscc);
    return row === null ? null : toRegistration(row);
  }

  @ResolveField(() => [RegistrationProposal], { description: 'What was proposed, the newest first.' })
  async proposals(
    @Parent() { row }: Registration,
    @Context() context: GraphqlContext,
  ): Promise<RegistrationProposal[]> {
    const { today } = await this.positions.of(row.tenant);
    const { id } = userOf(context);
    return [...row.proposals].reverse().map(({ proposal, name, division, licence }) =>
      Object.assign(new RegistrationProposal(), {
        id: proposal.id,
        standing: proposalStanding(proposal, today),
        name,
        division: this.divisions.get(division),
        licence,
        proposedOn: proposal.proposedOn,
        isMine: proposal.proposedBy === id,
        opensUntil: proposal.opensUntil,
        reason: proposal.answer?.kind === 'refused' ? proposal.answer.reason : null,
      }),
    );
  }

  @ResolveField(() => Enterprise, { nullable: true, description: 'The enterprise, once a colleague agreed.' })
  async enterprise(@Parent() { uscc }: Registration, @Context() context: GraphqlContext): Promise<Enterprise | null> {
    const row = await this.enterprises.load(context, uscc);
    return row === null ? null : toEnterprise(row);
  }
}
