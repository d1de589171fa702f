import {
  answersTo,
  type AnswerTo,
  type NamedBy,
  type Proposed,
  type Said,
  type SpokenAnswer,
} from '@duixian/casework/proposals';
import type { Command as Sent } from '@duixian/casework';
import { Inject, Injectable, type Type } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { userOf, type GraphqlContext } from '../graphql/context.js';
import { ValueKind } from '../graphql/values/value-kind.js';
import { RequirePermission } from '../identity/require-permission.js';
import { CommandInput } from './command-input.js';
import { CommandOrigin } from './command-origin.js';
import { CommandRunner, type Decide } from './command-runner.js';
import type { Outcome } from './outcome.js';

/** Reads what an answer rests on, and decides it. */
export interface AnswerDecision<Kind extends Proposed> {
  readonly decide: Decide<AnswerTo<Kind>>;
}

/** Carries an answer out. */
export interface AnswerExecution<Kind extends Proposed> {
  /** @param address from where it came; null where that is not known. */
  execute(request: AnswerTo<Kind>, address: string | null): Promise<Outcome>;
}

interface Answered<Kind extends Proposed, Shower> {
  /** What each mutation answers: one union for all three, or one for each. */
  readonly result: (said: Said) => object;
  /** A provider that shows what stands after an answer, and how it is asked. */
  readonly by: Type<Shower>;
  readonly shown: (by: Shower, context: GraphqlContext, request: AnswerTo<Kind>, outcome: Outcome) => Promise<object>;
  /** The input of yes and never mind, where other mutations take it as well. */
  readonly input?: Type<CommandInput>;
}

/** The answers to one kind of proposal as a module takes them, and as another part of the system sends one. */
export interface ProposalAnswers<Kind extends Proposed> {
  readonly Command: new (request: AnswerTo<Kind>, address?: string | null) => Command<Outcome>;
  readonly providers: readonly Type[];
}

/**
 * The inputs, command, handler and resolver of what people say of one kind of proposal, as its entry in casework has
 * them: yes, no, or never mind.
 *
 * @param name of the command, by which a repetition of it is known.
 */
export function proposalAnswers<Kind extends Proposed, Shower>(
  kind: Kind,
  {
    name,
    decision,
    ...answered
  }: Answered<Kind, Shower> & {
    readonly name: string;
    /** A provider. */
    readonly decision: Type<AnswerDecision<Kind>>;
  },
): ProposalAnswers<Kind> {
  @Injectable()
  class DecidedAnswer implements AnswerExecution<Kind> {
    constructor(
      private readonly runner: CommandRunner,
      @Inject(decision) private readonly decision: AnswerDecision<Kind>,
    ) {}

    execute(request: AnswerTo<Kind>): Promise<Outcome> {
      return this.runner.run(name, request, (records, command) => this.decision.decide(records, command));
    }
  }

  const { Command, providers } = executedAnswers(kind, { ...answered, execution: DecidedAnswer });
  return { Command, providers: [decision, ...providers] };
}

