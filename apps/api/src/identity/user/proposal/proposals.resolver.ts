import { Args, Query, Resolver } from '@nestjs/graphql';
import { Clock } from '../../../clock/clock.js';
import { ListArgs, toConnection } from '../../../graphql/pagination.js';
import { nothingThere } from '../../../log/action-at.js';
import { CurrentUser } from '../../current-user.js';
import { RequirePermission } from '../../require-permission.js';
import { OfficialProposalFilter } from './proposal-filter.js';
import { ProposalList } from './proposal-list.js';
import { OfficialProposalConnection } from './proposal.type.js';
import { toProposal } from './to-proposal.js';

@Resolver()
export class ProposalsResolver {
  constructor(
    private readonly list: ProposalList,
    private readonly clock: Clock,
  ) {}

  @Query(() => OfficialProposalConnection, {
    description: 'What was proposed for the accounts of your city, newest first.',
  })
  @RequirePermission('user.read')
  async officialProposals(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which proposals; all if left out.' })
    filter?: OfficialProposalFilter,
  ): Promise<OfficialProposalConnection> {
    const found = await this.list.page(user, page, filter ?? {});
    const { at } = found;
    return toConnection(found, (row) => {
      const proposal = toProposal(row, user, at?.today ?? this.clock.today());
      return at?.isPast === true ? Object.assign(proposal, { agreeingRefusal: nothingThere(at) }) : proposal;
    });
  }
}
