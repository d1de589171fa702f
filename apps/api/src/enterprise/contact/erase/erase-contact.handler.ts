import { paymentId } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { changeInForce, decideContactErasure, pendingChange, type EraseContact } from '@duixian/registry';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PayeeAccounts } from '../../../bank-account/payee-accounts.js';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { Records } from '../../../command/records.js';
import { ContactStore } from '../contact-store.js';
import { EraseContactCommand } from './erase-contact.command.js';

/** Recorded first: should the erasure fail, the same command sent again does what is left to do. */
@CommandHandler(EraseContactCommand)
export class EraseContactHandler implements ICommandHandler<EraseContactCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
    private readonly contacts: ContactStore,
    private readonly numbers: PayeeAccounts,
  ) {}

  async execute({ request: command }: EraseContactCommand): Promise<Outcome> {
    const { tenant, uscc } = command;
    const outcome = await this.runner.run('eraseContact', command, async (records) => {
      const enterprise = await records.enterprise(uscc);
      const [accounts, contacts] = [await records.accounts(uscc), await records.contacts(uscc)];
      return decideContactErasure({ command, enterprise, accounts, contacts });
    });
    if (!outcome.ok) return outcome;
    await this.contacts.erase(tenant, uscc);
    await this.numbers.erase(tenant, uscc, await this.needed(command));
    return outcome;
  }

  /** Accounts to which money goes or may yet go: in force, pending, or named by an instruction that is not paid. */
  private async needed({ tenant, uscc, on }: EraseContact): Promise<string[]> {
    const records = new Records(this.store, tenant);
    const accounts = await records.accounts(uscc);
    const live = [changeInForce(accounts, on), pendingChange(accounts, on)];
    const { grants } = await records.entitlement(uscc);
    const lines = [...grants.values()].flatMap(({ claim, lines }) => lines.map(({ payer }) => paymentId(claim, payer)));
    const payments = await Promise.all(lines.map((id) => records.payment(id)));
    const instructed = payments.filter((payment) => payment?.status === 'instructed');
    return [
      ...live.flatMap((change) => change?.proposal.id ?? []),
      ...instructed.flatMap((payment) => payment?.account?.proposal ?? []),
    ];
  }
}
