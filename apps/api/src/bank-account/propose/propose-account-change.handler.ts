import { invalidInput, unknownEnterprise } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { checkAccount, decideAccountProposal, maskNumber } from '@duixian/registry';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Records } from '../../command/records.js';
import { PayeeAccounts, type KeptNumber } from '../payee-accounts.js';
import { ProposeAccountChangeCommand } from './propose-account-change.command.js';

@CommandHandler(ProposeAccountChangeCommand)
export class ProposeAccountChangeHandler implements ICommandHandler<ProposeAccountChangeCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
    private readonly numbers: PayeeAccounts,
  ) {}

  async execute({ request, account: stated }: ProposeAccountChangeCommand): Promise<Outcome> {
    const { tenant, commandId } = request;
    const registered = await new Records(this.store, tenant).enterprise(request.uscc);
    if (registered === null) return { ok: false, refusal: unknownEnterprise() };
    const checked = checkAccount(stated, registered.name);
    if ('problems' in checked) return { ok: false, refusal: invalidInput(checked.problems) };
    const { uscc } = registered;
    const { bank, cnaps, number, holderReason } = checked.account;
    const hash = await this.numbers.keep(tenant, commandId, uscc, checked.account);
    const asked = { ...request, uscc, account: { bank, cnaps, mask: maskNumber(number), hash }, holderReason };
    const outcome = await this.runner.run('proposeAccountChange', asked, async (records) => {
      const enterprise = await records.enterprise(uscc);
      const accounts = await records.accounts(uscc);
      const sharedWith = await sharing(records, await this.numbers.withSameNumber(tenant, uscc, number));
      return decideAccountProposal({ command: { ...asked, sharedWith }, enterprise, accounts });
    });
    if (!outcome.ok) await this.numbers.drop(tenant, commandId);
    return outcome;
  }
}

/** Codes of those whose proposal is on record and was neither refused nor taken back, in order. */
async function sharing(records: Records, kept: readonly KeptNumber[]): Promise<readonly string[]> {
  const live = kept.map(async ({ uscc, proposal }) => {
    const change = (await records.accounts(uscc)).find((each) => each.proposal.id === proposal);
    const answer = change?.proposal.answer?.kind ?? 'agreed';
    return change !== undefined && answer === 'agreed' ? [uscc] : [];
  });
  return [...new Set((await Promise.all(live)).flat())];
}
