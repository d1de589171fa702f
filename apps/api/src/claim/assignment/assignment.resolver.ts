import { assignerRefusal, decideAssignment, invalidInput, type Actor, type AssignClaim } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { commandIdOf } from '../../command/command-id.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { badInput } from '../../graphql/errors.js';
import { PAGE_SIZE_MAX } from '../../graphql/pagination.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { toRefusal } from '../../graphql/refusal/to-refusal.js';
import { Bilingual } from '../../graphql/bilingual.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Positions } from '../../log/positions.js';
import { Law } from '../../policy/law/law.js';
import { BulkDone } from '../bulk/bulk-item.type.js';
import { claimsProblem } from '../bulk/claims-problem.js';
import { unlessUnreadable } from '../bulk/unless-unreadable.js';
import { ClaimRefusals } from '../read/claim-refusals.js';
import { Claim } from '../read/claim.type.js';
import { AssignClaimsInput, AssignClaimsResult, ClaimAssignee, Colleague } from './assignment.type.js';
import { Colleagues } from './colleagues.js';

export class AssignClaimCommand extends Command<Outcome> {
  constructor(
    readonly request: AssignClaim,
    readonly to: Actor | null,
  ) {
    super();
  }
}

@CommandHandler(AssignClaimCommand)
export class AssignClaimHandler implements ICommandHandler<AssignClaimCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request, to }: AssignClaimCommand): Promise<Outcome> {
    return this.runner.run('assignClaim', request, async (records, command) => {
      const [claim, recusals] = await Promise.all([
        records.claim(command.claim),
        command.to === null ? [] : records.recusalsOf(command.to),
      ]);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      return decideAssignment({ command, claim, to, recusals, context: { on: command.on, catalogue, evidence: [] } });
    });
  }
}

/** 领取、分派、均分、退回: who of an office looks after which of its claims. */
@Resolver(() => Claim)
export class AssignmentResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly officials: Colleagues,
    private readonly positions: Positions,
    private readonly refusals: ClaimRefusals,
  ) {}

  @ResolveField(() => Bilingual, {
    nullable: true,
    description:
      'Why you neither take it nor give it to a colleague now; null where you may: it lies with your office, and you take part in it.',
  })
  assigningRefusal(@Parent() { id }: Claim, @Context() context: GraphqlContext): Promise<Bilingual | null> {
    return this.refusals.by(assignerRefusal, context, id);
  }

  @ResolveField(() => ClaimAssignee, {
    nullable: true,
    description:
      'Who looks after it; null where nobody does, or whoever did has no account any more, or another office, or takes no part in it (回避), so that it is the office’s.',
  })
  async assignee(
    @Parent() { row }: Claim,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimAssignee | null> {
    const { assigned_to: id, assigned_name: displayName, assigned_on: since } = row;
    if (id === null || displayName === null || since === null) return null;
    if (!(await this.officials.keeps(context, id, row))) return null;
    return Object.assign(new ClaimAssignee(), { id, displayName, since, isMe: id === user.id, measure: row.measure });
  }

  @Query(() => [Colleague], { description: 'Who is of your office, you first: those to whom its claims can be given.' })
  @RequirePermission('claim.assign')
  @ArgumentKinds({ claims: 'reference' })
  async colleagues(
    @CurrentUser() user: CurrentUser,
    @Args('claims', {
      type: () => [ID],
      nullable: true,
      description: 'Numbers of claims that are to be given, 100 at most: who takes no part in one of them is named.',
    })
    claims?: string[] | null,
  ): Promise<Colleague[]> {
    if ((claims?.length ?? 0) > PAGE_SIZE_MAX) {
      throw badInput('claims', {
        zh: `一次最多写${PAGE_SIZE_MAX}件申报件。`,
        en: `Name ${PAGE_SIZE_MAX} claims at most.`,
      });
    }
    return this.officials.of(user, claims ?? []);
  }

  @Mutation(() => AssignClaimsResult, {
    description:
      'Claims are taken (领取), given (分派) or put back (退回科室), each with an event of its own. `commandId` names the set: sent again with it, each is done once.',
  })
  @RequirePermission('claim.assign')
  async assignClaims(
    @Args('input', { description: 'Which claims, and to whom.' }) input: AssignClaimsInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<BulkDone | Refusal> {
    const problem = claimsProblem(input.claims);
    if (problem !== null) return toRefusal(invalidInput([problem]));
    const { commandId: set, ...origin } = this.origin.of(input, user);
    const id = input.to ?? null;
    const to = id === null ? null : await this.officials.actor(context, id);
    const items: BulkDone['items'] = [];
    for (const claim of input.claims) {
      const request = { ...origin, commandId: commandIdOf('assign', set, claim), claim, to: id };
      const outcome = await unlessUnreadable(this.bus.execute(new AssignClaimCommand(request, to)));
      if ('position' in outcome) {
        context.recorded = outcome.position;
        this.positions.answerAt(outcome.position);
      }
      items.push({ claim, refusal: 'position' in outcome ? null : toRefusal(outcome.refusal) });
    }
    return Object.assign(new BulkDone(), { items });
  }
}
