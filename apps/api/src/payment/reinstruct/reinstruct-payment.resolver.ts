import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { PaymentAnswer, type PaymentOrRefusal } from '../payment-answer.js';
import { ReinstructPaymentCommand } from './reinstruct-payment.command.js';
import { ReinstructPaymentInput } from './reinstruct-payment.input.js';
import { ReinstructPaymentResult } from './reinstruct-payment.result.js';

@Resolver()
export class ReinstructPaymentResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: PaymentAnswer,
  ) {}

  @Mutation(() => ReinstructPaymentResult, { description: '重新拨付: finance instructs a returned payment again.' })
  @RequirePermission('payment.reinstruct')
  async reinstructPayment(
    @Args('input', { description: 'Which payment is instructed again (重新拨付).' }) input: ReinstructPaymentInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<PaymentOrRefusal> {
    const { payment } = input;
    const request = { ...this.origin.of(input, user), payment };
    const outcome = await this.bus.execute(new ReinstructPaymentCommand(request));
    return this.answer.to(context, payment, outcome);
  }
}
