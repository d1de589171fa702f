import { decideLicensedRegistration, type ProposeRegistration } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { RegistrationAnswer, RegistrationResult, type RegistrationOrRefusal } from './registration-answer.js';

@InputType({ description: 'An enterprise whose code does not check, with its licence as evidence (凭执照登记).' })
class ProposeRegistrationInput extends CommandInput {
  @Field(() => ID, { description: 'Unified social credit code (统一社会信用代码), as the licence shows it.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field({ description: 'As on the licence.' })
  @ValueKind('name')
  name!: string;

  @Field({ description: 'Code of the county or district, as in GB/T 2260.' })
  @ValueKind('division')
  division!: string;

  @Field({ description: 'Number of the licence (营业执照编号).' })
  @ValueKind('line')
  licenceNumber!: string;

  @Field(() => PlainDate, { description: 'Day on which the licence was issued (核发日期).' })
  licenceIssuedOn!: string;
}

export class ProposeRegistrationCommand extends Command<Outcome> {
  constructor(readonly request: ProposeRegistration) {
    super();
  }
}

@CommandHandler(ProposeRegistrationCommand)
export class ProposeRegistrationHandler implements ICommandHandler<ProposeRegistrationCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ProposeRegistrationCommand): Promise<Outcome> {
    return this.runner.run('proposeRegistration', request, async (records, command) => {
      const recorded = await records.registration(command.uscc);
      return decideLicensedRegistration({ command, ...recorded, places: this.law.places });
    });
  }
}

@Resolver()
export class ProposeRegistrationResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RegistrationAnswer,
  ) {}

  @Mutation(() => RegistrationResult, {
    description:
      '凭执照登记: a clerk of the division proposes to register an enterprise whose code does not check, with its licence.',
  })
  @RequirePermission('enterprise.register')
  async proposeRegistration(
    @Args('input', { description: 'The enterprise, and its licence as evidence.' }) input: ProposeRegistrationInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RegistrationOrRefusal> {
    const { uscc, name, division, licenceNumber: number, licenceIssuedOn: issuedOn } = input;
    const request = { ...this.origin.of(input, user), uscc, name, division, licence: { number, issuedOn } };
    const outcome = await this.bus.execute(new ProposeRegistrationCommand(request));
    return this.answer.to(context, uscc, outcome);
  }
}
