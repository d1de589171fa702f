import { invalidInput, unknownEnterprise, type Command as Requested } from '@duixian/casework';
import { EventStore } from '@duixian/event-store';
import { checkAccount, decideAccountProposal, maskNumber, type StatedAccount } from '@duixian/registry';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { CommandInput } from '../../command/command-input.js';
import { CommandOrigin } from '../../command/command-origin.js';
import { CommandRunner } from '../../command/command-runner.js';
import type { Outcome } from '../../command/outcome.js';
import { Records } from '../../command/records.js';
import { EnterpriseAnswer, type EnterpriseOrRefusal } from '../../enterprise/enterprise-answer.js';
import { EnterpriseProposalResult } from '../../enterprise/enterprise-proposal.result.js';
import type { GraphqlContext } from '../../graphql/context.js';
import { ValueKind } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../../identity/current-user.js';
import { RequirePermission } from '../../identity/require-permission.js';
import { PayeeAccounts, type KeptNumber } from '../payee-accounts.js';

@InputType({ description: 'Where the enterprise’s money shall go (收款账户).' })
class ProposeAccountChangeInput extends CommandInput {
  @Field(() => ID, { description: 'Whose account it is.' })
  @ValueKind('uscc')
  uscc!: string;

  @Field({ description: '户名: the name in which the account is held.' })
  @ValueKind('name')
  holder!: string;

  @Field({ description: '开户银行: the bank with its branch.' })
  @ValueKind('name')
  bank!: string;

  @Field({ description: '联行号: CNAPS code of the branch, 12 digits.' })
  @ValueKind('line')
  cnaps!: string;

  @Field({ description: '账号: 8 to 32 digits. Blanks and hyphens between them are left out.' })
  @ValueKind('line')
  number!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why the holder is not the enterprise itself; goes on record. Demanded then.',
  })
  @ValueKind('paragraph')
  holderReason?: string | null;
}

export class ProposeAccountChangeCommand extends Command<Outcome> {
  constructor(
    readonly request: Requested & { readonly uscc: string },
    /** Apart from the request, so that not even a hash of the number alone stays in the log. */
    readonly account: StatedAccount,
  ) {
    super();
  }
}

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

@Resolver()
export class ProposeAccountChangeResolver {
  constructor(
    private readonly bus: CommandBus,
    private readonly origin: CommandOrigin,
    private readonly answer: EnterpriseAnswer,
  ) {}

  @Mutation(() => EnterpriseProposalResult, {
    description: "收款账户变更: a clerk of the enterprise's county proposes where its money shall go.",
  })
  @RequirePermission('bank-account.change')
  async proposeAccountChange(
    @Args('input', { description: 'Where the enterprise’s money shall go.' }) input: ProposeAccountChangeInput,
    @CurrentUser() user: CurrentUser,
    @Context() context: GraphqlContext,
  ): Promise<EnterpriseOrRefusal> {
    const { uscc, holder, bank, cnaps, number, holderReason = null } = input;
    const account = { holder, bank, cnaps, number, holderReason };
    const request = { ...this.origin.of(input, user), uscc };
    const outcome = await this.bus.execute(new ProposeAccountChangeCommand(request, account));
    return this.answer.to(context, uscc, outcome);
  }
}
