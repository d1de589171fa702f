import {
  decideClearing,
  decideEditionOpening,
  decideEditionProposal,
  decideRowsRead,
  doubtfulCodes,
  type ClearExclusion,
  type OpenRegisterEdition,
  type ProposeRegisterEdition,
  type ReadRegisterRows,
} from '@duixian/casework';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { editionParts, listedRows, registerBook } from '../exclusion-records.js';

export class OpenRegisterEditionCommand extends Command<Outcome> {
  constructor(readonly request: OpenRegisterEdition) {
    super();
  }
}

@CommandHandler(OpenRegisterEditionCommand)
export class OpenRegisterEditionHandler implements ICommandHandler<OpenRegisterEditionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: OpenRegisterEditionCommand): Promise<Outcome> {
    return this.runner.run('openRegisterEdition', request, async (records, command) => {
      const rule = this.law.places.registers.find(command.tenant, command.register);
      return decideEditionOpening({ command, rule, book: await registerBook(records, command.register) });
    });
  }
}

export class ReadRegisterRowsCommand extends Command<Outcome> {
  constructor(readonly request: ReadRegisterRows) {
    super();
  }
}

@CommandHandler(ReadRegisterRowsCommand)
export class ReadRegisterRowsHandler implements ICommandHandler<ReadRegisterRowsCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ReadRegisterRowsCommand): Promise<Outcome> {
    return this.runner.run('readRegisterRows', request, async (records, command) => {
      const rule = this.law.places.registers.find(command.tenant, command.register);
      const [book, parts, codesOnRecord] = await Promise.all([
        registerBook(records, command.register),
        editionParts(records, command.edition),
        records.registered(doubtfulCodes(command.rows)),
      ]);
      return decideRowsRead({ command, rule, book, parts, codesOnRecord });
    });
  }
}

export class ProposeRegisterEditionCommand extends Command<Outcome> {
  constructor(readonly request: ProposeRegisterEdition) {
    super();
  }
}

@CommandHandler(ProposeRegisterEditionCommand)
export class ProposeRegisterEditionHandler implements ICommandHandler<ProposeRegisterEditionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ProposeRegisterEditionCommand): Promise<Outcome> {
    return this.runner.run('proposeRegisterEdition', request, async (records, command) => {
      const rule = this.law.places.registers.find(command.tenant, command.register);
      const [book, parts] = await Promise.all([
        registerBook(records, command.register),
        editionParts(records, command.edition),
      ]);
      return decideEditionProposal({ command, rule, book, parts });
    });
  }
}

export class ClearExclusionCommand extends Command<Outcome> {
  constructor(readonly request: ClearExclusion) {
    super();
  }
}

@CommandHandler(ClearExclusionCommand)
export class ClearExclusionHandler implements ICommandHandler<ClearExclusionCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ClearExclusionCommand): Promise<Outcome> {
    return this.runner.run('clearExclusion', request, async (records, command) => {
      const rule = this.law.places.registers.find(command.tenant, command.register);
      const [book, rows] = await Promise.all([
        registerBook(records, command.register),
        listedRows(records, command.uscc),
      ]);
      return decideClearing({ command, rule, book, rows });
    });
  }
}

export const registerHandlers = [
  OpenRegisterEditionHandler,
  ReadRegisterRowsHandler,
  ProposeRegisterEditionHandler,
  ClearExclusionHandler,
];
