import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { PageArgs, toConnection } from '../../graphql/pagination.js';
import { ArgumentKinds } from '../../graphql/values/value-kind.js';
import { CurrentUser } from '../current-user.js';
import { RequirePermission } from '../require-permission.js';
import { MachineAccounts } from './machine-accounts.js';
import { MachineAccount, MachineAccountConnection } from './machine.type.js';
import { ToMachine } from './to-machine.js';

@Resolver()
export class MachinesResolver {
  constructor(
    private readonly accounts: MachineAccounts,
    private readonly toMachine: ToMachine,
  ) {}

  @Query(() => MachineAccountConnection, { description: 'The accounts of machines in your city, the newest first.' })
  @RequirePermission('user.read')
  async machineAccounts(@CurrentUser() user: CurrentUser, @Args() page: PageArgs): Promise<MachineAccountConnection> {
    return toConnection(await this.accounts.page(user.tenant, page), (row) => this.toMachine.of(row, user));
  }

  @Query(() => MachineAccount, { nullable: true, description: 'The account of a machine; null where there is none.' })
  @RequirePermission('user.read')
  @ArgumentKinds({ id: 'reference' })
  async machineAccount(
    @CurrentUser() user: CurrentUser,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ): Promise<MachineAccount | null> {
    const found = await this.accounts.find(user.tenant, id);
    return found === null ? null : this.toMachine.of(found, user);
  }
}
