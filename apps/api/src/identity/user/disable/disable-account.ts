import { decideDisabling, HEADCOUNT_ACCOUNTS, type DisableAccount } from '@duixian/office';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { Answer } from '../../../command/answer.js';
import { CommandInput } from '../../../command/command-input.js';
import { CommandOrigin } from '../../../command/command-origin.js';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { Divisions } from '../../../division/divisions.js';
import { userOf, type GraphqlContext } from '../../../graphql/context.js';
import {
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
  type Refusal,
} from '../../../graphql/refusal/refusal.js';
import { ValueKind } from '../../../graphql/values/value-kind.js';
import { RequirePermission } from '../../require-permission.js';
import { AccountTable } from '../account-table.js';
import { toUser } from '../to-user.js';
import { User } from '../user.type.js';
import { Users } from '../users.js';

class DisableAccountCommand extends Command<Outcome> {
  constructor(
    readonly request: DisableAccount,
    /** From where; a repeat from elsewhere is the same request. */
    readonly address: string | null,
  ) {
    super();
  }
}

@CommandHandler(DisableAccountCommand)
export class DisableAccountHandler implements ICommandHandler<DisableAccountCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly table: AccountTable,
  ) {}

  async execute({ request: command, address }: DisableAccountCommand): Promise<Outcome> {
    const outcome = await this.runner.run('disableAccount', command, async (records) => {
      const guards = await records.guards(HEADCOUNT_ACCOUNTS);
      return decideDisabling({ command, official: await records.official(command.official), guards, address });
    });
    if (outcome.ok) await this.table.settle(command.tenant, command.official);
    return outcome;
  }
}

@InputType({ description: 'An account that is to be shut.' })
class DisableAccountInput extends CommandInput {
  @Field(() => ID, { description: 'The user.' })
  @ValueKind('reference')
  id!: string;

  @Field({ description: 'Why: it goes on record.' })
  @ValueKind('paragraph')
  reason!: string;
}

const DisableAccountResult = createUnionType({
  name: 'DisableAccountResult',
  description: 'The user as he is afterwards, or why nothing was changed.',
  types: () => [User, InvalidInput, NotFound, NotPermitted, NotAllowedNow, TryAgain] as const,
});

@Resolver()
export class DisableAccountResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: Answer,
    private readonly users: Users,
    private readonly divisions: Divisions,
  ) {}

  @Mutation(() => DisableAccountResult, { description: 'Shuts the user out at once; what he did stands in the log.' })
  @RequirePermission('user.manage')
  async disableAccount(
    @Args('input', { description: 'Whose account is shut, and why.' }) input: DisableAccountInput,
    @Context() context: GraphqlContext,
  ): Promise<User | Refusal> {
    const { id: official, reason } = input;
    const request = { ...this.origin.of(input, userOf(context)), official, reason };
    const outcome = await this.bus.execute(new DisableAccountCommand(request, context.request.ip));
    return this.answer.to(context, outcome, async () => {
      const user = await this.users.find(request.tenant, official);
      return user === null ? null : toUser(user, this.divisions);
    });
  }
}
