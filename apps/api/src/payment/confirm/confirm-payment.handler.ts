import { bankReferenceAccount, normalisePaperNumber } from '@duixian/casework';
import { decideConfirmation } from '@duixian/treasury';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { readPaymentFile } from '../read-payment-file.js';
import { ConfirmPaymentCommand } from './confirm-payment.command.js';

@CommandHandler(ConfirmPaymentCommand)
export class ConfirmPaymentHandler implements ICommandHandler<ConfirmPaymentCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: ConfirmPaymentCommand): Promise<Outcome> {
    return this.runner.run('confirmPayment', request, async (records, command) => {
      const reference = normalisePaperNumber(command.bankReference);
      const { places } = this.law;
      const known = await records.payment(command.payment);
      const earlierSettlements: string[] = [];
      // A treasury that was merged knows the reference under the codes of before.
      for (const code of known === null ? [] : places.carriedOn(known.payer, command.on)) {
        if (code !== places.asOf(code, command.on)) earlierSettlements.push(bankReferenceAccount(code, reference));
        earlierSettlements.push(...(await records.settlementsOf(code, reference)));
      }
      const read = await readPaymentFile(records, command.payment, (payer) => [
        bankReferenceAccount(places.asOf(payer, command.on), reference),
        ...earlierSettlements,
      ]);
      if (!read.ok) return read;
      const accounts = await records.accounts(read.file.claim.uscc);
      const catalogue = this.law.ofClaim(command.tenant, read.file.claim);
      return decideConfirmation({ command, ...read.file, earlierSettlements, accounts, catalogue });
    });
  }
}
