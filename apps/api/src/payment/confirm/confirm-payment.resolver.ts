import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { PaymentAnswer, type PaymentOrRefusal } from '../payment-answer.js';
import { ConfirmPaymentCommand } from './confirm-payment.command.js';
import { ConfirmPaymentInput } from './confirm-payment.input.js';
import { ConfirmPaymentResult } from './confirm-payment.result.js';

@Resolver()
export class ConfirmPaymentResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: PaymentAnswer,
  ) {}

  @Mutation(() => ConfirmPaymentResult, {
    description: '支付确认: the payer has paid; the last payment of a claim closes it.',
  })
  @RequirePermission('payment.confirm')
  async confirmPayment(
    @Args('input', { description: 'Which payment was made, when, and under which bank reference.' })
    input: ConfirmPaymentInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<PaymentOrRefusal> {
    const { payment, attempt, bankReference, paidOn } = input;
    const request = { ...this.origin.of(input, user), payment, attempt, bankReference, paidOn };
    const outcome = await this.bus.execute(new ConfirmPaymentCommand(request));
    return this.answer.to(context, payment, outcome);
  }
}