/** The same of answers that are more than a decision. */
export function executedAnswers<Kind extends Proposed, Shower>(
  kind: Kind,
  {
    result,
    by,
    shown,
    input: shared,
    execution,
  }: Answered<Kind, Shower> & {
    /** A provider. */
    readonly execution: Type<AnswerExecution<Kind>>;
  },
): ProposalAnswers<Kind> {
  const { mutations, permissions, schema } = answersTo(kind);
  const inputs = {
    agree: shared ?? inputOf(kind, 'agree'),
    refuse: refusingInputOf(kind),
    withdraw: shared ?? inputOf(kind, 'withdraw'),
  };

  class AnswerCommand extends Command<Outcome> {
    constructor(
      readonly request: AnswerTo<Kind>,
      readonly address: string | null = null,
    ) {
      super();
    }
  }

  @CommandHandler(AnswerCommand)
  class AnswerHandler implements ICommandHandler<AnswerCommand> {
    constructor(@Inject(execution) private readonly execution: AnswerExecution<Kind>) {}

    execute({ request, address }: AnswerCommand): Promise<Outcome> {
      return this.execution.execute(request, address);
    }
  }

  @Resolver()
  class AnswersResolver {
    constructor(
      private readonly bus: CommandBus,
      private readonly origin: CommandOrigin,
      @Inject(by) private readonly by: Shower,
    ) {}

    @Mutation(() => result('agree'), { name: mutations.agree, description: schema.agree })
    @RequirePermission(permissions.agree)
    agree(
      @Args('input', { type: () => inputs.agree, description: 'Which proposal is agreed to.' }) input: CommandInput,
      @Context() context: GraphqlContext,
    ): Promise<object> {
      return this.send(input, { kind: 'agree' }, context);
    }

    @Mutation(() => result('refuse'), { name: mutations.refuse, description: schema.refuse })
    @RequirePermission(permissions.refuse)
    refuse(
      @Args('input', { type: () => inputs.refuse, description: 'Which proposal is refused, and why.' })
      input: RefusingInput,
      @Context() context: GraphqlContext,
    ): Promise<object> {
      return this.send(input, { kind: 'refuse', reason: input.reason }, context);
    }

    @Mutation(() => result('withdraw'), { name: mutations.withdraw, description: schema.withdraw })
    @RequirePermission(permissions.withdraw)
    withdraw(
      @Args('input', { type: () => inputs.withdraw, description: 'Which proposal is taken back.' })
      input: CommandInput,
      @Context() context: GraphqlContext,
    ): Promise<object> {
      return this.send(input, { kind: 'withdraw' }, context);
    }

    private async send(input: CommandInput, answer: SpokenAnswer, context: GraphqlContext): Promise<object> {
      const request = requestOf(kind, this.origin.of(input, userOf(context)), input, answer);
      const outcome = await this.bus.execute(new AnswerCommand(request, context.request.ip));
      return shown(this.by, context, request, outcome);
    }
  }

  return { Command: AnswerCommand, providers: [execution, AnswerHandler, AnswersResolver] };
}

abstract class RefusingInput extends CommandInput {
  reason!: string;
}

/** Several kinds of proposal share an input: each is declared once. */
const INPUTS = new Map<string, Type<CommandInput>>();
const REFUSING = new Map<string, Type<RefusingInput>>();

function inputOf(kind: Proposed, said: Said): Type<CommandInput> {
  const { inputs, about } = answersTo(kind);
  const known = INPUTS.get(inputs[said]);
  if (known !== undefined) return known;

  @InputType(inputs[said], { description: 'Which proposal is answered.' })
  class Input extends CommandInput {}

  declareNames(Input, about);
  INPUTS.set(inputs[said], Input);
  return Input;
}

function refusingInputOf(kind: Proposed): Type<RefusingInput> {
  const { inputs, about, schema } = answersTo(kind);
  const known = REFUSING.get(inputs.refuse);
  if (known !== undefined) return known;

  @InputType(inputs.refuse, { description: 'Which proposal is refused, and why.' })
  class Input extends CommandInput {
    @Field({ description: schema.reason })
    @ValueKind('paragraph')
    reason!: string;
  }

  declareNames(Input, about);
  REFUSING.set(inputs.refuse, Input);
  return Input;
}

function declareNames({ prototype }: { readonly prototype: object }, about: Readonly<Record<string, NamedBy>>): void {
  for (const [name, { kind, schema }] of Object.entries(about)) {
    Field(() => ID, { description: schema })(prototype, name);
    ValueKind(kind)(prototype, name);
  }
}

/** What the schema has let through. */
function requestOf<Kind extends Proposed>(
  kind: Kind,
  origin: Sent,
  input: CommandInput,
  answer: SpokenAnswer,
): AnswerTo<Kind> {
  const names = Object.keys(answersTo(kind).about).map((name) => {
    const stated: unknown = Reflect.get(input, name);
    return [name, stated] as const;
  });
  const request = { ...origin, ...Object.fromEntries(names), answer };
  if (isAbout(kind, request)) return request;
  throw new Error(`${answersTo(kind).mutations[answer.kind]} was told less than it asks for.`);
}

function isAbout<Kind extends Proposed>(
  kind: Kind,
  request: Sent & { readonly answer: SpokenAnswer },
): request is AnswerTo<Kind> {
  return Object.keys(answersTo(kind).about).every((name) => Object.hasOwn(request, name));
}
