import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentUser } from '../../current-user.js';
import { RequirePermission } from '../../require-permission.js';
import { ChangedUserResult } from '../changed-user.result.js';
import { UserAnswer, type UserOrRefusal } from '../user-answer.js';
import { Users } from '../users.js';
import { ArgumentKinds } from '../../../graphql/values/value-kind.js';

@Resolver()
export class DisableUserResolver {
  constructor(
    private readonly users: Users,
    private readonly answer: UserAnswer,
  ) {}

  @Mutation(() => ChangedUserResult, { description: 'Shuts the user out; what he did stands in the log.' })
  @RequirePermission('user.manage')
  @ArgumentKinds({ id: 'reference' })
  async disableUser(
    @CurrentUser() user: CurrentUser,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<UserOrRefusal> {
    return this.answer.to(await this.users.setDisabled(user.tenant, id, true, user.id));
  }

  @Mutation(() => ChangedUserResult, { description: 'Lets the user in again.' })
  @RequirePermission('user.manage')
  @ArgumentKinds({ id: 'reference' })
  async enableUser(
    @CurrentUser() user: CurrentUser,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<UserOrRefusal> {
    return this.answer.to(await this.users.setDisabled(user.tenant, id, false, user.id));
  }
}
