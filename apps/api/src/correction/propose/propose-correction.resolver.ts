import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionAnswer, type CorrectionOrRefusal } from '../correction-answer.js';
import { jsonObject } from './json-object.js';
import { ProposeCorrectionCommand } from './propose-correction.command.js';
import { ProposeCorrectionInput } from './propose-correction.input.js';
import { ProposeCorrectionResult } from './propose-correction.result.js';

@Resolver()
export class ProposeCorrectionResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: CorrectionAnswer,
  ) {}

  @Mutation(() => ProposeCorrectionResult, {
    description: 'An administrator proposes what an event that nobody can read should have said; another has to agree.',
  })
  @RequirePermission('correction.propose')
  async proposeCorrection(
    @Args('input', { description: 'What the event shall say instead (更正).' }) input: ProposeCorrectionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<CorrectionOrRefusal> {
    const { position, schemaVersion, occurredOn, reason } = input;
    const content = { schemaVersion, occurredOn, data: jsonObject(input.data) };
    const request = { ...this.origin.of(input, user), position, content, reason };
    const outcome = await this.bus.execute(new ProposeCorrectionCommand(request));
    return this.answer.to(context, position, outcome);
  }
}
