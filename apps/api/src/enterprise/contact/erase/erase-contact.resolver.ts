import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import { COMMAND_ID } from '../../../command/command-input.js';
import { CommandOrigin } from '../../../command/command-origin.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise-answer.js';
import { EraseContactCommand } from './erase-contact.command.js';
import { EraseContactResult } from './erase-contact.result.js';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';

@Resolver()
export class EraseContactResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EraseContactResult, {
    description: "Erases an enterprise's contacts for good, and the account numbers to which nothing goes any more.",
  })
  @RequirePermission('contact.erase')
  @ArgumentKinds({ uscc: 'uscc', commandId: 'uuid' })
  async eraseContact(
    @Args('uscc', { type: () => ID, description: 'The enterprise.' }) uscc: string,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
    @Args('commandId', { type: () => ID, nullable: true, description: COMMAND_ID }) commandId?: string | null,
  ): Promise<EnterpriseOrRefusal> {
    const outcome = await this.bus.execute(
      new EraseContactCommand({ ...this.origin.of({ commandId: commandId ?? null }, user), uscc }),
    );
    return this.answer.to(context, uscc, outcome);
  }
}
