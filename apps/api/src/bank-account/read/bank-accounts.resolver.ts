import { Context, ID, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Enterprise } from '../../enterprise/read/enterprise.type.js';
import { userOf, type GraphqlContext } from '../../graphql/context.js';
import { Positions } from '../../log/positions.js';
import { BankAccountChange } from './bank-account-change.type.js';
import { BankAccountChanges } from './bank-account-changes.js';
import { EnterprisesSharing } from './enterprises-sharing.js';
import { toBankAccountChanges } from './to-bank-account-change.js';

/** The bank accounts of an enterprise, which stand with the enterprise in GraphQL and with the accounts here. */
@Resolver(() => Enterprise)
export class BankAccountsResolver {
  constructor(
    private readonly changes: BankAccountChanges,
    private readonly sharing: EnterprisesSharing,
    private readonly positions: Positions,
  ) {}

  @ResolveField(() => [BankAccountChange], {
    description: 'All that was proposed for its bank account, the newest first; the one in force says so.',
  })
  async bankAccounts(@Parent() { uscc }: Enterprise, @Context() context: GraphqlContext): Promise<BankAccountChange[]> {
    const user = userOf(context);
    const { today } = await this.positions.of(user.tenant);
    const rows = (await this.changes.load(context, uscc)) ?? [];
    return toBankAccountChanges(rows, today, user.id);
  }

  @ResolveField(() => [ID], { description: 'Codes of other enterprises that gave the same account number.' })
  async accountSharedWith(@Parent() { uscc }: Enterprise, @Context() context: GraphqlContext): Promise<string[]> {
    return [...((await this.sharing.load(context, uscc)) ?? [])];
  }
}
