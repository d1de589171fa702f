import { refusal, refused, type Refusal } from '@duixian/casework';
import { accountNotFound, decideProposal, HEADCOUNT_ACCOUNTS, type ProposeAccountChange } from '@duixian/office';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { Divisions } from '../../../division/divisions.js';
import { PasswordWork } from '../../password/password-work.js';
import { AccountTable } from '../account-table.js';
import { checkNewUser, checkPassword, checkPlace } from '../user-details.js';
import { Users } from '../users.js';
import { ProposeChangeCommand } from './propose-change.command.js';
import { ProposedPasswords } from './proposed-passwords.js';

@CommandHandler(ProposeChangeCommand)
export class ProposeChangeHandler implements ICommandHandler<ProposeChangeCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly users: Users,
    private readonly divisions: Divisions,
    private readonly passwords: ProposedPasswords,
    private readonly work: PasswordWork,
    private readonly table: AccountTable,
  ) {}

  async execute({ request: command, password, address }: ProposeChangeCommand): Promise<Outcome> {
    const { tenant, commandId: proposal, official: id, change } = command;
    const invalid = (await this.inputRefusal(command, password)) ?? (await this.keepPassword(command, password));
    const outcome = await this.runner.run('proposeAccountChange', command, async (records) => {
      if (invalid !== null) return refused(invalid);
      const guards = await records.guards(HEADCOUNT_ACCOUNTS);
      const official = await records.official(id);
      const name = 'displayName' in change ? change.displayName : null;
      const lookalikes = name === null ? [] : await this.users.lookalikes(tenant, id, name);
      return decideProposal({ command, official, lookalikes, guards, address });
    });
    if (!outcome.ok) await this.passwords.forget(tenant, proposal);
    // What one administrator shut alone may be open again at once.
    if (outcome.ok && change.kind === 'enabling') await this.table.settle(tenant, id);
    return outcome;
  }

  private async inputRefusal(command: ProposeAccountChange, password: string | null): Promise<Refusal | null> {
    const { tenant, official, change } = command;
    switch (change.kind) {
      case 'opening':
        return checkNewUser(tenant, { ...change, password: password ?? '' }, this.divisions);
      case 'office':
        return checkPlace(tenant, change, this.divisions);
      case 'password':
        return this.passwordRefusal(tenant, official, password ?? '');
      case 'roles':
      case 'unlocking':
      case 'second-factor':
      case 'enabling':
        return null;
    }
  }

  private async passwordRefusal(tenant: string, official: string, password: string): Promise<Refusal | null> {
    const owner = await this.users.find(tenant, official);
    return owner === null ? accountNotFound() : checkPassword(password, owner);
  }

  private async keepPassword(command: ProposeAccountChange, password: string | null): Promise<Refusal | null> {
    if (password === null) return null;
    const { tenant, commandId: proposal, official, change } = command;
    const username = change.kind === 'opening' ? change.username : null;
    const hash = await this.work.hash(password);
    const isKept = await this.passwords.keep({ tenant, proposal, official, username, hash });
    return isKept || username === null ? null : usernameTaken(username);
  }
}

function usernameTaken(username: string): Refusal {
  const message = {
    zh: `用户名${username}已被使用，请换一个。`,
    en: `The username ${username} is taken: choose another.`,
  };
  return refusal('USERNAME_TAKEN', message, 'username');
}
