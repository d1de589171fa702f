import { stepOf, type ClaimAction, type ClaimCommand, type Command as Sent, type Decision } from '@duixian/casework';
import type { DomainEvent } from '@duixian/treasury';
import { Inject, Injectable, type Type } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Mutation, Resolver } from '@nestjs/graphql';
import type { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner, type Preview } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { Records } from '../../command/records.js';
import type { GraphqlContext } from '../../graphql/context.js';
import {
  CeilingReached,
  EvidenceContested,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { ClaimAnswer, type ClaimOrRefusal } from '../claim-answer.js';
import { Claim } from '../read/claim.type.js';
import { SeenCheck } from '../seen-check.js';
import { TurnCheck } from '../turn/turn-check.js';

const REFUSALS = { InvalidInput, EvidenceContested, CeilingReached };

/** Reads what a step rests on, and decides it. */
export interface StepDecision<Request> {
  decide(records: Records, command: Request): Promise<Decision<DomainEvent>>;
}

/** Carries out what is sent, from what must be done before it is decided to what must be done after. */
export interface StepExecution<Request> {
  execute(request: Request): Promise<Outcome>;
}

interface StepSetup<Request extends ClaimCommand, Input> {
  readonly input: Type<Input>;
  readonly request: (origin: Sent, input: Input) => Request;
}

/** A step that can be tried without taking it. */
export interface StepPreview<Request> {
  preview(request: Request): Promise<Preview>;
}

/** A step as a module takes it, and as another part of the system sends it. */
export interface ClaimStepParts<Request> {
  readonly Command: new (request: Request) => Command<Outcome>;
  readonly providers: readonly Type[];
}

/** A step that is no more than a decision: it can be tried as well. */
export interface DecidedStepParts<Request> extends ClaimStepParts<Request> {
  /** A provider. */
  readonly Preview: Type<StepPreview<Request>>;
}

/** The command, handler, result and resolver of a step, as its entry in casework has them. */
export function claimStep<Request extends ClaimCommand, Input extends CommandInput>(
  action: ClaimAction,
  {
    decision,
    ...setup
  }: StepSetup<Request, Input> & { /** A provider. */ readonly decision: Type<StepDecision<Request>> },
): DecidedStepParts<Request> {
  @Injectable()
  class DecidedStep implements StepExecution<Request>, StepPreview<Request> {
    constructor(
      private readonly runner: CommandRunner,
      private readonly seen: SeenCheck,
      private readonly turns: TurnCheck,
      @Inject(decision) private readonly decision: StepDecision<Request>,
    ) {}

    execute(request: Request): Promise<Outcome> {
      return this.runner.run(stepOf(action).mutation, request, async (records, command) =>
        this.seen.bind(records, command, await this.decided(records, command)),
      );
    }

    preview(request: Request): Promise<Preview> {
      return this.runner.preview(request, (records, command) => this.decided(records, command));
    }

    private decided(records: Records, command: Request): Promise<Decision<DomainEvent>> {
      return this.turns.bind(action, records, command, this.decision.decide(records, command));
    }
  }

  const { Command, providers } = executedStep(action, { ...setup, execution: DecidedStep });
  return { Command, Preview: DecidedStep, providers: [decision, ...providers] };
}

/** The same of a step that is more than a decision. */
export function executedStep<Request extends ClaimCommand, Input extends CommandInput>(
  action: ClaimAction,
  {
    input: InputClass,
    request: requestOf,
    execution,
  }: StepSetup<Request, Input> & { /** A provider. */ readonly execution: Type<StepExecution<Request>> },
): ClaimStepParts<Request> {
  const { mutation, permission, schema, refusals } = stepOf(action);

  const result = createUnionType({
    name: `${capital(mutation)}Result`,
    description: 'The claim as it stands afterwards, or why nothing was recorded.',
    types: () => [Claim, ...refusals.map((each) => REFUSALS[each]), NotFound, NotAllowedNow, NotPermitted, TryAgain],
  });

  class StepCommand extends Command<Outcome> {
    constructor(readonly request: Request) {
      super();
    }
  }

  @CommandHandler(StepCommand)
  class StepHandler implements ICommandHandler<StepCommand> {
    constructor(@Inject(execution) private readonly execution: StepExecution<Request>) {}

    execute({ request }: StepCommand): Promise<Outcome> {
      return this.execution.execute(request);
    }
  }

  @Resolver()
  class StepResolver {
    constructor(
      private readonly bus: CommandBus,
      private readonly origin: CommandOrigin,
      private readonly answer: ClaimAnswer,
    ) {}

    @Mutation(() => result, { name: mutation, description: schema.mutation })
    @RequirePermission(permission)
    async take(
      @Args('input', { type: () => InputClass, description: schema.input }) input: Input,
      @CurrentUser() user: CurrentUser,
      @Context() context: GraphqlContext,
    ): Promise<ClaimOrRefusal> {
      const request = requestOf(this.origin.of(input, user), input);
      const outcome = await this.bus.execute(new StepCommand(request));
      return this.answer.to(context, request.claim, outcome);
    }
  }

  return { Command: StepCommand, providers: [execution, StepHandler, StepResolver] };
}

export function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
