import { decideBankReturn, type RecordBankReturn } from '@duixian/treasury';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { PaymentAnswer, type PaymentOrRefusal } from '../payment-answer.js';
import { AttemptCommandInput } from '../payment-command.input.js';
import { readPaymentFile } from '../read-payment-file.js';
import { Payment } from '../read/payment.type.js';

@InputType({ description: 'Which payment came back, when and why (银行退票).' })
class RecordBankReturnInput extends AttemptCommandInput {
  @Field({ description: 'As the bank states it; goes on record: 1 to 2000 characters.' })
  @ValueKind('paragraph')
  reason!: string;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Day on which the money came back, from the payment or its instruction to today; today if left out.',
  })
  returnedOn?: string | null;
}

const RecordBankReturnResult = createUnionType({
  name: 'RecordBankReturnResult',
  description: 'The payment as it stands afterwards, or why nothing was recorded.',
  types: () => [Payment, InvalidInput, NotFound, NotAllowedNow, NotPermitted, TryAgain] as const,
});

export class RecordBankReturnCommand extends Command<Outcome> {
  constructor(readonly request: RecordBankReturn) {
    super();
  }
}

@CommandHandler(RecordBankReturnCommand)
export class RecordBankReturnHandler implements ICommandHandler<RecordBankReturnCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: RecordBankReturnCommand): Promise<Outcome> {
    return this.runner.run('recordBankReturn', request, async (records, command) => {
      const read = await readPaymentFile(records, command.payment);
      if (!read.ok) return read;
      const catalogue = this.law.ofClaim(command.tenant, read.file.claim);
      return decideBankReturn({ command, ...read.file, catalogue });
    });
  }
}

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
