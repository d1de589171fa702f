import { programmeAccounts } from '@duixian/casework';
import { payeeOn } from '@duixian/registry';
import { decideReinstruction, type ReinstructPayment } from '@duixian/treasury';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import {
  CeilingReached,
  EvidenceContested,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { exclusionsOf } from '../../exclusion/exclusion-records.js';
import { Law } from '../../policy/law/law.js';
import { PaymentAnswer, type PaymentOrRefusal } from '../payment-answer.js';
import { PaymentCommandInput } from '../payment-command.input.js';
import { readPaymentFile } from '../read-payment-file.js';
import { Payment } from '../read/payment.type.js';

@InputType({ description: 'Which payment is instructed again (重新拨付).' })
class ReinstructPaymentInput extends PaymentCommandInput {}

const ReinstructPaymentResult = createUnionType({
  name: 'ReinstructPaymentResult',
  description: 'The payment as it stands afterwards, or why nothing was recorded.',
  types: () => [Payment, NotFound, NotAllowedNow, NotPermitted, EvidenceContested, CeilingReached, TryAgain] as const,
});

export class ReinstructPaymentCommand extends Command<Outcome> {
  constructor(readonly request: ReinstructPayment) {
    super();
  }
}

@CommandHandler(ReinstructPaymentCommand)
export class ReinstructPaymentHandler implements ICommandHandler<ReinstructPaymentCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ReinstructPaymentCommand): Promise<Outcome> {
    return this.runner.run('reinstructPayment', request, async (records, command) => {
      const read = await readPaymentFile(records, command.payment, (_, claim) =>
        programmeAccounts(this.law.ofClaim(command.tenant, claim), claim.measure, claim.year),
      );
      if (!read.ok) return read;
      const { guards: programme, ...file } = read.file;
      const payee = payeeOn(await records.accounts(file.claim.uscc), command.on);
      const enterprise = await records.enterprise(file.claim.uscc);
      const catalogue = this.law.ofClaim(command.tenant, file.claim);
      const [papers, lists, exclusions] = await Promise.all([
        records.papers(file.claim, catalogue),
        records.listsOf(file.claim),
        exclusionsOf(records, file.claim, catalogue, { step: 'instruction', on: command.on }),
      ]);
      const grounds = { programme, enterprise, payee, catalogue, papers, lists, exclusions };
      return decideReinstruction({ command, ...file, ...grounds });
    });
  }
}

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
