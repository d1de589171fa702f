import { EventStore } from '@duixian/event-store';
import { changeInForce, decideContactErasure, pendingChange, type EraseContact } from '@duixian/registry';
import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type pg from 'pg';
import { PayeeAccounts } from '../../../bank-account/payee-accounts.js';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { Records } from '../../../command/records.js';
import { POOL } from '../../../database/database.module.js';
import { ContactStore } from '../contact-store.js';
import { EraseContactCommand } from './erase-contact.command.js';

/** Recorded first: should the erasure fail, the same command sent again does what is left to do. */
@CommandHandler(EraseContactCommand)
export class EraseContactHandler implements ICommandHandler<EraseContactCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly contacts: ContactStore,
    private readonly numbers: PayeeAccounts,
  ) {}

  async execute({ request: command }: EraseContactCommand): Promise<Outcome> {
    const { tenant, uscc } = command;
    const outcome = await this.runner.run('eraseContact', command, async (records) =>
      decideContactErasure({ command, enterprise: await records.enterprise(uscc) }),
    );
    if (!outcome.ok) return outcome;
    await this.contacts.erase(tenant, uscc);
    await this.numbers.erase(tenant, uscc, await this.needed(command));
    return outcome;
  }

  /** Accounts to which money goes or may yet go: in force, pending, or named by an instruction that is not paid. */
  private async needed({ tenant, uscc, on }: EraseContact): Promise<string[]> {
    const accounts = await new Records(this.store, tenant).accounts(uscc);
    const live = [changeInForce(accounts, on), pendingChange(accounts, on)];
    const { rows } = await this.pool.query<{ proposal: string }>(
      `select distinct account ->> 'proposal' as proposal from read.payment
        where tenant = $1 and uscc = $2 and status = 'instructed' and account is not null`,
      [tenant, uscc],
    );
    return [...live.flatMap((change) => change?.proposal.id ?? []), ...rows.map((row) => row.proposal)];
  }
}
