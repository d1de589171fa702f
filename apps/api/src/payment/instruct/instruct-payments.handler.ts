import { initialEntitlement } from '@duixian/casework';
import { payeeOn } from '@duixian/registry';
import { decideInstruction } from '@duixian/treasury';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Law } from '../../policy/law/law.js';
import { InstructPaymentsCommand } from './instruct-payments.command.js';

@CommandHandler(InstructPaymentsCommand)
export class InstructPaymentsHandler implements ICommandHandler<InstructPaymentsCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly law: Law,
  ) {}

  execute({ request }: InstructPaymentsCommand): Promise<Outcome> {
    return this.runner.run('instructPayments', request, async (records, command) => {
      const claim = await records.claim(command.claim);
      const catalogue = this.law.ofClaim(command.tenant, claim);
      const entitlement = claim === null ? initialEntitlement : await records.entitlement(claim.uscc);
      const accounts = claim === null ? [] : await records.accounts(claim.uscc);
      const payee = payeeOn(accounts, command.on);
      const enterprise = claim === null ? null : await records.enterprise(claim.uscc);
      return decideInstruction({ command, claim, entitlement, enterprise, payee, catalogue });
    });
  }
}
