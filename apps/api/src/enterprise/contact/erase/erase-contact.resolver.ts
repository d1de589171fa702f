import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
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
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EraseContactResult, { description: "Erases an enterprise's contact for good." })
  @RequirePermission('contact.erase')
  @ArgumentKinds({ uscc: 'uscc' })
  async eraseContact(
    @Args('uscc', { type: () => ID }) uscc: string,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const outcome = await this.bus.execute(new EraseContactCommand(user.tenant, uscc));
    return this.answer.to(context, uscc, outcome);
  }
}
