import { decideContactNotice } from '@duixian/registry';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { GiveContactNoticeCommand } from './give-contact-notice.command.js';

@CommandHandler(GiveContactNoticeCommand)
export class GiveContactNoticeHandler implements ICommandHandler<GiveContactNoticeCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ request }: GiveContactNoticeCommand): Promise<Outcome> {
    return this.runner.run('giveContactNotice', request, async (records, command) => {
      const enterprise = await records.enterprise(command.uscc);
      const contacts = await records.contacts(command.uscc);
      return decideContactNotice({ command, enterprise, contacts });
    });
  }
}
