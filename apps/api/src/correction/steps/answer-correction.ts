import {
  decideAgreement,
  decideCorrectionWithdrawal,
  decideObjection,
  type AnswerCorrection,
  type Command as Sent,
  type CorrectionState,
  type Decision,
} from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import type { Type } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../graphql/refusal/refusal.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import type { Permission } from '../../identity/permission.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { CorrectionAnswer, type CorrectionOrRefusal } from '../correction-answer.js';
import { CorrectionShown } from '../correction.type.js';
import { OnCorrectionInput } from '../on-correction.input.js';
import { WronglyRecorded } from '../wrongly-recorded.js';

/** What is said of a proposed correction: its mutation, who may send it, and what is decided. */
interface Said<Request extends AnswerCorrection, Input> {
  readonly mutation: string;
  readonly permission: Permission;
  readonly description: string;
  readonly about: string;
  readonly input: Type<Input>;
  readonly request: (origin: Sent, input: Input) => Request;
  readonly decide: (input: {
    readonly command: Request;
    readonly correction: CorrectionState;
  }) => Decision<DomainEvent>;
}

function answer<Request extends AnswerCorrection, Input extends OnCorrectionInput>(said: Said<Request, Input>): Type[] {
  const { mutation, permission, description, about, input: InputClass } = said;

  const result = createUnionType({
    name: `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Result`,
    description: 'The correction as it stands afterwards, or why nothing was recorded.',
    types: () => [CorrectionShown, InvalidInput, NotAllowedNow, NotFound, NotPermitted, TryAgain] as const,
  });

  class AnswerCommand extends Command<Outcome> {
    constructor(readonly request: Request) {
      super();
    }
  }

  @CommandHandler(AnswerCommand)
  class AnswerHandler implements ICommandHandler<AnswerCommand> {
    constructor(
      private readonly runner: CommandRunner,
      private readonly wronglyRecorded: WronglyRecorded,
    ) {}

    execute({ request }: AnswerCommand): Promise<Outcome> {
      return this.runner.run(mutation, request, async (records, command) => {
        const wrong = await this.wronglyRecorded.at(command.tenant, command.position);
        const correction = wrong === null ? null : await records.correction(wrong.event);
        return said.decide({ command, correction });
      });
    }
  }

  @Resolver()
  class AnswerResolver {
    constructor(
      private readonly bus: CommandBus,
      private readonly origin: CommandOrigin,
      private readonly answer: CorrectionAnswer,
    ) {}

    @Mutation(() => result, { name: mutation, description })
    @RequirePermission(permission)
    async send(
      @Args('input', { type: () => InputClass, description: about }) input: Input,
      @CurrentUser() user: CurrentUser,
      @Context() context: GraphqlContext,
    ): Promise<CorrectionOrRefusal> {
      const request = said.request(this.origin.of(input, user), input);
      const outcome = await this.bus.execute(new AnswerCommand(request));
      return this.answer.to(context, request.position, outcome);
    }
  }

  return [AnswerHandler, AnswerResolver];
}

const AGREED = 'Which proposed correction is agreed to.';
const REFUSED = 'Which proposed correction is refused, and why.';
const WITHDRAWN = 'Which proposed correction is taken back.';

@InputType({ description: AGREED })
class AgreeToCorrectionInput extends OnCorrectionInput {}

@InputType({ description: REFUSED })
class RefuseCorrectionInput extends OnCorrectionInput {
  @Field({ description: 'Why not.' })
  @ValueKind('paragraph')
  reason!: string;
}

@InputType({ description: WITHDRAWN })
class WithdrawCorrectionInput extends OnCorrectionInput {}

/** What people say of a proposed correction: yes, no, or never mind. */
export const correctionAnswers: readonly Type[] = [
  answer({
    mutation: 'agreeToCorrection',
    permission: 'correction.answer',
    description:
      'A second administrator agrees: from then on everybody reads the event as corrected, and the tables are built again.',
    about: AGREED,
    input: AgreeToCorrectionInput,
    request: (origin, { position, proposal }) => ({ ...origin, position, proposal }),
    decide: decideAgreement,
  }),
  answer({
    mutation: 'refuseCorrection',
    permission: 'correction.answer',
    description: 'A second administrator does not agree to a proposed correction.',
    about: REFUSED,
    input: RefuseCorrectionInput,
    request: (origin, { position, proposal, reason }) => ({ ...origin, position, proposal, reason }),
    decide: decideObjection,
  }),
  answer({
    mutation: 'withdrawCorrection',
    permission: 'correction.propose',
    description: 'The proposer takes a correction back that nobody has answered yet.',
    about: WITHDRAWN,
    input: WithdrawCorrectionInput,
    request: (origin, { position, proposal }) => ({ ...origin, position, proposal }),
    decide: decideCorrectionWithdrawal,
  }),
].flat();
