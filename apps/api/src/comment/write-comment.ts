import {
  decideComment,
  decideCommentWithdrawal,
  decideMentionRead,
  type OnComment,
  type WriteComment,
} from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Colleagues } from '../claim/assignment/colleagues.js';
import { Answer } from '../command/answer.js';
import { CommandOrigin } from '../command/command-origin.js';
import { CommandRunner } from '../command/command-runner.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Law } from '../policy/law/law.js';
import { CommentRows, toComment } from './comment-rows.js';
import { CommentResult, OnCommentInput, WriteCommentInput, type Comment } from './comment.type.js';

export class WriteCommentCommand extends Command<Outcome> {
  constructor(readonly request: WriteComment) {
    super();
  }
}

@CommandHandler(WriteCommentCommand)
export class WriteCommentHandler implements ICommandHandler<WriteCommentCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly officials: Colleagues,
    private readonly law: Law,
  ) {}

  execute({ request }: WriteCommentCommand): Promise<Outcome> {
    return this.runner.run('writeComment', request, async (records, command) => {
      const [claim, comments, known] = await Promise.all([
        records.claim(command.claim),
        records.comments(command.claim),
        this.officials.findAll(command.tenant, command.mentions),
      ]);
      const mentioned = [...known.values()].map(({ actor }) => actor);
      return decideComment({ command, claim, comments, mentioned, catalogue: this.law.ofClaim(command.tenant, claim) });
    });
  }
}

class WithdrawCommentCommand extends Command<Outcome> {
  constructor(readonly request: OnComment) {
    super();
  }
}

@CommandHandler(WithdrawCommentCommand)
export class WithdrawCommentHandler implements ICommandHandler<WithdrawCommentCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: WithdrawCommentCommand): Promise<Outcome> {
    return this.runner.run('withdrawComment', request, async (records, command) =>
      decideCommentWithdrawal({ command, comments: await records.comments(command.claim) }),
    );
  }
}

class ReadMentionCommand extends Command<Outcome> {
  constructor(readonly request: OnComment) {
    super();
  }
}

@CommandHandler(ReadMentionCommand)
export class ReadMentionHandler implements ICommandHandler<ReadMentionCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: ReadMentionCommand): Promise<Outcome> {
    return this.runner.run('readMention', request, async (records, command) =>
      decideMentionRead({ command, comments: await records.comments(command.claim) }),
    );
  }
}

/** Answers with a comment as it stands after a command. */
@Injectable()
export class CommentAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly rows: CommentRows,
  ) {}

  to(
    context: GraphqlContext,
    user: CurrentUser,
    { claim, comment }: Pick<OnComment, 'claim' | 'comment'>,
    outcome: Outcome,
  ): Promise<Comment | Refusal> {
    return this.answer.to(context, outcome, async () => {
      const row = (await this.rows.load(context, claim))?.find(({ id }) => id === comment);
      return row === undefined ? null : toComment(row, user, false);
    });
  }
}

@Resolver()
export class WriteCommentResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: CommentAnswer,
  ) {}

  @Mutation(() => CommentResult, {
    description:
      'You say something of a claim to colleagues (批注), on whose start pages it stands where you mention them. It is no step on the claim.',
  })
  @RequirePermission('comment.write')
  async writeComment(
    @Args('input', { description: 'On which claim, what, and to whom.' }) input: WriteCommentInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Comment | Refusal> {
    const { claim, text } = input;
    const request = { ...this.origin.of(input, user), claim, text, mentions: [...new Set(input.mentions ?? [])] };
    const outcome = await this.bus.execute(new WriteCommentCommand(request));
    return this.answer.to(context, user, { claim, comment: request.commandId }, outcome);
  }

  @Mutation(() => CommentResult, {
    description: 'You take back a comment of yours: that you did stays on record, and nobody is shown its text.',
  })
  @RequirePermission('comment.write')
  async withdrawComment(
    @Args('input', { description: 'Which comment.' }) input: OnCommentInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Comment | Refusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, comment: input.comment };
    const outcome = await this.bus.execute(new WithdrawCommentCommand(request));
    return this.answer.to(context, user, request, outcome);
  }

  @Mutation(() => CommentResult, { description: 'You mark a comment that mentions you as read (已阅).' })
  @RequirePermission('comment.read')
  async readMention(
    @Args('input', { description: 'Which comment.' }) input: OnCommentInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<Comment | Refusal> {
    const request = { ...this.origin.of(input, user), claim: input.claim, comment: input.comment };
    const outcome = await this.bus.execute(new ReadMentionCommand(request));
    return this.answer.to(context, user, request, outcome);
  }
}
