import type { Command as Sent, Decision } from '@duixian/casework';
import {
  paymentStepOf,
  type DomainEvent,
  type PaymentAction,
  type PaymentCommand,
  type PaymentEntry,
  type PaymentStepCommand,
} from '@duixian/treasury';
import type { Type } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, Field, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { capital } from '../../claim/steps/claim-step.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import type { Records } from '../../command/records.js';
import type { GraphqlContext } from '../../graphql/context.js';
import {
  CeilingReached,
  Duplicate,
  EvidenceContested,
  InvalidInput,
  NotAllowedNow,
  NotFound,
  NotPermitted,
  TryAgain,
} from '../../graphql/refusal/refusal.js';
import { PlainDate } from '../../graphql/scalars/plain-date.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { Law } from '../../policy/law/law.js';
import { PaymentAnswer, type PaymentOrRefusal } from '../payment-answer.js';
import { AttemptCommandInput, PaymentCommandInput } from '../payment-command.input.js';
import { Payment } from '../read/payment.type.js';

const REFUSALS = { InvalidInput, Duplicate, EvidenceContested, CeilingReached };

/** Reads what a step rests on, and decides it. */
type Decide<Action extends PaymentAction> = (
  records: Records,
  command: PaymentStepCommand<Action>,
  law: Law,
) => Promise<Decision<DomainEvent>>;

/** A step as the module takes it, and as another part of the system sends it. */
export interface PaymentStepParts<Action extends PaymentAction> {
  readonly Command: new (request: PaymentStepCommand<Action>) => Command<Outcome>;
  readonly providers: readonly Type[];
}

/** The input, command, handler, result and resolver of a step, as its entry in treasury has them. */
export function paymentStep<Action extends PaymentAction>(
  action: Action,
  decide: Decide<Action>,
): PaymentStepParts<Action> {
  const { mutation, permission, refusals, schema } = paymentStepOf(action);
  const Input = inputOf(action);

  const result = createUnionType({
    name: `${capital(mutation)}Result`,
    description: 'The payment as it stands afterwards, or why nothing was recorded.',
    types: () => [Payment, ...refusals.map((each) => REFUSALS[each]), NotFound, NotAllowedNow, NotPermitted, TryAgain],
  });

  class StepCommand extends Command<Outcome> {
    constructor(readonly request: PaymentStepCommand<Action>) {
      super();
    }
  }

  @CommandHandler(StepCommand)
  class StepHandler implements ICommandHandler<StepCommand> {
    constructor(
      private readonly runner: CommandRunner,
      private readonly law: Law,
    ) {}

    execute({ request }: StepCommand): Promise<Outcome> {
      return this.runner.run(mutation, request, (records, command) => decide(records, command, this.law));
    }
  }

  @Resolver()
  class StepResolver {
    constructor(
      private readonly bus: CommandBus,
      private readonly origin: CommandOrigin,
      private readonly answer: PaymentAnswer,
    ) {}

    @Mutation(() => result, { name: mutation, description: schema.mutation })
    @RequirePermission(permission)
    async take(
      @Args('input', { type: () => Input, description: schema.input }) input: PaymentCommandInput,
      @CurrentUser() user: CurrentUser,
      @Context() context: GraphqlContext,
    ): Promise<PaymentOrRefusal> {
      const request = requestOf(action, this.origin.of(input, user), input);
      const outcome = await this.bus.execute(new StepCommand(request));
      return this.answer.to(context, request.payment, outcome);
    }
  }

  return { Command: StepCommand, providers: [StepHandler, StepResolver] };
}

function inputOf(action: PaymentAction): Type<PaymentCommandInput> {
  const { mutation, office, asks, schema } = paymentStepOf(action);

  @InputType(`${capital(mutation)}Input`, { description: schema.input })
  class Input extends (office === 'treasury' ? AttemptCommandInput : PaymentCommandInput) {}

  for (const [name, entry] of Object.entries(asks)) declareEntry(Input.prototype, name, entry);
  return Input;
}

function declareEntry(input: object, name: string, { kind, isOptional = false, schema }: PaymentEntry): void {
  const type = kind === 'day' ? PlainDate : String;
  Field(() => type, { nullable: isOptional, description: schema })(input, name);
  if (kind !== 'day') ValueKind(kind)(input, name);
}

/** What the schema has let through; a day that is left out is today. */
function requestOf<Action extends PaymentAction>(
  action: Action,
  origin: Sent,
  input: PaymentCommandInput,
): PaymentStepCommand<Action> {
  const told = namesOf(action).map((name) => {
    const stated: unknown = Reflect.get(input, name);
    return [name, stated ?? origin.on] as const;
  });
  const request = { ...origin, payment: input.payment, ...Object.fromEntries(told) };
  if (isTold(action, request)) return request;
  throw new Error(`${paymentStepOf(action).mutation} was told less than it asks for.`);
}

function isTold<Action extends PaymentAction>(
  action: Action,
  request: PaymentCommand,
): request is PaymentStepCommand<Action> {
  return namesOf(action).every((name) => Object.hasOwn(request, name));
}

function namesOf(action: PaymentAction): readonly string[] {
  const { office, asks } = paymentStepOf(action);
  return [...(office === 'treasury' ? ['attempt'] : []), ...Object.keys(asks)];
}
