import { decideFileWithdrawal, type WithdrawFile } from '@duixian/casework';
import { Injectable } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { Answer } from '../command/answer.js';
import { CommandOrigin } from '../command/command-origin.js';
import { CommandRunner } from '../command/command-runner.js';
import type { Outcome } from '../command/outcome.js';
import type { GraphqlContext } from '../graphql/context.js';
import type { Refusal } from '../graphql/refusal/refusal.js';
import { CurrentUser } from '../identity/current-user.js';
import { RequirePermission } from '../identity/require-permission.js';
import { Law } from '../policy/law/law.js';
import { AttachFiles, type AttachUpload } from './attach-files.js';
import { AttachFileInput, EvidenceFileResult, WithdrawFileInput, type EvidenceFile } from './evidence-file.type.js';
import { FileRows } from './file-rows.js';
import { toEvidenceFiles } from './to-evidence-file.js';
import { filesOf } from './file-records.js';

class AttachFileCommand extends Command<Outcome> {
  constructor(readonly request: AttachUpload) {
    super();
  }
}

@CommandHandler(AttachFileCommand)
export class AttachFileHandler implements ICommandHandler<AttachFileCommand> {
  constructor(private readonly files: AttachFiles) {}

  execute({ request }: AttachFileCommand): Promise<Outcome> {
    return this.files.attach(request);
  }
}

class WithdrawFileCommand extends Command<Outcome> {
  constructor(readonly request: WithdrawFile) {
    super();
  }
}

@CommandHandler(WithdrawFileCommand)
export class WithdrawFileHandler implements ICommandHandler<WithdrawFileCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: WithdrawFileCommand): Promise<Outcome> {
    return this.runner.run('withdrawFile', request, async (records, command) => {
      const [claim, files] = await Promise.all([records.claim(command.claim), filesOf(records, command.claim)]);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      return decideFileWithdrawal({ command, claim, files, context: { on: command.on, catalogue, evidence: [] } });
    });
  }
}

/** Answers with a file as it stands after a command. */
@Injectable()
export class FileAnswer {
  constructor(
    private readonly answer: Answer,
    private readonly rows: FileRows,
  ) {}

  to(context: GraphqlContext, claim: string, file: string, outcome: Outcome): Promise<EvidenceFile | Refusal> {
    return this.answer.to(context, outcome, async () => {
      const files = toEvidenceFiles((await this.rows.load(context, claim)) ?? []);
      return files.find(({ id }) => id === file) ?? null;
    });
  }
}

@Resolver()
export class KeepFilesResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: FileAnswer,
  ) {}

  @Mutation(() => EvidenceFileResult, {
    description:
      'You attach a file that you uploaded to a claim (上传材料), of its own or in the place of an earlier one, which stays on record. It is no step on the claim.',
  })
  @RequirePermission('file.attach')
  async attachFile(
    @Args('input', { description: 'Which upload, to which claim, and what it shows.' }) input: AttachFileInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EvidenceFile | Refusal> {
    const { claim, upload, proves, supersedes = null, reason = null } = input;
    const papers = (proves ?? []).map(({ kind, number }) => ({ kind, number }));
    const request = { ...this.origin.of(input, user), claim, upload, proves: papers, supersedes, reason };
    const outcome = await this.bus.execute(new AttachFileCommand(request));
    return this.answer.to(context, claim, request.commandId, outcome);
  }

  @Mutation(() => EvidenceFileResult, {
    description:
      'You withdraw a file that was attached by mistake (撤下材料): it stays on record, and auditors read it.',
  })
  @RequirePermission('file.attach')
  async withdrawFile(
    @Args('input', { description: 'Which file, and why.' }) input: WithdrawFileInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EvidenceFile | Refusal> {
    const { claim, file, reason } = input;
    const outcome = await this.bus.execute(
      new WithdrawFileCommand({ ...this.origin.of(input, user), claim, file, reason }),
    );
    return this.answer.to(context, claim, file, outcome);
  }
}
