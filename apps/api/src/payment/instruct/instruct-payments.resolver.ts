import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../../claim/claim-answer.js';
import { InstructPaymentsCommand } from './instruct-payments.command.js';
import { InstructPaymentsInput } from './instruct-payments.input.js';
import { InstructPaymentsResult } from './instruct-payments.result.js';

@Resolver()
export class InstructPaymentsResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: ClaimAnswer,
  ) {}

  @Mutation(() => InstructPaymentsResult, {
    description: '拨付指令: once the publicity is over, every treasury is instructed to pay its line.',
  })
  @RequirePermission('payment.instruct')
  async instructPayments(
    @Args('input', { description: 'Of which claim the payments are instructed (拨付指令).' })
    input: InstructPaymentsInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<ClaimOrRefusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim };
    const outcome = await this.bus.execute(new InstructPaymentsCommand(request));
    return this.answer.to(context, request.claim, outcome);
  }
}
