import { bankReferenceAccount, normaliseBankReference } from '@duixian/casework';
import { decideConfirmation, type ConfirmPayment } from '@duixian/treasury';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import {
  Duplicate,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { PaymentAnswer, type PaymentOrRefusal } from '../payment-answer.js';
import { AttemptCommandInput } from '../payment-command.input.js';
import { readPaymentFile } from '../read-payment-file.js';
import { Payment } from '../read/payment.type.js';

@InputType({ description: 'Which payment was made, when, and under which bank reference.' })
class ConfirmPaymentInput extends AttemptCommandInput {
  @Field({ description: "The bank's number of the settlement: 1 to 64 characters." })
  @ValueKind('line')
  bankReference!: string;

  @Field(() => PlainDate, { description: 'Day on which the bank paid.' })
  paidOn!: string;
}

const ConfirmPaymentResult = createUnionType({
  name: 'ConfirmPaymentResult',
  description: 'The payment as it stands afterwards, or why nothing was recorded.',
  types: () => [Payment, InvalidInput, NotFound, NotAllowedNow, NotPermitted, Duplicate, TryAgain] as const,
});

export class ConfirmPaymentCommand extends Command<Outcome> {
  constructor(readonly request: ConfirmPayment) {
    super();
  }
}

@CommandHandler(ConfirmPaymentCommand)
export class ConfirmPaymentHandler implements ICommandHandler<ConfirmPaymentCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ConfirmPaymentCommand): Promise<Outcome> {
    return this.runner.run('confirmPayment', request, async (records, command) => {
      const reference = normaliseBankReference(command.bankReference);
      const { places } = this.law;
      const known = await records.payment(command.payment);
      const earlierSettlements: string[] = [];
      // A treasury that was merged knows the reference under the codes of before.
      for (const code of known === null ? [] : places.carriedOn(known.payer, command.on)) {
        if (code !== places.asOf(code, command.on)) earlierSettlements.push(bankReferenceAccount(code, reference));
        earlierSettlements.push(...(await records.settlementsOf(code, reference)));
      }
      const read = await readPaymentFile(records, command.payment, (payer) => [
        bankReferenceAccount(places.asOf(payer, command.on), reference),
        ...earlierSettlements,
      ]);
      if (!read.ok) return read;
      const accounts = await records.accounts(read.file.claim.uscc);
      const catalogue = this.law.ofClaim(command.tenant, read.file.claim);
      return decideConfirmation({ command, ...read.file, earlierSettlements, accounts, catalogue });
    });
  }
}

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
