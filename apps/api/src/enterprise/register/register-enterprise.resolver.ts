import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { contactOf } from '../contact/contact.input.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../enterprise-answer.js';
import { RegisterEnterpriseCommand } from './register-enterprise.command.js';
import { RegisterEnterpriseInput } from './register-enterprise.input.js';
import { RegisterEnterpriseResult } from './register-enterprise.result.js';

@Resolver()
export class RegisterEnterpriseResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => RegisterEnterpriseResult, {
    description: 'A clerk enters an enterprise under its unified social credit code.',
  })
  @RequirePermission('enterprise.register')
  async registerEnterprise(
    @Args('input', { description: 'The enterprise as its licence shows it (企业登记).' })
    input: RegisterEnterpriseInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, name, division, contact } = input;
    const request = { ...this.origin.of(input, user), uscc, name, division };
    const outcome = await this.bus.execute(
      new RegisterEnterpriseCommand(request, contact == null ? null : contactOf(contact)),
    );
    return this.answer.to(context, uscc, outcome);
  }
}
