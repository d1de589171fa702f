import { lifterRefusal } from '@duixian/casework';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Colleagues } from '../claim/assignment/colleagues.js';
import { Claim } from '../claim/read/claim.type.js';
import { NamedPerson } from '../delegation/named-person.type.js';
import { Enterprise } from '../enterprise/read/enterprise.type.js';
import { EnterprisesByUscc } from '../enterprise/read/enterprises-by-uscc.js';
import { toEnterprise } from '../enterprise/read/to-enterprise.js';
import type { GraphqlContext } from '../graphql/context.js';
import { onRecord } from '../graphql/on-record.js';
import { ListArgs, toConnection } from '../graphql/pagination.js';
import { actorOf } from '../identity/actor.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Positions } from '../log/positions.js';
import { Law } from '../policy/law/law.js';
import { RecusalList } from './recusal-list.js';
import { toRecusal } from './recusal-rows.js';
import { Recusal, RecusalConnection, RecusalFilter } from './recusal.type.js';
import { RecusalsOfClaim } from './recusals-of-claim.js';
import { Subordinates } from './subordinates.js';

@Resolver(() => Recusal)
export class RecusalsResolver {
  constructor(
    private readonly list: RecusalList,
    private readonly people: Subordinates,
    private readonly enterprises: EnterprisesByUscc,
    private readonly officials: Colleagues,
    private readonly positions: Positions,
    private readonly law: Law,
  ) {}

  @Query(() => RecusalConnection, {
    description:
      'Who takes no part in what, newest first: of your city where you keep or audit accounts, and else your own and those of whom you are the superior.',
  })
  @RequirePermission('recusal.read')
  async recusals(
    @CurrentUser() user: CurrentUser,
    @Args() page: ListArgs,
    @Args('filter', { nullable: true, description: 'Which recusals; all if left out.' }) filter?: RecusalFilter,
  ): Promise<RecusalConnection> {
    const found = await this.list.page(user, page, filter ?? {});
    return toConnection(found, toRecusal);
  }

  @Query(() => [NamedPerson], {
    description: 'Whom you may order to take no part in a matter: those whose superior you are; none for most.',
  })
  @RequirePermission('recusal.declare')
  async subordinates(@CurrentUser() user: CurrentUser): Promise<NamedPerson[]> {
    return this.people.of(user);
  }

  @ResolveField(() => Boolean, {
    description: 'Whether you may lift it now: as his superior, or as a system administrator; never one of your own.',
  })
  async canLift(
    @Parent() { official: { userId }, liftedOn }: Recusal,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<boolean> {
    if (liftedOn !== null || (await this.positions.of(user.tenant)).isPast) return false;
    const official = await this.officials.actor(context, userId);
    return lifterRefusal({ userId, official }, actorOf(user), this.law.known) === null;
  }

  @ResolveField(() => Enterprise, { nullable: true, description: 'The enterprise; null where it is from one claim.' })
  async enterprise(@Parent() { uscc }: Recusal, @Context() context: GraphqlContext): Promise<Enterprise | null> {
    return uscc === null ? null : toEnterprise(onRecord(await this.enterprises.load(context, uscc), uscc));
  }
}

/** 回避: who takes no part in a claim. */
@Resolver(() => Claim)
export class ClaimRecusalsResolver {
  constructor(private readonly ofClaim: RecusalsOfClaim) {}

  @ResolveField(() => [Recusal], {
    description: 'Who takes no part in it or in its enterprise (回避): those that stand, in their order.',
  })
  async recusals(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<Recusal[]> {
    return ((await this.ofClaim.load(context, id)) ?? []).map(toRecusal);
  }
}
