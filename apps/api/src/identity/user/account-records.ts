import type { Command } from '@duixian/casework';
import {
  decideFirstOpening,
  decideTakeOver,
  HEADCOUNT_ACCOUNTS,
  type Account,
  type OpenFirstAccount,
  type TakeAccountOver,
} from '@duixian/office';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { Clock } from '../../clock/clock.js';
import { byInstallation } from '../../command/by-installation.js';
import { CommandRunner } from '../../command/command-runner.js';
import { POOL } from '../../database/database.module.js';
import { commandIdOf } from '../../command/command-id.js';
import type { Role } from '../permission.js';
import { AccountTable } from './account-table.js';

interface FoundRow {
  readonly tenant: string;
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly division: string;
  readonly department: string | null;
  readonly found: readonly Role[];
  readonly disabled: boolean;
}

/** Accounts that no official proposed: those that the installation opens, and those of earlier versions. */
@Injectable()
export class AccountRecords {
  constructor(
    @Inject(POOL) private readonly pool: pg.Pool,
    private readonly runner: CommandRunner,
    private readonly table: AccountTable,
    private readonly clock: Clock,
  ) {}

  /**
   * Opens an account by the hand of the installation, once.
   *
   * @param id of the user, always the same one for the same account: so nothing is opened twice.
   * @param passwordHash as `hashPassword` writes it.
   * @returns false when the password is not taken: the account is open already, or another process opens it now. One
   *   that was interrupted a minute ago is begun anew.
   * @throws Error when it cannot be opened.
   */
  async open(tenant: string, id: string, account: Omit<Account, 'disabled'>, passwordHash: string): Promise<boolean> {
    const command: OpenFirstAccount = { ...this.byInstallation('account opened', tenant, id), official: id, account };
    const { rowCount } = await this.pool.query(
      `insert into identity.reserved_username (tenant, proposal, official, username, password, created_at)
       select $1, $2, $3, $4, $5, $6
        where not exists (select from identity."user" where username = $4)
       on conflict (tenant, proposal) do update set password = excluded.password, created_at = excluded.created_at
        where reserved_username.created_at < excluded.created_at - interval '1 minute'`,
      [tenant, command.commandId, id, account.username, passwordHash, this.clock.now()],
    );
    if (rowCount === 0) {
      const { rows } = await this.pool.query('select from identity."user" where tenant = $1 and id = $2', [tenant, id]);
      if (rows.length > 0) return false;
    }
    const outcome = await this.runner.run('openFirstAccount', command, async (records) => {
      const guards = await records.guards(HEADCOUNT_ACCOUNTS);
      return decideFirstOpening({ command, official: await records.official(id), guards });
    });
    if (!outcome.ok) throw new Error(outcome.refusal.message.en);
    await this.table.settle(tenant, id);
    return rowCount === 1;
  }

  /** Puts every account that an earlier version made on record, as it was found; once, however often it is called. */
  async takeOver(): Promise<void> {
    const { rows } = await this.pool.query<FoundRow>(
      `select tenant, id, username, display_name as "displayName", division, department, roles as found, disabled
         from identity."user" where log_version is null order by tenant, username`,
    );
    for (const row of rows) await this.takeOne(row);
  }

  private async takeOne({ tenant, id, found, ...account }: FoundRow): Promise<void> {
    const by = this.byInstallation('account taken over', tenant, id);
    const command: TakeAccountOver = { ...by, official: id, account, found };
    const outcome = await this.runner.run('takeAccountOver', command, async (records) => {
      const guards = await records.guards(HEADCOUNT_ACCOUNTS);
      return decideTakeOver({ command, official: await records.official(id), guards });
    });
    if (!outcome.ok) throw new Error(outcome.refusal.message.en);
    await this.table.settle(tenant, id);
  }

  private byInstallation(matter: string, tenant: string, id: string): Command {
    return byInstallation(tenant, commandIdOf(matter, tenant, id), this.clock.today());
  }
}
