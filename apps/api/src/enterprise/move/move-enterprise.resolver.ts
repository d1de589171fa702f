import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { MoveEnterpriseCommand } from './move-enterprise.command.js';
import { MoveEnterpriseInput } from './move-enterprise.input.js';
import { MoveEnterpriseResult } from './move-enterprise.result.js';

@Resolver()
export class MoveEnterpriseResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => MoveEnterpriseResult, {
    description: 'A clerk of the new division enters that an enterprise moved there.',
  })
  @RequirePermission('enterprise.move')
  async moveEnterprise(
    @Args('input') input: MoveEnterpriseInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, division, on: movedOn } = input;
    const request = { ...this.origin.of(input, user), uscc, division, movedOn };
    const outcome = await this.bus.execute(new MoveEnterpriseCommand(request));
    return this.answer.to(context, uscc, outcome);
  }
}
