import { decideListProposal, doubtfulCodes, parseListNumber, type ProposeRecognitionList } from '@duixian/casework';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { formatPlace } from '../../import/row-problem.js';
import { Law } from '../../policy/law/law.js';
import { readListFile } from '../preview/read-list-file.js';
import { RecognitionAnswer, RecognitionResult, type RecognitionListOrRefusal } from '../recognition-answer.js';
import { headOf, RecognitionListInput } from './recognition-head.input.js';
import { unreadLines } from '../../import/row-problem.js';

export class ProposeRecognitionListCommand extends Command<Outcome> {
  constructor(readonly request: ProposeRecognitionList) {
    super();
  }
}

@CommandHandler(ProposeRecognitionListCommand)
export class ProposeRecognitionListHandler implements ICommandHandler<ProposeRecognitionListCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ProposeRecognitionListCommand): Promise<Outcome> {
    return this.runner.run('proposeRecognitionList', request, async (records, command) => {
      const number = parseListNumber(command.document);
      const list = number.ok ? await records.recognitionList(number.value) : null;
      const codesOnRecord = await records.registered(doubtfulCodes(command.lines));
      return decideListProposal({ command, list, codesOnRecord, places: this.law.places });
    });
  }
}

@Resolver()
export class ProposeRecognitionListResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: RecognitionAnswer,
  ) {}

  @Mutation(() => RecognitionResult, {
    description:
      '导入认定名单: a clerk or reviewer proposes a list as its file has it; lines that cannot be taken are left out, as the preview says.',
  })
  @RequirePermission('recognition.change')
  async proposeRecognitionList(
    @Args('input', { description: 'The list.' }) input: RecognitionListInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<RecognitionListOrRefusal> {
    const read = readListFile(input.file);
    const request = {
      ...this.origin.of(input, user),
      ...headOf(input),
      file: read.file,
      lines: read.lines,
      unread: unreadLines(read),
      faults: read.faults.map(formatPlace),
    };
    const outcome = await this.bus.execute(new ProposeRecognitionListCommand(request));
    return this.answer.to(context, input.document, outcome);
  }
}
