import { refusal, refused, type Refusal } from '@duixian/casework';
import { decideProposal, HEADCOUNT_ACCOUNTS, type ProposeAccountChange } from '@duixian/office';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { Divisions } from '../../../division/divisions.js';
import { AccountTable } from '../account-table.js';
import { checkNewUser, checkPlace } from '../user-details.js';
import { Users } from '../users.js';
import { ProposeChangeCommand } from './propose-change.command.js';
import { ReservedUsernames } from './reserved-usernames.js';

@CommandHandler(ProposeChangeCommand)
export class ProposeChangeHandler implements ICommandHandler<ProposeChangeCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly users: Users,
    private readonly divisions: Divisions,
    private readonly usernames: ReservedUsernames,
    private readonly table: AccountTable,
  ) {}

  async execute({ request: command, address }: ProposeChangeCommand): Promise<Outcome> {
    const { tenant, commandId: proposal, official: id, change } = command;
    const invalid = this.inputRefusal(command) ?? (await this.reservationRefusal(command));
    const outcome = await this.runner.run('proposeAccountChange', command, async (records) => {
      if (invalid !== null) return refused(invalid);
      const guards = await records.guards(HEADCOUNT_ACCOUNTS);
      const official = await records.official(id);
      const name = 'displayName' in change ? change.displayName : null;
      const lookalikes = name === null ? [] : await this.users.lookalikes(tenant, id, name);
      return decideProposal({ command, official, lookalikes, guards, address });
    });
    if (!outcome.ok) await this.usernames.release(tenant, proposal);
    // What one administrator shut alone may be open again at once.
    if (outcome.ok && change.kind === 'enabling') await this.table.settle(tenant, id);
    return outcome;
  }

  private inputRefusal({ tenant, change }: ProposeAccountChange): Refusal | null {
    switch (change.kind) {
      case 'opening':
        return checkNewUser(tenant, change, this.divisions);
      case 'office':
        return checkPlace(tenant, change, this.divisions);
      case 'password':
      case 'roles':
      case 'unlocking':
      case 'second-factor':
      case 'enabling':
        return null;
    }
  }

  private async reservationRefusal(command: ProposeAccountChange): Promise<Refusal | null> {
    const { tenant, commandId: proposal, official, change } = command;
    if (change.kind !== 'opening') return null;
    const { username } = change;
    return (await this.usernames.reserve({ tenant, proposal, official, username })) ? null : usernameTaken(username);
  }
}

function usernameTaken(username: string): Refusal {
  const message = {
    zh: `用户名${username}已被使用，请换一个。`,
    en: `The username ${username} is taken: choose another.`,
  };
  return refusal('USERNAME_TAKEN', message, 'username');
}
