import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../../command/command-origin.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { contactOf } from '../contact.input.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise-answer.js';
import { UpdateContactCommand } from './update-contact.command.js';
import { UpdateContactInput } from './update-contact.input.js';
import { UpdateContactResult } from './update-contact.result.js';

@Resolver()
export class UpdateContactResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => UpdateContactResult, {
    description: 'Whom to call at an enterprise. Old and new go on record masked; the whole is kept outside the log.',
  })
  @RequirePermission('contact.update')
  async updateContact(
    @Args('input') input: UpdateContactInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const request = { ...this.origin.of(input, user), uscc: input.uscc };
    const outcome = await this.bus.execute(new UpdateContactCommand(request, contactOf(input)));
    return this.answer.to(context, input.uscc, outcome);
  }
}
