import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { PaymentAnswer, type PaymentOrRefusal } from '../payment-answer.js';
import { RecordBankReturnCommand } from './record-bank-return.command.js';
import { RecordBankReturnInput } from './record-bank-return.input.js';
import { RecordBankReturnResult } from './record-bank-return.result.js';

@Resolver()
export class RecordBankReturnResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: PaymentAnswer,
  ) {}

  @Mutation(() => RecordBankReturnResult, {
    description:
      '银行退票: the bank sent the money back, also days after the payment; its amount is free until it is instructed again.',
  })
  @RequirePermission('payment.return')
  async recordBankReturn(
    @Args('input', { description: 'Which payment came back, when and why (银行退票).' }) input: RecordBankReturnInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<PaymentOrRefusal> {
    const { payment, attempt, reason, returnedOn } = input;
    const origin = this.origin.of(input, user);
    const request = { ...origin, payment, attempt, reason, returnedOn: returnedOn ?? origin.on };
    const outcome = await this.bus.execute(new RecordBankReturnCommand(request));
    return this.answer.to(context, payment, outcome);
  }
}
