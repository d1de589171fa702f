import {
  decideKeyIssue,
  decideKeyRevocation,
  decideMachineAgreement,
  decideMachineProposal,
  decideMachineRefusal,
  decideMachineShutting,
  decideMachineWithdrawal,
  foldMachine,
  machineStream,
  parseMachineEvent,
  type AgreeToMachineAccount,
  type IssueApiKey,
  type ProposeMachineAccount,
  type RefuseMachineAccount,
  type RevokeApiKey,
  type ShutMachineAccount,
  type WithdrawMachineAccount,
} from '@duixian/office';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Clock } from '../../clock/clock.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { MachineAccounts } from './machine-accounts.js';

/** A key that was made for a command, by its id and its hash. */
interface MadeKey {
  readonly key: string;
  readonly hash: string;
}

/** What becomes of a machine's account. */
export type OnMachineAccount =
  | { readonly kind: 'propose'; readonly request: ProposeMachineAccount }
  | { readonly kind: 'agree'; readonly request: AgreeToMachineAccount }
  | { readonly kind: 'refuse'; readonly request: RefuseMachineAccount }
  | { readonly kind: 'withdraw'; readonly request: WithdrawMachineAccount }
  | { readonly kind: 'shut'; readonly request: ShutMachineAccount }
  | { readonly kind: 'issue'; readonly request: IssueApiKey; readonly made: MadeKey }
  | { readonly kind: 'revoke'; readonly request: RevokeApiKey };

export class MachineCommand extends Command<Outcome> {
  constructor(
    readonly asked: OnMachineAccount,
    /** From where; a repeat from elsewhere is the same request. */
    readonly address: string | null,
  ) {
    super();
  }
}

@CommandHandler(MachineCommand)
export class MachineCommandHandler implements ICommandHandler<MachineCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly accounts: MachineAccounts,
    private readonly clock: Clock,
  ) {}

  async execute({ asked, address }: MachineCommand): Promise<Outcome> {
    const { tenant, machine: id, on } = asked.request;
    if (asked.kind === 'propose') await this.accounts.expect(tenant, id, on);
    return this.runner.run(`${asked.kind}MachineAccount`, asked.request, async (records) => {
      const file = { machine: await records.fold(machineStream(id), parseMachineEvent, foldMachine), address };
      switch (asked.kind) {
        case 'propose':
          return decideMachineProposal({ command: asked.request, ...file });
        case 'agree':
          return decideMachineAgreement({ command: asked.request, ...file });
        case 'refuse':
          return decideMachineRefusal({ command: asked.request, ...file });
        case 'withdraw':
          return decideMachineWithdrawal({ command: asked.request, ...file });
        case 'shut':
          return decideMachineShutting({ command: asked.request, ...file });
        case 'issue':
          // What was made for it is not part of the request: sent twice, it is the same one.
          return decideKeyIssue({ command: asked.request, ...file, ...asked.made, now: this.clock.now() });
        case 'revoke':
          return decideKeyRevocation({ command: asked.request, ...file });
      }
    });
  }
}
