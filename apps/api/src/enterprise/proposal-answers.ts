import type { Command as Sent } from '@duixian/casework';
import { CommandBus, type Command } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Inject, type Type } from '@nestjs/common';
import { CommandOrigin } from '../command/command-origin.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import { CurrentUser } from '../identity/current-user.js';
import type { Permission } from '../identity/permission.js';
import { RequirePermission } from '../identity/require-permission.js';
import { EnterpriseAnswer } from './enterprise-answer.js';
import { EnterpriseProposalResult } from './enterprise-proposal.result.js';
import { ProposalInput, RefuseProposalInput } from './proposal.input.js';

type Answer =
  { readonly kind: 'agree' } | { readonly kind: 'refuse'; readonly reason: string } | { readonly kind: 'withdraw' };

interface AnswerRequest extends Sent {
  readonly uscc: string;
  readonly proposal: string;
  readonly answer: Answer;
}

/** One of three mutations: who may send it, and what the schema says of it. */
interface AnswerMutation {
  readonly permission: Permission;
  readonly description: string;
}

interface ProposalAnswers {
  /** What is proposed, as the mutations are named after it: `agreeMove`, `refuseMove`, `withdrawMove`. */
  readonly matter: string;
  readonly agree: AnswerMutation;
  readonly refuse: AnswerMutation;
  readonly withdraw: AnswerMutation;
  readonly command: new (request: AnswerRequest) => Command<Outcome>;
  /** What the mutations answer, and who makes it; the enterprise unless there may be none yet. */
  readonly answered?: { readonly result: object; readonly by: Type<ProposalAnswerer> };
}

/** Answers a mutation about the enterprise of a code. */
interface ProposalAnswerer {
  to(context: GraphqlContext, text: string, outcome: Outcome): Promise<object>;
}

/** The resolver of what people say of one kind of proposal about an enterprise: yes, no, or never mind. */
export function proposalAnswers({ matter, agree, refuse, withdraw, command, answered }: ProposalAnswers): Type {
  const { result, by } = answered ?? { result: EnterpriseProposalResult, by: EnterpriseAnswer };

  @Resolver()
  class ProposalAnswersResolver {
    constructor(
      private readonly bus: CommandBus,
      private readonly origin: CommandOrigin,
      @Inject(by) private readonly answers: ProposalAnswerer,
    ) {}

    @Mutation(() => result, { name: `agree${matter}`, description: agree.description })
    @RequirePermission(agree.permission)
    agree(
      @Args('input', { description: 'Which proposal is agreed to.' }) input: ProposalInput,
      @CurrentUser() user: CurrentUser,
      @Context() context: GraphqlContext,
    ): Promise<object> {
      return this.send(input, { kind: 'agree' }, user, context);
    }

    @Mutation(() => result, { name: `refuse${matter}`, description: refuse.description })
    @RequirePermission(refuse.permission)
    refuse(
      @Args('input', { description: 'Which proposal is refused, and why.' }) input: RefuseProposalInput,
      @CurrentUser() user: CurrentUser,
      @Context() context: GraphqlContext,
    ): Promise<object> {
      return this.send(input, { kind: 'refuse', reason: input.reason }, user, context);
    }

    @Mutation(() => result, { name: `withdraw${matter}`, description: withdraw.description })
    @RequirePermission(withdraw.permission)
    withdraw(
      @Args('input', { description: 'Which proposal is taken back.' }) input: ProposalInput,
      @CurrentUser() user: CurrentUser,
      @Context() context: GraphqlContext,
    ): Promise<object> {
      return this.send(input, { kind: 'withdraw' }, user, context);
    }

    private async send(
      input: ProposalInput,
      answer: Answer,
      user: CurrentUser,
      context: GraphqlContext,
    ): Promise<object> {
      const { uscc, proposal } = input;
      const request = { ...this.origin.of(input, user), uscc, proposal, answer };
      const outcome = await this.bus.execute(new command(request));
      return this.answers.to(context, uscc, outcome);
    }
  }
  return ProposalAnswersResolver;
}
