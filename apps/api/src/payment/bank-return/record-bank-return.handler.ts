import { decideBankReturn } from '@duixian/treasury';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { readPaymentFile } from '../read-payment-file.js';
import { RecordBankReturnCommand } from './record-bank-return.command.js';

@CommandHandler(RecordBankReturnCommand)
export class RecordBankReturnHandler implements ICommandHandler<RecordBankReturnCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: RecordBankReturnCommand): Promise<Outcome> {
    return this.runner.run('recordBankReturn', request, async (records, command) => {
      const read = await readPaymentFile(records, command.payment);
      if (!read.ok) return read;
      const catalogue = this.law.ofClaim(command.tenant, read.file.claim);
      return decideBankReturn({ command, ...read.file, catalogue });
    });
  }
}
