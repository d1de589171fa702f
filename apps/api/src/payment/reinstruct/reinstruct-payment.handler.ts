import { programmeAccounts } from '@duixian/casework';
import { payeeOn } from '@duixian/registry';
import { decideReinstruction } from '@duixian/treasury';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { readPaymentFile } from '../read-payment-file.js';
import { ReinstructPaymentCommand } from './reinstruct-payment.command.js';

@CommandHandler(ReinstructPaymentCommand)
export class ReinstructPaymentHandler implements ICommandHandler<ReinstructPaymentCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ReinstructPaymentCommand): Promise<Outcome> {
    return this.runner.run('reinstructPayment', request, async (records, command) => {
      const read = await readPaymentFile(records, command.payment, (_, claim) =>
        programmeAccounts(this.law.ofClaim(command.tenant, claim), claim.measure, claim.year),
      );
      if (!read.ok) return read;
      const { guards: programme, ...file } = read.file;
      const payee = payeeOn(await records.accounts(file.claim.uscc), command.on);
      const enterprise = await records.enterprise(file.claim.uscc);
      const catalogue = this.law.ofClaim(command.tenant, file.claim);
      return decideReinstruction({ command, ...file, programme, enterprise, payee, catalogue });
    });
  }
}
