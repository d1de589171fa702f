import { accountStream, contactStream, paymentId } from '@duixian/casework';
import { EventStore, type RecordedEvent } from '@duixian/event-store';
import {
  changeInForce,
  decideContactErasure,
  foldAccounts,
  foldContacts,
  parseAccountEvent,
  parseContactEvent,
  pendingChange,
  type Change,
  type EraseContact,
} from '@duixian/registry';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, createUnionType, ID, Mutation, Resolver } from '@nestjs/graphql';
import { PayeeAccounts } from '../../../bank-account/payee-accounts.js';
import { COMMAND_ID } from '../../../command/command-input.js';
import { CommandOrigin } from '../../../command/command-origin.js';
import { CommandRunner } from '../../../command/command-runner.js';
import type { Outcome } from '../../../command/outcome.js';
import { Records } from '../../../command/records.js';
import type { GraphqlContext } from '../../../graphql/context.js';
import { NotAllowedNow, NotFound, NotPermitted, TryAgain } from '../../../graphql/refusal/refusal.js';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';
import { CurrentUser } from '../../../identity/current-user.js';
import { RequirePermission } from '../../../identity/require-permission.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise-answer.js';
import { Enterprise } from '../../read/enterprise.type.js';
import { ContactStore } from '../contact-store.js';

const EraseContactResult = createUnionType({
  name: 'EraseContactResult',
  description: 'The enterprise as it stands afterwards, or why nothing was recorded.',
  types: () => [Enterprise, NotAllowedNow, NotFound, NotPermitted, TryAgain] as const,
});

class EraseContactCommand extends Command<Outcome> {
  constructor(readonly request: EraseContact) {
    super();
  }
}

/**
 * Recorded first: should the erasure fail, the same command sent again does what is left to do. Rows of proposals after
 * the record of it stay, whenever it is sent again: nobody asked for their erasure.
 */
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
    const { position } = outcome;
    const contacts = foldContacts((await this.until(position, tenant, contactStream(uscc))).map(parseContactEvent));
    await this.contacts.erase(tenant, idsOf(contacts));
    const accounts = foldAccounts((await this.until(position, tenant, accountStream(uscc))).map(parseAccountEvent));
    const needed = await this.needed(command);
    await this.numbers.erase(
      tenant,
      idsOf(accounts).filter((id) => !needed.includes(id)),
    );
    return outcome;
  }

  /** Events of a stream up to a position of the log. */
  private async until(position: bigint, tenant: string, stream: string): Promise<RecordedEvent[]> {
    const { events } = await this.store.readStream(tenant, stream);
    return events.filter((event) => event.position <= position);
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

function idsOf(changes: readonly Change[]): string[] {
  return changes.map(({ proposal }) => proposal.id);
}

@Resolver()
export class EraseContactResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EraseContactResult, {
    description: "Erases an enterprise's contacts for good, and the account numbers to which nothing goes any more.",
  })
  @RequirePermission('contact.erase')
  @ArgumentKinds({ uscc: 'uscc', commandId: 'uuid' })
  async eraseContact(
    @Args('uscc', { type: () => ID, description: 'The enterprise.' }) uscc: string,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
    @Args('commandId', { type: () => ID, nullable: true, description: COMMAND_ID }) commandId?: string | null,
  ): Promise<EnterpriseOrRefusal> {
    const outcome = await this.bus.execute(
      new EraseContactCommand({ ...this.origin.of({ commandId: commandId ?? null }, user), uscc }),
    );
    return this.answer.to(context, uscc, outcome);
  }
}
