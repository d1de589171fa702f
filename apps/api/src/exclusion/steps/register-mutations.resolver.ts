import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import type { GraphqlContext } from '../../graphql/context.js';
import type { Refusal } from '../../graphql/refusal/refusal.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { formatPlace } from '../../import/row-problem.js';
import { readRegisterPart } from '../preview/read-register-file.js';
import type { RegisterEdition, RegisterRow } from '../read/register.type.js';
import { ClearExclusionResult, RegisterAnswer, RegisterEditionResult } from '../register-answer.js';
import {
  ClearExclusionCommand,
  OpenRegisterEditionCommand,
  ProposeRegisterEditionCommand,
  ReadRegisterRowsCommand,
} from './register-handlers.js';
import {
  ClearExclusionInput,
  OfEditionInput,
  OpenRegisterEditionInput,
  ReadRegisterRowsInput,
} from './register.input.js';
import { unreadLines } from '../../import/row-problem.js';

@Resolver()
export class RegisterMutationsResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RegisterAnswer,
  ) {}

  @Mutation(() => RegisterEditionResult, {
    description: '导入名单: the office that keeps a register begins an edition of it; its rows follow part by part.',
  })
  @RequirePermission('register.change')
  async openRegisterEdition(
    @Args('input', { description: 'Its source and its file.' }) input: OpenRegisterEditionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RegisterEdition | Refusal> {
    const { register, title, authority, document, url, publishedOn, validUntil, fileName, fileHash } = input;
    const request = {
      ...this.origin.of(input, user),
      register,
      source: {
        ...{ title, authority, publishedOn },
        document: document ?? null,
        url: url ?? null,
        validUntil: validUntil ?? null,
      },
      file: { name: fileName, sha256: fileHash },
    };
    const outcome = await this.bus.execute(new OpenRegisterEditionCommand(request));
    return this.answer.edition(context, register, request.commandId, outcome);
  }

  @Mutation(() => RegisterEditionResult, {
    description:
      'The next part of an edition’s file is read. Lines that cannot be taken are left out and counted, as the preview says.',
  })
  @RequirePermission('register.change')
  async readRegisterRows(
    @Args('input', { description: 'The part.' }) input: ReadRegisterRowsInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RegisterEdition | Refusal> {
    const { register, edition, part } = input;
    const read = readRegisterPart(input.file);
    const request = {
      ...this.origin.of(input, user),
      ...{ register, edition, part, sha256: read.sha256, rows: read.rows },
      unread: unreadLines(read),
      faults: read.faults.map(formatPlace),
    };
    const outcome = await this.bus.execute(new ReadRegisterRowsCommand(request));
    return this.answer.edition(context, register, edition, outcome);
  }

  @Mutation(() => RegisterEditionResult, { description: 'All parts are read: the edition waits for a second person.' })
  @RequirePermission('register.change')
  async proposeRegisterEdition(
    @Args('input', { description: 'Which edition.' }) input: OfEditionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RegisterEdition | Refusal> {
    const { register, edition } = input;
    const request = { ...this.origin.of(input, user), register, edition };
    const outcome = await this.bus.execute(new ProposeRegisterEditionCommand(request));
    return this.answer.edition(context, register, edition, outcome);
  }

  @Mutation(() => ClearExclusionResult, {
    description:
      '解除: the office that the city names clears one row, for a reason of the register. Another row or edition holds again.',
  })
  @RequirePermission('register.clear')
  async clearExclusion(
    @Args('input', { description: 'Which row, and why.' }) input: ClearExclusionInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RegisterRow | Refusal> {
    const { register, edition, row, uscc, ground, reason } = input;
    const request = { ...this.origin.of(input, user), register, edition, row, uscc, ground, reason };
    const outcome = await this.bus.execute(new ClearExclusionCommand(request));
    return this.answer.row(context, { uscc, edition, row }, outcome);
  }
}
