import { decideBankReturn } from '@duixian/treasury';
import { Catalogue } from '@duixian/policy';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { readPaymentFile } from '../read-payment-file.js';
import { RecordBankReturnCommand } from './record-bank-return.command.js';

@CommandHandler(RecordBankReturnCommand)
export class RecordBankReturnHandler implements ICommandHandler<RecordBankReturnCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly catalogue: Catalogue,
  ) {}

  execute({ request }: RecordBankReturnCommand): Promise<Outcome> {
    return this.runner.run('recordBankReturn', request, async (records, command) => {
      const read = await readPaymentFile(records, command.payment);
      return read.ok ? decideBankReturn({ command, ...read.file, catalogue: this.catalogue }) : read;
    });
  }
}
